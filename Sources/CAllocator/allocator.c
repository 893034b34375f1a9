#include "CAllocator.h"

#include <malloc.h>

bool yuelan_give_back_blocks_from(int size_in_bytes) { return mallopt(M_MMAP_THRESHOLD, size_in_bytes) == 1; }
