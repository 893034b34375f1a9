// What terminfo says of the terminal. Apart from screen.c, because term.h has macros named `columns` and `lines`.
// See shim.h.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include "shim.h"

#include <curses.h>
#include <term.h>

const char *yuelan_terminfo_string(const char *name) {
  const char *value = tigetstr((NCURSES_CONST char *)name);
  return value == (const char *)-1 ? NULL : value;
}
bool yuelan_terminfo_flag(const char *name) { return tigetflag((NCURSES_CONST char *)name) > 0; }
int yuelan_terminfo_number(const char *name) {
  int value = tigetnum((NCURSES_CONST char *)name);
  return value < 0 ? -1 : value;
}
const char *yuelan_terminfo_expand(const char *name, int first, int second) {
  const char *value = yuelan_terminfo_string(name);
  return value == NULL ? NULL : tparm(value, (long)first, (long)second, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
}

const char *yuelan_curses_version(void) { return curses_version(); }
