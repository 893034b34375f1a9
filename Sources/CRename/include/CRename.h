#ifndef YUELAN_CRENAME_H
#define YUELAN_CRENAME_H

/// Swaps the names of two files of one file system in one step (renameat2(2) with RENAME_EXCHANGE). Returns 0, or the
/// errno: EINVAL or ENOSYS if the file system or the kernel cannot do this.
int yuelan_exchange_names(const char *one, const char *other);

#endif
