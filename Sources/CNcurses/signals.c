// Signals as bytes in a descriptor, and restoring the terminal after a crash. See shim.h.
#define _GNU_SOURCE 1
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "shim.h"

static volatile sig_atomic_t watch_descriptor = -1;

static void note(int number) {
  int saved = errno;
  uint8_t byte = (uint8_t)number;
  // A full pipe contains enough signals already.
  if (watch_descriptor >= 0) (void)!write((int)watch_descriptor, &byte, 1);
  errno = saved;
}

void yuelan_signals_watch(int descriptor) {
  static const int watched[] = {SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
  watch_descriptor = descriptor;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) sigaction(watched[i], &action, NULL);
  signal(SIGPIPE, SIG_IGN);
}

void yuelan_signals_yield(bool yields) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  action.sa_handler = yields ? SIG_IGN : note;
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGQUIT, &action, NULL);
  action.sa_handler = yields ? SIG_DFL : note;
  sigaction(SIGTSTP, &action, NULL);
}

int yuelan_signal_window_change(void) { return SIGWINCH; }
int yuelan_signal_hang_up(void) { return SIGHUP; }
int yuelan_signal_terminate(void) { return SIGTERM; }
int yuelan_signal_interrupt(void) { return SIGINT; }
int yuelan_signal_quit(void) { return SIGQUIT; }
int yuelan_signal_stop(void) { return SIGTSTP; }
int yuelan_signal_continue(void) { return SIGCONT; }

void yuelan_signals_stop_here(void) {
  // The whole foreground job stops, as with a key, including a script that started us. An orphaned job does not stop.
  // This runs on the main thread, which gets the signal first, so the stop happens before kill returns.
  struct sigaction by_default, watched;
  memset(&by_default, 0, sizeof by_default);
  by_default.sa_handler = SIG_DFL;
  sigemptyset(&by_default.sa_mask);
  sigaction(SIGTSTP, &by_default, &watched);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &watched, NULL);
}

static uint8_t rescue_bytes[1024];
static volatile sig_atomic_t rescue_count = 0;
static volatile sig_atomic_t rescue_descriptor = -1;

static void rescue(int number) {
  if (rescue_descriptor >= 0) {
    (void)!write((int)rescue_descriptor, rescue_bytes, (size_t)rescue_count);
    yuelan_tty_restore((int)rescue_descriptor);
  }
  // SA_RESETHAND has set the default action; returning would repeat a fault, but not an abort.
  raise(number);
}

void yuelan_crash_prepare(int descriptor, const uint8_t *bytes, size_t count) {
  static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
  static uint8_t stack[32768];
  size_t kept = count < sizeof rescue_bytes ? count : sizeof rescue_bytes;
  rescue_count = 0;
  memcpy(rescue_bytes, bytes, kept);
  rescue_count = (sig_atomic_t)kept;
  rescue_descriptor = descriptor;
  // After a stack overflow, the handler needs a stack of its own.
  stack_t other = {.ss_sp = stack, .ss_size = sizeof stack, .ss_flags = 0};
  sigaltstack(&other, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = rescue;
  action.sa_flags = (int)SA_RESETHAND | SA_ONSTACK | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}

void yuelan_crash_disarm(void) { rescue_descriptor = -1; }
