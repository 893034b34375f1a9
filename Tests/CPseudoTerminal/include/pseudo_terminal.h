#ifndef PSEUDO_TERMINAL_H
#define PSEUDO_TERMINAL_H

#include <sys/types.h>

/// Starts a program as the leader of a session on a new pseudo-terminal.
///
/// @param master Receives our end: not blocking, closed in programs that are started later.
/// @return The process, or -1 with errno set.
pid_t pseudo_terminal_start(
    const char *path, char *const arguments[], char *const environment[], int rows, int columns, int *master);

/// Changes the terminal's size; its foreground processes get SIGWINCH.
int pseudo_terminal_resize(int master, int rows, int columns);

#endif
