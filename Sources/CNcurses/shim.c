#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include "shim.h"

const char *yuelan_ncurses_version(void) { return curses_version(); }
