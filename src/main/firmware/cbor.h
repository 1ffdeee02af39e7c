/* The part of CBOR (RFC 8949) that SMP needs. Reading is bounded by the packet; writing by its buffer. */
#ifndef CBOR_H
#define CBOR_H

#include <stdint.h>

typedef enum { CBOR_ABSENT, CBOR_UNSIGNED, CBOR_NEGATIVE, CBOR_BYTES, CBOR_TEXT, CBOR_FLAG, CBOR_OTHER } cbor_kind;

/** One value of a map. */
typedef struct {
    cbor_kind kind;
    /** of a number (for a negative one: -1 - number), 0 or 1 for a flag, bytes of a string */
    uint64_t number;
    /** of a string, inside the packet */
    const uint8_t *bytes;
} cbor_value;

/** Whether these bytes are exactly one well-formed map with texts for keys, none twice, nested at most 8 deep. */
int cbor_is_map(const uint8_t *bytes, uint32_t count);

/** The value of a key in a map that cbor_is_map accepted, or one of kind CBOR_ABSENT. */
cbor_value cbor_find(const uint8_t *bytes, uint32_t count, const char *key);

/** A number of at most 2^31 - 1. @return 1 if the key has one */
int cbor_find_count(const uint8_t *bytes, uint32_t count, const char *key, uint32_t *number);

/** A map under construction. Once something does not fit, it is spoilt. */
typedef struct {
    uint8_t *bytes;
    uint32_t capacity;
    uint32_t count;
    int spoilt;
} cbor_writer;

/** Maps and lists are written with indefinite length, as Zephyr does it. */
void cbor_map(cbor_writer *writer);
void cbor_list(cbor_writer *writer);
void cbor_end(cbor_writer *writer);
void cbor_text(cbor_writer *writer, const char *text);
void cbor_text_of(cbor_writer *writer, const char *text, uint32_t count);
void cbor_bytes(cbor_writer *writer, const uint8_t *bytes, uint32_t count);
void cbor_unsigned(cbor_writer *writer, uint64_t number);
void cbor_signed(cbor_writer *writer, int32_t number);
void cbor_flag(cbor_writer *writer, int flag);

/** A key and its value. */
void cbor_put_unsigned(cbor_writer *writer, const char *key, uint64_t number);
void cbor_put_text(cbor_writer *writer, const char *key, const char *text);
void cbor_put_flag(cbor_writer *writer, const char *key, int flag);

#endif
