#ifndef YUELAN_CRENAME_H
#define YUELAN_CRENAME_H

/// Gives two files of one file system each other's names in one step (renameat2(2) with RENAME_EXCHANGE). Returns 0, or
/// the errno: EINVAL or ENOSYS where the file system or the kernel cannot do so.
int yuelan_exchange_names(const char *one, const char *other);

#endif
