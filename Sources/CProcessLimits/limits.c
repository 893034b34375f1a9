#define _GNU_SOURCE
#include "CProcessLimits.h"
#include <sys/resource.h>

int yuelan_limit_data(pid_t process, size_t bytes) {
  struct rlimit limit = {.rlim_cur = bytes, .rlim_max = bytes};
  return prlimit(process, RLIMIT_DATA, &limit, NULL);
}
