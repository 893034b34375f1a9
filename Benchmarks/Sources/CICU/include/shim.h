#pragma once
#include <stdint.h>

/// Counts the line break opportunities of a UTF-8 text with ICU's break iterator for a locale such as "zh@lb=strict".
/// Returns -1 when ICU reports an error.
int64_t icu_line_break_count(const char *utf8, int64_t length, const char *locale);

/// ICU's version, such as "72.1".
const char *icu_version(void);
