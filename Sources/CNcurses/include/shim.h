#ifndef YUELAN_CNCURSES_SHIM_H
#define YUELAN_CNCURSES_SHIM_H

// The one door to curses. Swift cannot import curses' variadic functions, its macros (`A_*`, `getmaxyx`) and its
// mutable globals (`stdscr`, `LINES`, `COLORS`), so curses.h stays behind these functions. Unless said otherwise they
// return true when curses said OK, and are for one thread alone.

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

// -- The screen (screen.c) -------------------------------------------------------------------------------------------

/// Opens curses for a terminal type, with its output going to a file descriptor that need not be a terminal.
///
/// The descriptor stays the caller's. Curses reads no input. Returns false for a type that terminfo does not know.
bool yuelan_screen_open(const char *terminal_type, int output_descriptor, int rows, int columns);

/// Ends curses for good and frees its screen. Its last bytes (leaving the alternate screen) go to the output first.
void yuelan_screen_close(void);

/// Gives the terminal back for a while: writes what `endwin` writes. The next update enters again and paints all.
void yuelan_screen_leave(void);

/// Takes a new size into use. The next update paints every cell.
bool yuelan_screen_resize(int rows, int columns);

/// Makes the next update clear the terminal and paint every cell.
void yuelan_screen_forget(void);

/// Tells curses that the terminal has scrolled these rows up, or down when `count` is negative. The rows that came in
/// hold blanks in pair 0, or nobody knows what.
void yuelan_screen_note_scroll(int top, int bottom, int count, bool comes_in_blank);

/// Writes what differs between the painted cells and the terminal, and places the cursor when it is shown.
void yuelan_screen_update(void);

/// Shows the cursor at a place, or hides it when `row` is negative.
void yuelan_screen_set_cursor(int row, int column);

/// A cell as the painter hands it over: one spacing character, `A_*` attributes, a colour pair.
struct yuelan_cell {
  uint32_t character;
  uint32_t attributes;
  int32_t pair;
};

/// Paints clusters from a place on, each as wide as `wcwidth` says; never wraps and never scrolls.
void yuelan_screen_put(int row, int column, const struct yuelan_cell *cells, int count);

// -- Attributes and colours (screen.c) -------------------------------------------------------------------------------

/// The attribute bits of curses for bold, dim and so on; 0 when the terminal cannot show one.
uint32_t yuelan_attribute_bold(void);
uint32_t yuelan_attribute_dim(void);
uint32_t yuelan_attribute_italic(void);
uint32_t yuelan_attribute_underline(void);
uint32_t yuelan_attribute_reverse(void);

/// Starts colours; false on a terminal without. Afterwards colour -1 is the terminal's own.
bool yuelan_colors_start(void);

/// Makes pair 0, in which the terminal erases and scrolls, mean these colours; -1 for the terminal's own. Cells that are
/// drawn in pair 0 already must be painted anew.
void yuelan_colors_set_default(int foreground, int background);

/// How many colours and pairs the terminal has; 0 before `yuelan_colors_start`.
int yuelan_color_count(void);
int yuelan_pair_count(void);

/// Defines a pair. A colour is an index, or -1 for the terminal's own.
bool yuelan_pair_define(int pair, int foreground, int background);

// -- What terminfo says (terminfo.c) ---------------------------------------------------------------------------------

/// A string capability by its terminfo name (also an extended one), NULL when absent.
const char *yuelan_terminfo_string(const char *name);

/// A Boolean or numeric capability by its terminfo name; false and -1 when absent.
bool yuelan_terminfo_flag(const char *name);
int yuelan_terminfo_number(const char *name);

/// Expands a capability with up to two parameters; NULL when it is absent. Valid until the next call.
const char *yuelan_terminfo_expand(const char *name, int first, int second);

// -- Widths (width.c) ------------------------------------------------------------------------------------------------

/// Sets what `wcwidth` and `wcswidth` of this whole process answer with. See width.c.
void yuelan_set_width_function(int (*width_of)(uint32_t scalar));

/// Asks the `wcwidth` that curses asks.
int yuelan_wcwidth(uint32_t scalar);

// -- Signals (signals.c) ---------------------------------------------------------------------------------------------

/// A pipe whose ends do not block, for `yuelan_signals_watch`.
bool yuelan_signal_pipe(int *read_end, int *write_end);

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

/// An anonymous file in memory, for curses to write to; -1 on error.
int yuelan_memory_file(void);

/// A descriptor that becomes readable when written to, counting; -1 on error. See eventfd(2).
int yuelan_event_descriptor(void);

/// Makes `LC_CTYPE` a UTF-8 locale: the environment's when it is one, else C.UTF-8. False when there is none.
bool yuelan_locale_use_utf8(void);

/// The version of ncurses that is linked, such as "ncurses 6.4.20221231".
const char *yuelan_curses_version(void);

#endif
