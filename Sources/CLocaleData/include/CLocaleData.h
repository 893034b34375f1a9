#ifndef YUELAN_CLOCALEDATA_H
#define YUELAN_CLOCALEDATA_H

/* Nothing to call: see EmptyLocaleData.c. */

#endif
