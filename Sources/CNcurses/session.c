// The curses session and the terminal's terminfo. See shim.h.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include "shim.h"

#include <curses.h>
#include <stdio.h>
#include <term.h>

static SCREEN *session;
static FILE *nowhere;

bool yuelan_session_open(const char *terminal_type) {
  // Curses does no input or output: a stuck connection would block it, and with it the program.
  nowhere = fopen("/dev/null", "r+e");
  if (nowhere == NULL) return false;
  session = newterm(terminal_type, nowhere, nowhere);
  if (session == NULL) {
    fclose(nowhere);
    return false;
  }
  set_term(session);
  // Curses' own copy of the screen is not used: the smallest size is enough.
  resize_term(1, 1);
  return true;
}

void yuelan_session_close(void) {
  if (session == NULL) return;
  endwin();
  delscreen(session);
  session = NULL;
  fclose(nowhere);
}

static uint8_t *written;
static int written_count, written_capacity;

static int put(int byte) {
  if (written_count < written_capacity) written[written_count] = (uint8_t)byte;
  written_count++;
  return byte;
}

int yuelan_terminfo_string(const char *name, int count, int first, int second, uint8_t *bytes, int capacity) {
  const char *value = tigetstr((NCURSES_CONST char *)name);
  if (value == NULL || value == (const char *)-1) return -1;
  if (count > 0) value = tparm(value, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
  if (value == NULL) return -1;
  written = bytes;
  written_count = 0;
  written_capacity = capacity;
  tputs(value, 1, put);
  return written_count;
}

bool yuelan_terminfo_flag(const char *name) { return tigetflag((NCURSES_CONST char *)name) > 0; }

int yuelan_terminfo_number(const char *name) {
  int value = tigetnum((NCURSES_CONST char *)name);
  return value < 0 ? -1 : value;
}

const char *yuelan_curses_version(void) { return curses_version(); }
