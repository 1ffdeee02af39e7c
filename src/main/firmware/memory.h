/* What lies where in the tag's flash memory: the factory's label, four image slots, a scratch sector, a status sector per
 * image, a settings sector. The Java form of the virtual tag keeps its memory in the same way. */
#ifndef MEMORY_H
#define MEMORY_H

#include "flash.h"

#define MEMORY_SERIAL_BYTES 96u
#define MEMORY_KEY_BYTES 128u

typedef struct {
    flash *flash;
    uint32_t slot_bytes;
    /** ends with 0 */
    char serial[MEMORY_SERIAL_BYTES + 1u];
    /** public key of the factory, SubjectPublicKeyInfo */
    uint8_t key[MEMORY_KEY_BYTES];
    uint32_t key_bytes;
} memory;

/** Reads the factory's label. @return 1 if there is one that fits the memory */
int memory_open(memory *m, flash *f);

/** Where a slot begins.
 *  @param slot 0 to 3: twice the image, plus 1 for its second slot */
uint32_t memory_slot(const memory *m, uint32_t slot);
uint32_t memory_scratch(const memory *m);
uint32_t memory_status(const memory *m, uint32_t image);
uint32_t memory_settings(const memory *m);

/** The bytes at a place. */
const uint8_t *memory_at(const memory *m, uint32_t at);

#endif
