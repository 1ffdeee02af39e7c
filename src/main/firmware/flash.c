#include "flash.h"

#include <string.h>

int flash_holds(const flash *memory, uint32_t at, uint32_t count) {
    return at <= memory->size && count <= memory->size - at;
}

/** Counts an operation. @return how many of its bytes are done: all of them, unless power fails */
static uint32_t powered(flash *memory, uint32_t count) {
    memory->operations++;
    if (memory->operations != memory->cut_at) {
        return count;
    }
    if (!memory->torn) {
        memory->power_fails();
    }
    return count / 2u;
}

void flash_erase(flash *memory, uint32_t at) {
    if (at % FLASH_SECTOR == 0 && flash_holds(memory, at, FLASH_SECTOR)) {
        uint32_t done = powered(memory, FLASH_SECTOR);
        memset(memory->bytes + at, (int)FLASH_ERASED, done);
        if (done < FLASH_SECTOR) {
            memory->power_fails();
        }
    }
}

void flash_write(flash *memory, uint32_t at, const uint8_t *source, uint32_t count) {
    if (flash_holds(memory, at, count) && count > 0) {
        uint32_t done = powered(memory, count);
        for (uint32_t i = 0; i < done; i++) {
            memory->bytes[at + i] &= source[i];
        }
        if (done < count) {
            memory->power_fails();
        }
    }
}
