#ifndef YUELAN_CNCURSES_SHIM_H
#define YUELAN_CNCURSES_SHIM_H

const char *yuelan_ncurses_version(void);

#endif
