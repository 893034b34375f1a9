// The terminal device: its settings, size and descriptors. See shim.h.
#define _GNU_SOURCE 1
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "shim.h"

static struct termios saved;
static volatile bool is_saved = false;

bool yuelan_tty_make_raw(int descriptor) {
  if (!is_saved) {
    if (tcgetattr(descriptor, &saved) != 0) return false;
    is_saved = true;
  }
  struct termios raw = saved;
  raw.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | ISTRIP | BRKINT | PARMRK);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN | ISIG);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return tcsetattr(descriptor, TCSADRAIN, &raw) == 0;
}

void yuelan_tty_restore(int descriptor) {
  // TCSANOW: draining would wait forever on a stuck connection.
  if (is_saved) tcsetattr(descriptor, TCSANOW, &saved);
}

bool yuelan_tty_size(int descriptor, int *rows, int *columns) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}

int yuelan_tty_open_again(int descriptor) {
  char name[256];
  if (ttyname_r(descriptor, name, sizeof name) != 0) return -1;
  return open(name, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
}

bool yuelan_pipe(int *read_end, int *write_end) {
  int ends[2];
  // Not pipe2, because not every system has it.
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, fcntl(ends[i], F_GETFL) | O_NONBLOCK);
  }
  *read_end = ends[0];
  *write_end = ends[1];
  return true;
}
