/* Numbers in and out of the files through which the tests talk to the runtime; little-endian, as the cores are. */
#ifndef WIRE_H
#define WIRE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/** Memory of exactly so many bytes, so that a sanitizer sees any byte beyond it. */
static inline void *exactly(size_t bytes) {
    void *memory = malloc(bytes == 0 ? 1 : bytes);
    if (memory == NULL) {
        abort();
    }
    return memory;
}

static inline void take(FILE *in, void *memory, size_t bytes) {
    if (fread(memory, 1, bytes, in) != bytes) {
        abort();
    }
}

static inline uint32_t take32(FILE *in) {
    uint32_t value;
    take(in, &value, sizeof value);
    return value;
}

static inline void give32(FILE *out, int32_t value) {
    if (fwrite(&value, sizeof value, 1, out) != 1) {
        abort();
    }
}

#endif
