#include "shim.h"
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

const char *icu_version(void) { return U_ICU_VERSION; }

int64_t icu_line_break_count(const char *utf8, int64_t length, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return -1;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8, length, &status);
  ubrk_setUText(iterator, &text, &status);
  int64_t count = 0;
  if (U_SUCCESS(status)) {
    while (ubrk_next(iterator) != UBRK_DONE) count += 1;
  } else {
    count = -1;
  }
  ubrk_close(iterator);
  utext_close(&text);
  return count;
}
