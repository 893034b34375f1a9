#ifndef YUELAN_CCHILDPROCESS_H
#define YUELAN_CCHILDPROCESS_H

#include <spawn.h>
#include <stddef.h>
#include <sys/types.h>

// Functions that glibc declares for GNU sources only, so that Swift cannot import them.

/// Limits the private writable memory of a child process (RLIMIT_DATA, since Linux 4.7; setrlimit(2)).
///
/// Returns 0, or -1 with `errno`.
int yuelan_limit_data(pid_t process, size_t bytes);

/// Makes a child start without the descriptors from `first` on (posix_spawn_file_actions_addclosefrom_np, glibc 2.34).
///
/// Returns 0, or the error's number.
int yuelan_close_from(posix_spawn_file_actions_t *actions, int first);

/// Creates a pipe, reading end first, that no program inherits (pipe2).
///
/// Returns 0, or -1 with `errno`.
int yuelan_private_pipe(int *ends);

#endif
