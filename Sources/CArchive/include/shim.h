#ifndef YUELAN_CARCHIVE_H
#define YUELAN_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

/// Enables the readers that we use: tar or raw bytes, uncompressed or compressed with gzip, xz, zstd or bzip2. They are
/// enabled singly, so that a static executable links nothing else of libarchive: its zip reader needs nettle, for
/// encryption.
///
/// Returns 0 if this libarchive has all of them.
int yuelan_archive_support(struct archive *archive, int is_tar);

#endif
