#ifndef YUELAN_CALLOCATOR_H
#define YUELAN_CALLOCATOR_H

#include <stdbool.h>

/// Makes the C library take blocks of this size and more from the system one by one, and give them back when they are
/// freed. By itself it raises the size from which it does so with every such block that is freed (mallopt(3),
/// M_MMAP_THRESHOLD), and keeps what was needed for a moment. Returns whether it was understood.
bool yuelan_give_back_blocks_from(int size_in_bytes);

#endif
