#ifndef YUELAN_PROCESS_LIMITS_H
#define YUELAN_PROCESS_LIMITS_H

#include <stddef.h>
#include <sys/types.h>

/// Bounds the private memory that a child of ours may write to (RLIMIT_DATA, since Linux 4.7; setrlimit(2)). Swift does not
/// see prlimit(2), which glibc declares for GNU sources only.
///
/// Returns 0, or -1 with `errno`.
int yuelan_limit_data(pid_t process, size_t bytes);

#endif
