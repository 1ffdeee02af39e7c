/* Writing. */
#include "cbor.h"

#include <string.h>

#define MAJOR_UNSIGNED 0u
#define MAJOR_NEGATIVE 1u
#define MAJOR_BYTES 2u
#define MAJOR_TEXT 3u
#define MAJOR_LIST 4u
#define MAJOR_MAP 5u
#define MAJOR_SIMPLE 7u
#define INDEFINITE 31u
#define BREAK 0xFFu

static void put(cbor_writer *writer, const uint8_t *bytes, uint32_t count) {
    if (writer->spoilt || count > writer->capacity - writer->count) {
        writer->spoilt = 1;
        return;
    }
    memcpy(writer->bytes + writer->count, bytes, count);
    writer->count += count;
}

static void put_byte(cbor_writer *writer, uint32_t value) {
    uint8_t byte = (uint8_t)value;
    put(writer, &byte, 1);
}

/** A head in its shortest form. */
static void put_head(cbor_writer *writer, uint32_t major, uint64_t argument) {
    uint32_t size = argument < 24u ? 0u : argument < 0x100u ? 1u : argument < 0x10000u ? 2u : argument >> 32 == 0 ? 4u : 8u;
    uint32_t additional = size == 0 ? (uint32_t)argument : size == 1u ? 24u : size == 2u ? 25u : size == 4u ? 26u : 27u;
    put_byte(writer, major << 5 | additional);
    for (uint32_t i = size; i-- > 0;) {
        put_byte(writer, (uint32_t)(argument >> (8u * i)) & 0xFFu);
    }
}

void cbor_map(cbor_writer *writer) {
    put_byte(writer, MAJOR_MAP << 5 | INDEFINITE);
}

void cbor_list(cbor_writer *writer) {
    put_byte(writer, MAJOR_LIST << 5 | INDEFINITE);
}

void cbor_end(cbor_writer *writer) {
    put_byte(writer, BREAK);
}

void cbor_text_of(cbor_writer *writer, const char *text, uint32_t count) {
    put_head(writer, MAJOR_TEXT, count);
    put(writer, (const uint8_t *)text, count);
}

void cbor_text(cbor_writer *writer, const char *text) {
    cbor_text_of(writer, text, (uint32_t)strlen(text));
}

void cbor_bytes(cbor_writer *writer, const uint8_t *bytes, uint32_t count) {
    put_head(writer, MAJOR_BYTES, count);
    put(writer, bytes, count);
}

void cbor_unsigned(cbor_writer *writer, uint64_t number) {
    put_head(writer, MAJOR_UNSIGNED, number);
}

void cbor_signed(cbor_writer *writer, int32_t number) {
    if (number < 0) {
        put_head(writer, MAJOR_NEGATIVE, (uint64_t)(-1 - (int64_t)number));
    } else {
        put_head(writer, MAJOR_UNSIGNED, (uint64_t)number);
    }
}

void cbor_flag(cbor_writer *writer, int flag) {
    put_byte(writer, MAJOR_SIMPLE << 5 | (flag ? 21u : 20u));
}

void cbor_put_unsigned(cbor_writer *writer, const char *key, uint64_t number) {
    cbor_text(writer, key);
    cbor_unsigned(writer, number);
}

void cbor_put_text(cbor_writer *writer, const char *key, const char *text) {
    cbor_text(writer, key);
    cbor_text(writer, text);
}

void cbor_put_flag(cbor_writer *writer, const char *key, int flag) {
    cbor_text(writer, key);
    cbor_flag(writer, flag);
}
