#ifndef YUELAN_CZLIB_H
#define YUELAN_CZLIB_H

#include <zlib.h>

/// Calls the macro `inflateInit2`. `window` is 15 for zlib's framing, -15 for none, 31 for gzip's.
int yuelan_inflate_begin(z_stream *stream, int window);

/// Calls the macro `deflateInit2` with a level, without framing.
int yuelan_deflate_begin(z_stream *stream, int level);

#endif
