#pragma once
#include <stdint.h>

/// ICU's line break iterator for a locale such as "zh"; NULL when ICU reports an error. Close it with `icu_close`.
void *icu_open(const char *locale);

/// Counts the line break opportunities of a UTF-8 text; -1 when ICU reports an error.
int64_t icu_line_break_count(void *iterator, const char *utf8, int64_t length);

void icu_close(void *iterator);

/// ICU's version, such as "72.1".
const char *icu_version(void);
