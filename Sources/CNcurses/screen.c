// Curses' screen, attributes and colours. See shim.h.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include <curses.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "shim.h"

static SCREEN *screen;
static FILE *output;
static FILE *input;

bool yuelan_screen_open(const char *terminal_type, int output_descriptor, int rows, int columns) {
  int own = fcntl(output_descriptor, F_DUPFD_CLOEXEC, 0);
  if (own < 0) return false;
  output = fdopen(own, "w");
  input = fopen("/dev/null", "re");
  if (output == NULL || input == NULL) {
    if (output != NULL) fclose(output);
    else close(own);
    if (input != NULL) fclose(input);
    return false;
  }
  // Curses starts with the size of the environment, else terminfo's, else 24 by 80; whatever it is, ours replaces it.
  // With use_env(FALSE) it would refuse a terminal without lines in its terminfo, such as the Linux console.
  screen = newterm(terminal_type, output, input);
  if (screen == NULL) {
    fclose(output);
    fclose(input);
    return false;
  }
  set_term(screen);
  typeahead(-1);
  nonl();
  scrollok(stdscr, FALSE);
  // Scrolling a region is cheap; shifting cells within a row would split wide characters on some terminals.
  idlok(stdscr, TRUE);
  idcok(stdscr, FALSE);
  leaveok(stdscr, TRUE);
  curs_set(0);
  resize_term(rows, columns);
  return true;
}

void yuelan_screen_close(void) {
  if (screen == NULL) return;
  endwin();
  fflush(output);
  delscreen(screen);
  screen = NULL;
  fclose(output);
  fclose(input);
}

void yuelan_screen_leave(void) {
  curs_set(1);
  endwin();
}

bool yuelan_screen_resize(int rows, int columns) {
  // Not resizeterm: it queues KEY_RESIZE for an input that curses never reads.
  bool done = resize_term(rows, columns) == OK;
  clearok(curscr, TRUE);
  leaveok(stdscr, TRUE);
  idlok(stdscr, TRUE);
  idcok(stdscr, FALSE);
  return done;
}

void yuelan_screen_forget(void) { clearok(curscr, TRUE); }

void yuelan_screen_note_scroll(int top, int bottom, int count, bool comes_in_blank) {
  // curscr is curses' picture of the terminal. Its lines are marked as changed, so that the next update compares them.
  cchar_t blank, unknown;
  setcchar(&blank, L" ", WA_NORMAL, 0, NULL);
  // What no frame holds: nothing blinks here.
  setcchar(&unknown, L" ", WA_BLINK, 0, NULL);
  wbkgrndset(curscr, comes_in_blank ? &blank : &unknown);
  scrollok(curscr, TRUE);
  wsetscrreg(curscr, top, bottom);
  wscrl(curscr, count);
  wsetscrreg(curscr, 0, getmaxy(curscr) - 1);
  scrollok(curscr, FALSE);
  wbkgrndset(curscr, &blank);
}

void yuelan_screen_update(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

void yuelan_screen_set_cursor(int row, int column) {
  if (row < 0) {
    leaveok(stdscr, TRUE);
    curs_set(0);
  } else {
    leaveok(stdscr, FALSE);
    wmove(stdscr, row, column);
    curs_set(1);
  }
}

void yuelan_screen_put(int row, int column, const struct yuelan_cell *cells, int count) {
  static cchar_t *run;
  static int capacity;
  if (count > capacity) {
    cchar_t *larger = realloc(run, (size_t)count * sizeof *run);
    if (larger == NULL) return;
    run = larger;
    capacity = count;
  }
  for (int i = 0; i < count; i++) {
    wchar_t text[2] = {(wchar_t)cells[i].character, 0};
    int pair = cells[i].pair;
    // With a non-null last argument the pair is read from there as an int (curs_getcchar(3x), extended pairs).
    setcchar(&run[i], text, (attr_t)cells[i].attributes, (short)(pair > SHRT_MAX ? SHRT_MAX : pair), &pair);
  }
  // In one call: a second one that started on the old half of a wide character would blank what the first one wrote.
  mvwadd_wchnstr(stdscr, row, column, run, count);
}

static uint32_t supported(attr_t attribute) { return (uint32_t)(term_attrs() & attribute); }
uint32_t yuelan_attribute_bold(void) { return supported(WA_BOLD); }
uint32_t yuelan_attribute_dim(void) { return supported(WA_DIM); }
uint32_t yuelan_attribute_italic(void) { return supported(WA_ITALIC); }
uint32_t yuelan_attribute_underline(void) { return supported(WA_UNDERLINE); }
uint32_t yuelan_attribute_reverse(void) {
  uint32_t reverse = supported(WA_REVERSE);
  return reverse != 0 ? reverse : supported(WA_STANDOUT);
}

bool yuelan_colors_start(void) {
  if (!has_colors() || start_color() != OK) return false;
  use_default_colors();
  return true;
}
void yuelan_colors_set_default(int foreground, int background) { assume_default_colors(foreground, background); }
int yuelan_color_count(void) { return COLORS; }
int yuelan_pair_count(void) { return COLOR_PAIRS; }
bool yuelan_pair_define(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}
