#ifndef YUELAN_CALLOCATOR_H
#define YUELAN_CALLOCATOR_H

#include <stdbool.h>

/// Makes the C library map blocks of this size or more one by one, and return each to the system when it is freed.
/// By default, it raises this size whenever such a block is freed (mallopt(3), M_MMAP_THRESHOLD), and then keeps memory
/// that was needed only for a moment. Returns whether the C library accepted the size.
bool yuelan_give_back_blocks_from(int size_in_bytes);

#endif
