#include "shim.h"

int yuelan_inflate_begin(z_stream *stream, int window) { return inflateInit2(stream, window); }

int yuelan_deflate_begin(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
}
