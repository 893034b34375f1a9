// Curses' screen, attributes and colours. See shim.h.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE 1
#include <curses.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
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
  leaveok(stdscr, TRUE);
  idlok(stdscr, TRUE);
  idcok(stdscr, FALSE);
  return done;
}

void yuelan_screen_forget(void) { clearok(curscr, TRUE); }

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
  enum { CHUNK = 128 };
  cchar_t run[CHUNK];
  int done = 0;
  while (done < count) {
    int length = 0;
    int width = 0;
    while (length < CHUNK && done + length < count) {
      const struct yuelan_cell *cell = &cells[done + length];
      wchar_t text[2] = {(wchar_t)cell->character, 0};
      int pair = cell->pair;
      memset(&run[length], 0, sizeof run[length]);
      // With a non-null last argument the pair is read from there as an int (curs_getcchar(3x), extended pairs).
      setcchar(&run[length], text, (attr_t)cell->attributes, (short)(pair > 32767 ? 32767 : pair), &pair);
      int cell_width = yuelan_wcwidth(cell->character);
      width += cell_width > 1 ? cell_width : 1;
      length += 1;
    }
    mvwadd_wchnstr(stdscr, row, column, run, length);
    column += width;
    done += length;
  }
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
int yuelan_color_count(void) { return COLORS; }
int yuelan_pair_count(void) { return COLOR_PAIRS; }
bool yuelan_pair_define(int pair, int foreground, int background) {
  return init_extended_pair(pair, foreground, background) == OK;
}
