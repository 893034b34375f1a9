#define _GNU_SOURCE
#include "CChildProcess.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

int yuelan_limit_data(pid_t process, size_t bytes) {
  struct rlimit limit = {.rlim_cur = bytes, .rlim_max = bytes};
  return prlimit(process, RLIMIT_DATA, &limit, NULL);
}

int yuelan_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int yuelan_private_pipe(int *ends) {
  return pipe2(ends, O_CLOEXEC);
}
