#pragma once
#include <libxml/HTMLparser.h>
#include <string.h>

static void libxml2_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  (void)name;
  (void)attributes;
  *(long *)context += 1;
}

static void libxml2_text(void *context, const xmlChar *text, int length) {
  (void)text;
  *(long *)context += length > 0;
}

/// Pushes UTF-8 HTML through libxml2's SAX parser in pieces of 64 KiB; returns the number of its events.
static inline long libxml2_push(const char *html, long length) {
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = libxml2_start;
  handler.characters = libxml2_text;
  handler.ignorableWhitespace = libxml2_text;
  long count = 0;
  htmlParserCtxtPtr context =
      htmlCreatePushParserCtxt(&handler, &count, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  if (!context) return -1;
  for (long offset = 0; offset < length; offset += 65536) {
    int size = (int)(length - offset < 65536 ? length - offset : 65536);
    htmlParseChunk(context, html + offset, size, 0);
  }
  htmlParseChunk(context, html, 0, 1);
  htmlFreeParserCtxt(context);
  return count;
}

static inline const char *libxml2_version(void) { return LIBXML_DOTTED_VERSION; }
