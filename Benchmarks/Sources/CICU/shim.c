#include "shim.h"
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

const char *icu_version(void) { return U_ICU_VERSION; }

void *icu_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_LINE, locale, NULL, 0, &status);
  return U_SUCCESS(status) ? iterator : NULL;
}

int64_t icu_line_break_count(void *iterator, const char *utf8, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, utf8, length, &status);
  ubrk_setUText(iterator, &text, &status);
  int64_t count = -1;
  if (U_SUCCESS(status)) {
    for (count = 0; ubrk_next(iterator) != UBRK_DONE; count += 1) {
    }
  }
  utext_close(&text);
  return count;
}

void icu_close(void *iterator) { ubrk_close(iterator); }
