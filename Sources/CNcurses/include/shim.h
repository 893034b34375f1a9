#ifndef YUELAN_CNCURSES_SHIM_H
#define YUELAN_CNCURSES_SHIM_H

// The only access to curses. Swift cannot import its variadic functions and macros, and term.h has macros named
// `columns` and `lines`. Unless stated otherwise, these functions return true on success and are not thread-safe.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// -- The session and terminfo (session.c) ----------------------------------------------------------------------------

/// Opens curses for a terminal type; false if terminfo does not know it. No input or output takes place.
bool yuelan_session_open(const char *terminal_type);

/// Ends curses and frees its memory.
void yuelan_session_close(void);

/// Copies a string capability by its (possibly extended) terminfo name, expanded with up to two parameters, as tputs
/// would send it.
///
/// Returns its full length in bytes, even if the buffer is smaller; -1 when it is absent.
int yuelan_terminfo_string(const char *name, int count, int first, int second, uint8_t *bytes, int capacity);

/// A Boolean or numeric capability by its terminfo name; false and -1 when absent.
bool yuelan_terminfo_flag(const char *name);
int yuelan_terminfo_number(const char *name);

/// The version of the linked ncurses, such as "ncurses 6.4.20221231".
const char *yuelan_curses_version(void);

// -- Signals (signals.c) ---------------------------------------------------------------------------------------------

/// Creates a pipe with non-blocking ends.
bool yuelan_pipe(int *read_end, int *write_end);

/// From now on, each WINCH, HUP, TERM, INT, QUIT, TSTP or CONT signal writes its number as one byte to a descriptor.
///
/// The descriptor must be non-blocking. SIGPIPE is ignored from now on.
void yuelan_signals_watch(int descriptor);

/// While another program uses the terminal, its keys are not for us: INT and QUIT are ignored, and TSTP stops this
/// process together with that program. With false, the signals are watched again.
void yuelan_signals_yield(bool yields);

/// The numbers of the signals that Swift code distinguishes.
int yuelan_signal_window_change(void);
int yuelan_signal_hang_up(void);
int yuelan_signal_terminate(void);
int yuelan_signal_interrupt(void);
int yuelan_signal_quit(void);
int yuelan_signal_stop(void);
int yuelan_signal_continue(void);

/// Stops this process as SIGTSTP does by default, and returns when it is continued.
void yuelan_signals_stop_here(void);

/// Prepares for restoring the terminal when the process crashes.
///
/// From now on, SEGV, BUS, ILL, TRAP, FPE and ABRT write `bytes` to `descriptor` and restore the settings that
/// `yuelan_tty_make_raw` saved; then the process dies of the same signal.
void yuelan_crash_prepare(int descriptor, const uint8_t *bytes, size_t count);

/// Undoes `yuelan_crash_prepare`, once the terminal has been restored.
void yuelan_crash_disarm(void);

// -- The terminal line (tty.c) ---------------------------------------------------------------------------------------

/// Saves the terminal's settings once, then makes it raw: no echo, no line editing, no signals, unchanged output.
bool yuelan_tty_make_raw(int descriptor);

/// Restores the saved settings.
void yuelan_tty_restore(int descriptor);

/// Gets the terminal's size from the kernel; false if it is unknown.
bool yuelan_tty_size(int descriptor, int *rows, int *columns);

/// Opens the terminal of a descriptor again, for non-blocking writing: a stuck connection cannot block the program, and
/// O_NONBLOCK is not set on the open file description that we share with the shell. Returns -1 if that fails.
int yuelan_tty_open_again(int descriptor);

#endif
