// Preloaded before the C library: makes one call on a file below $FAILING_FOLDER fail, like a dying or full disk.
//
//   FAILING_CALL   write, fsync, rename, open, ftruncate: the kind of call (write includes pwrite and writev)
//   FAILING_COUNT  which of them, from 1; all later ones fail as well if FAILING_FOREVER is set
//   FAILING_ERRNO  the error, as a number
//   FAILING_SHORT  if set, a write first writes half of its bytes, and then fails

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int calls;
static int halved;

static int is_below(const char *path) {
  const char *folder = getenv("FAILING_FOLDER");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_below_descriptor(int descriptor) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

static int fails(const char *kind) {
  const char *call = getenv("FAILING_CALL"), *count = getenv("FAILING_COUNT");
  if (!call || !count || strcmp(call, kind) != 0) return 0;
  int number = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  if (number == atoi(count) || (number > atoi(count) && getenv("FAILING_FOREVER"))) {
    const char *error = getenv("FAILING_ERRNO");
    errno = error ? atoi(error) : EIO;
    return 1;
  }
  return 0;
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  static ssize_t (*next)(int, const void *, size_t);
  if (!next) next = dlsym(RTLD_NEXT, "write");
  if (is_below_descriptor(descriptor) && fails("write")) {
    if (getenv("FAILING_SHORT") && !halved && count > 1) {
      halved = 1;
      return next(descriptor, bytes, count / 2);
    }
    return -1;
  }
  return next(descriptor, bytes, count);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  static ssize_t (*next)(int, const void *, size_t, off64_t);
  if (!next) next = dlsym(RTLD_NEXT, "pwrite64");
  if (is_below_descriptor(descriptor) && fails("write")) return -1;
  return next(descriptor, bytes, count, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  return pwrite64(descriptor, bytes, count, offset);
}

int fsync(int descriptor) {
  static int (*next)(int);
  if (!next) next = dlsym(RTLD_NEXT, "fsync");
  if (is_below_descriptor(descriptor) && fails("fsync")) return -1;
  return next(descriptor);
}

int fdatasync(int descriptor) {
  static int (*next)(int);
  if (!next) next = dlsym(RTLD_NEXT, "fdatasync");
  if (is_below_descriptor(descriptor) && fails("fsync")) return -1;
  return next(descriptor);
}

int ftruncate64(int descriptor, off64_t size) {
  static int (*next)(int, off64_t);
  if (!next) next = dlsym(RTLD_NEXT, "ftruncate64");
  if (is_below_descriptor(descriptor) && fails("ftruncate")) return -1;
  return next(descriptor, size);
}

int ftruncate(int descriptor, off_t size) { return ftruncate64(descriptor, size); }

int rename(const char *from, const char *to) {
  static int (*next)(const char *, const char *);
  if (!next) next = dlsym(RTLD_NEXT, "rename");
  if (is_below(to) && fails("rename")) return -1;
  return next(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  static int (*next)(int, const char *, int, const char *);
  if (!next) next = dlsym(RTLD_NEXT, "renameat");
  if ((is_below(to) || (to_folder >= 0 && is_below_descriptor(to_folder))) && fails("rename")) return -1;
  return next(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  static int (*next)(int, const char *, int, const char *, unsigned);
  if (!next) next = dlsym(RTLD_NEXT, "renameat2");
  if ((is_below(to) || (to_folder >= 0 && is_below_descriptor(to_folder))) && fails("rename")) return -1;
  return next(from_folder, from, to_folder, to, flags);
}
