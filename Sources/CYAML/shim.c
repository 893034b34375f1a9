#include "shim.h"

#include <yaml.h>

// Converts a libyaml event to a step; aliases are reported, never followed, so that nothing is expanded.
static int step(const yaml_event_t *event, yuelan_yaml_visitor visit, void *context, size_t *depth) {
  switch (event->type) {
    case YAML_SCALAR_EVENT:
      return visit(
          context, yuelan_yaml_scalar, (const char *)event->data.scalar.value, event->data.scalar.length,
          event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
    case YAML_ALIAS_EVENT:
      return visit(context, yuelan_yaml_alias, "", 0, 0);
    case YAML_SEQUENCE_START_EVENT:
      *depth += 1;
      return visit(context, yuelan_yaml_sequence_begin, "", 0, 0);
    case YAML_SEQUENCE_END_EVENT:
      *depth -= 1;
      return visit(context, yuelan_yaml_sequence_end, "", 0, 0);
    case YAML_MAPPING_START_EVENT:
      *depth += 1;
      return visit(context, yuelan_yaml_mapping_begin, "", 0, 0);
    case YAML_MAPPING_END_EVENT:
      *depth -= 1;
      return visit(context, yuelan_yaml_mapping_end, "", 0, 0);
    default:
      return 0;
  }
}

int yuelan_yaml_read(
    const char *bytes, size_t count, size_t deepest, size_t most, yuelan_yaml_visitor visit, void *context) {
  yaml_parser_t parser;
  if (!yaml_parser_initialize(&parser)) return 1;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, count);
  size_t depth = 0, steps = 0;
  int failed = 0, ended = 0;
  while (!failed && !ended) {
    yaml_event_t event;
    if (!yaml_parser_parse(&parser, &event)) {
      failed = 1;
      break;
    }
    steps += 1;
    ended = event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT;
    failed = step(&event, visit, context, &depth) != 0 || depth > deepest || steps > most;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return failed;
}
