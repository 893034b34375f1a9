#include "shim.h"

int yuelan_archive_support(struct archive *archive, int is_tar) {
  int worst = is_tar ? archive_read_support_format_tar(archive) : archive_read_support_format_raw(archive);
  if (archive_read_support_filter_gzip(archive) < worst) worst = ARCHIVE_WARN;
  if (archive_read_support_filter_xz(archive) < worst) worst = ARCHIVE_WARN;
  if (archive_read_support_filter_zstd(archive) < worst) worst = ARCHIVE_WARN;
  if (archive_read_support_filter_bzip2(archive) < worst) worst = ARCHIVE_WARN;
  return worst == ARCHIVE_OK ? 0 : 1;
}
