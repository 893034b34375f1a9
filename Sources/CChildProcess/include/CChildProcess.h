#ifndef YUELAN_CCHILDPROCESS_H
#define YUELAN_CCHILDPROCESS_H

#include <spawn.h>
#include <stddef.h>
#include <sys/types.h>

// What glibc declares for GNU sources only, and Swift does not see.

/// Bounds the private memory that a child of ours may write to (RLIMIT_DATA, since Linux 4.7; setrlimit(2)).
///
/// Returns 0, or -1 with `errno`.
int yuelan_limit_data(pid_t process, size_t bytes);

/// Lets a child begin without any descriptor from `first` on (posix_spawn_file_actions_addclosefrom_np, glibc 2.34).
///
/// Returns 0, or the error's number.
int yuelan_close_from(posix_spawn_file_actions_t *actions, int first);

/// A pipe, the reading end first, that no program inherits (pipe2).
///
/// Returns 0, or -1 with `errno`.
int yuelan_private_pipe(int *ends);

#endif
