#ifndef YUELAN_CZLIB_H
#define YUELAN_CZLIB_H

#include <zlib.h>

/// `inflateInit2`, which is a macro. `window` is 15 for zlib's framing, -15 for none, 31 for gzip's.
int yuelan_inflate_begin(z_stream *stream, int window);

/// `deflateInit2` at a level, without framing.
int yuelan_deflate_begin(z_stream *stream, int level);

#endif
