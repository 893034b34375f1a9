#ifndef YUELAN_CNCURSES_SHIM_H
#define YUELAN_CNCURSES_SHIM_H

// The only access to curses. Swift cannot import its variadic functions and macros, and term.h has macros named
// `columns` and `lines`. Unless said otherwise these return true when it worked, and are for one thread alone.

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// -- The session and terminfo (session.c) ----------------------------------------------------------------------------

/// Opens curses for a terminal type; false for one that terminfo does not know. It reads and writes nothing.
bool yuelan_session_open(const char *terminal_type);

/// Ends curses and frees what it holds.
void yuelan_session_close(void);

/// Writes a string capability by its terminfo name (also an extended one), expanded with up to two parameters, as tputs
/// would send it.
///
/// Returns how many bytes it has, also when there is room for fewer; -1 when it is absent.
int yuelan_terminfo_string(const char *name, int count, int first, int second, uint8_t *bytes, int capacity);

/// A Boolean or numeric capability by its terminfo name; false and -1 when absent.
bool yuelan_terminfo_flag(const char *name);
int yuelan_terminfo_number(const char *name);

/// The version of ncurses that is linked, such as "ncurses 6.4.20221231".
const char *yuelan_curses_version(void);

// -- Signals (signals.c) ---------------------------------------------------------------------------------------------

/// A pipe whose ends do not block.
bool yuelan_pipe(int *read_end, int *write_end);

/// From now on a WINCH, HUP, TERM, INT, QUIT, TSTP or CONT signal writes its number as one byte to a descriptor.
///
/// The descriptor must not block. SIGPIPE is ignored from now on.
void yuelan_signals_watch(int descriptor);

/// While another program has the terminal, its keys are not ours: INT and QUIT are ignored, and TSTP stops this process
/// along with that program. With false they are watched again.
void yuelan_signals_yield(bool yields);

/// The numbers of the signals that Swift code tells apart.
int yuelan_signal_window_change(void);
int yuelan_signal_hang_up(void);
int yuelan_signal_terminate(void);
int yuelan_signal_interrupt(void);
int yuelan_signal_quit(void);
int yuelan_signal_stop(void);
int yuelan_signal_continue(void);

/// Stops this process as SIGTSTP would by default, and returns when it is continued.
void yuelan_signals_stop_here(void);

/// Keeps bytes and terminal settings to bring the terminal back with when the process crashes.
///
/// From now on SEGV, BUS, ILL, TRAP, FPE and ABRT write `bytes` to `descriptor` and restore the settings that
/// `yuelan_tty_make_raw` saved, then die of the same signal.
void yuelan_crash_prepare(int descriptor, const uint8_t *bytes, size_t count);

/// Forgets what `yuelan_crash_prepare` was given; the terminal is in order.
void yuelan_crash_disarm(void);

// -- The terminal line (tty.c) ---------------------------------------------------------------------------------------

/// Saves the line's settings once, then sets it raw: no echo, no lines, no signals from keys, bytes out as they are.
bool yuelan_tty_make_raw(int descriptor);

/// Brings back the saved settings.
void yuelan_tty_restore(int descriptor);

/// The size the kernel knows; false when it knows none.
bool yuelan_tty_size(int descriptor, int *rows, int *columns);

/// A new open file description of the terminal behind a descriptor, which does not block on writing, so that a stuck
/// line never stops the program, nor is O_NONBLOCK set for the shell we share the old one with. -1 when there is none.
int yuelan_tty_open_again(int descriptor);

#endif
