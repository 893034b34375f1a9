// One width table for typesetting and curses.
//
// Curses asks the C library's wcwidth how wide a character is, and prints a blank for one it does not know: glibc 2.36
// does not know the Han of Extensions I and J, nor what this terminal makes of ambiguous width. A symbol of the
// executable comes before the library's (ld.so(8), symbol lookup), also in a static link, so the wcwidth below is the
// one that libncursesw calls.
#define _XOPEN_SOURCE 700
#include <stdatomic.h>
#include <stddef.h>
#include <wchar.h>

#include "shim.h"

/// Before Swift code registers its table: ASCII is one cell wide, controls have no width, CJK and beyond are two.
static int width_by_default(uint32_t scalar) {
  if (scalar == 0) return 0;
  if (scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0)) return -1;
  return scalar >= 0x2E80 && scalar < 0xF0000 ? 2 : 1;
}

static _Atomic(int (*)(uint32_t)) registered = width_by_default;

void yuelan_set_width_function(int (*width_of)(uint32_t)) {
  atomic_store(&registered, width_of == NULL ? width_by_default : width_of);
}

int yuelan_wcwidth(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// Exported also from a library built with -fvisibility=hidden.
__attribute__((visibility("default"), used)) int wcwidth(wchar_t character) {
  return atomic_load_explicit(&registered, memory_order_relaxed)((uint32_t)character);
}

__attribute__((visibility("default"), used)) int wcswidth(const wchar_t *text, size_t count) {
  int width = 0;
  for (size_t i = 0; i < count && text[i] != 0; i++) {
    int one = wcwidth(text[i]);
    if (one < 0) return -1;
    width += one;
  }
  return width;
}
