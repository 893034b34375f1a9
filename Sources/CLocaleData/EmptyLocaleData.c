// An empty ICU data package, for executables that include the Swift runtime: it replaces Foundation's 34 MB of locale
// data, which Yuelan never uses. Scripts/build finds the name that the toolchain's Foundation uses for the package;
// without the name, in all other builds, this file is empty.
//
// The layout is that of ICU's own source/stubdata/stubdata.cpp.
#include "CLocaleData.h"

#ifdef YUELAN_LOCALE_DATA_SYMBOL
#include <stdint.h>

__attribute__((aligned(16))) const struct {
  uint16_t headerSize;
  uint8_t magic1, magic2;
  uint16_t infoSize, reservedWord;
  uint8_t isBigEndian, charsetFamily, sizeofUChar, reservedByte;
  uint8_t dataFormat[4], formatVersion[4], dataVersion[4], padding[8];
  uint32_t count, reserved, names[4];
} YUELAN_LOCALE_DATA_SYMBOL = {
    32, 0xda, 0x27,
    20, 0,
    __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, 0, 2, 0,
    {'T', 'o', 'C', 'P'}, {1, 0, 0, 0}, {0}, {0},
    0, 0, {0},
};
#endif
