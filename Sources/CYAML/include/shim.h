#ifndef YUELAN_CYAML_H
#define YUELAN_CYAML_H

#include <stddef.h>

/// The kinds of steps in which a YAML document is read.
typedef enum {
  yuelan_yaml_scalar,
  yuelan_yaml_alias,
  yuelan_yaml_sequence_begin,
  yuelan_yaml_sequence_end,
  yuelan_yaml_mapping_begin,
  yuelan_yaml_mapping_end
} yuelan_yaml_kind;

/// Called for each step; `text` is valid during the call only. Returning anything but 0 ends the reading.
typedef int (*yuelan_yaml_visitor)(
    void *context, yuelan_yaml_kind kind, const char *text, size_t length, int is_plain);

/// Reads the first document of a UTF-8 stream.
///
/// Returns 0 when all of it was read; 1 when it is not YAML, nests deeper than `deepest`, has more steps than `most`,
/// or the visitor ended it.
int yuelan_yaml_read(
    const char *bytes, size_t count, size_t deepest, size_t most, yuelan_yaml_visitor visit, void *context);

#endif
