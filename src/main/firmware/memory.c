#include "memory.h"

#include <string.h>

#define MAGIC 0x45545654u // "ETVT"
#define VERSION 1u
#define SLOTS 4u
#define OTHER_SECTORS 5u // label, scratch, two status sectors, settings
#define LEAST_SECTORS 4u
#define LARGEST_SLOT (1u << 24)

static uint32_t read16(const uint8_t *at) {
    return (uint32_t)at[0] << 8 | at[1];
}

static uint32_t read32(const uint8_t *at) {
    return read16(at) << 16 | read16(at + 2);
}

int memory_open(memory *m, flash *f) {
    const uint8_t *label = f->bytes;
    if (f->size < FLASH_SECTOR || read32(label) != MAGIC || read32(label + 4) != VERSION) {
        return 0;
    }
    uint32_t slot = read32(label + 8);
    uint32_t serial = read16(label + 12);
    if (slot % FLASH_SECTOR != 0 || slot < LEAST_SECTORS * FLASH_SECTOR || slot > LARGEST_SLOT
        || f->size < SLOTS * slot + OTHER_SECTORS * FLASH_SECTOR || serial == 0 || serial > MEMORY_SERIAL_BYTES) {
        return 0;
    }
    uint32_t key = read16(label + 14u + serial);
    if (key > MEMORY_KEY_BYTES) {
        return 0;
    }
    m->flash = f;
    m->slot_bytes = slot;
    memcpy(m->serial, label + 14, serial);
    m->serial[serial] = 0;
    memcpy(m->key, label + 16u + serial, key);
    m->key_bytes = key;
    return 1;
}

uint32_t memory_slot(const memory *m, uint32_t slot) {
    return FLASH_SECTOR + slot * m->slot_bytes;
}

uint32_t memory_scratch(const memory *m) {
    return memory_slot(m, SLOTS);
}

uint32_t memory_status(const memory *m, uint32_t image) {
    return memory_scratch(m) + (1u + image) * FLASH_SECTOR;
}

uint32_t memory_settings(const memory *m) {
    return memory_scratch(m) + 3u * FLASH_SECTOR;
}

const uint8_t *memory_at(const memory *m, uint32_t at) {
    return m->flash->bytes + at;
}
