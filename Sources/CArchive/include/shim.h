#ifndef YUELAN_CARCHIVE_H
#define YUELAN_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>

/// Asks for the readers that are in use: tar, or the bytes as they are, behind gzip, xz, zstd, bzip2 or nothing. Each is
/// named, so that a static executable holds nothing else of libarchive: its reader of zip needs nettle, for encryption.
///
/// Returns 0 when this libarchive has them all.
int yuelan_archive_support(struct archive *archive, int is_tar);

#endif
