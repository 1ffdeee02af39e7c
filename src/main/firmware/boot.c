#include "boot.h"

#include <string.h>

#define SET 1u

/* From the end of a slot. */
#define MAGIC_AT 16u
#define IMAGE_OK_AT 24u
#define COPY_DONE_AT 32u
#define MAGIC_BYTES 16u

/* In the status sector. */
#define FINISHED_AT 1u
#define STEPS_FROM 16u
#define STEPS_PER_SECTOR 3u

/** Of MCUboot's image trailer (docs/design.md). */
static const uint8_t trailer_magic[MAGIC_BYTES] = {0x77, 0xc2, 0x95, 0xf3, 0x60, 0xd2, 0xef, 0x7f,
                                                   0x35, 0x52, 0x50, 0x0f, 0x2c, 0xb6, 0x79, 0x80};

uint32_t boot_slot(const boot *b, uint32_t second) {
    return memory_slot(b->memory, 2u * BOOT_MODEL + second);
}

static uint32_t sectors(const boot *b) {
    return b->memory->slot_bytes / FLASH_SECTOR;
}

uint32_t boot_largest_image(const boot *b) {
    return b->memory->slot_bytes - 2u * FLASH_SECTOR;
}

int boot_image(const boot *b, uint32_t second, image *found) {
    return image_open(found, memory_at(b->memory, boot_slot(b, second)), boot_largest_image(b));
}

static void write_byte(boot *b, uint32_t at, uint32_t value) {
    uint8_t byte = (uint8_t)value;
    flash_write(b->memory->flash, at, &byte, 1);
}

/** Where something of a slot's trailer lies. */
static uint32_t trailer(const boot *b, uint32_t second, uint32_t from_end) {
    return boot_slot(b, second) + b->memory->slot_bytes - from_end;
}

static int has_magic(const boot *b, uint32_t second) {
    return memcmp(memory_at(b->memory, trailer(b, second, MAGIC_AT)), trailer_magic, MAGIC_BYTES) == 0;
}

static int has_flag(const boot *b, uint32_t second, uint32_t from_end) {
    return *memory_at(b->memory, trailer(b, second, from_end)) == SET;
}

boot_swap boot_next(const boot *b) {
    if (has_magic(b, 1)) {
        return has_flag(b, 1, IMAGE_OK_AT) ? BOOT_PERMANENT : BOOT_TEST;
    }
    int trial = has_magic(b, 0) && has_flag(b, 0, COPY_DONE_AT) && !has_flag(b, 0, IMAGE_OK_AT);
    return trial ? BOOT_REVERT : BOOT_NONE;
}

void boot_request(boot *b, int permanent) {
    if (permanent) {
        write_byte(b, trailer(b, 1, IMAGE_OK_AT), SET);
    }
    flash_write(b->memory->flash, trailer(b, 1, MAGIC_AT), trailer_magic, MAGIC_BYTES);
}

void boot_confirm(boot *b) {
    if (boot_next(b) == BOOT_REVERT) {
        write_byte(b, trailer(b, 0, IMAGE_OK_AT), SET);
    }
}

void boot_erase_second(boot *b) {
    for (uint32_t i = 0; i < sectors(b); i++) {
        flash_erase(b->memory->flash, boot_slot(b, 1) + i * FLASH_SECTOR);
    }
}

static void write_trailer(boot *b, int confirmed) {
    flash_erase(b->memory->flash, trailer(b, 0, FLASH_SECTOR));
    write_byte(b, trailer(b, 0, COPY_DONE_AT), SET);
    if (confirmed) {
        write_byte(b, trailer(b, 0, IMAGE_OK_AT), SET);
    }
    flash_write(b->memory->flash, trailer(b, 0, MAGIC_AT), trailer_magic, MAGIC_BYTES);
}

static void copy_sector(boot *b, uint32_t to, uint32_t from) {
    flash_erase(b->memory->flash, to);
    flash_write(b->memory->flash, to, memory_at(b->memory, from), FLASH_SECTOR);
}

/** One third of the swap of a sector. It reads nothing that it writes, so it may be repeated. */
static void do_step(boot *b, uint32_t step) {
    uint32_t offset = step / STEPS_PER_SECTOR * FLASH_SECTOR;
    uint32_t first = boot_slot(b, 0) + offset;
    uint32_t second = boot_slot(b, 1) + offset;
    uint32_t scratch = memory_scratch(b->memory);
    switch (step % STEPS_PER_SECTOR) {
    case 0:
        copy_sector(b, scratch, first);
        break;
    case 1:
        copy_sector(b, first, second);
        break;
    default:
        copy_sector(b, second, scratch);
        break;
    }
}

/** Does what is left of a swap that was begun. @return whether there was one */
static int resume(boot *b) {
    uint32_t status = memory_status(b->memory, BOOT_MODEL);
    const uint8_t *record = memory_at(b->memory, status);
    uint32_t begun = record[0];
    if (begun != BOOT_TEST && begun != BOOT_PERMANENT && begun != BOOT_REVERT) {
        return 0;
    }
    if (record[FINISHED_AT] != SET) {
        for (uint32_t step = 0; step < STEPS_PER_SECTOR * (sectors(b) - 1u); step++) {
            if (record[STEPS_FROM + step] != SET) {
                do_step(b, step);
                write_byte(b, status + STEPS_FROM + step, SET);
            }
        }
        write_trailer(b, begun != BOOT_TEST);
        flash_erase(b->memory->flash, trailer(b, 1, FLASH_SECTOR));
        // a torn erase may take the steps before the head: without this mark they would be done twice
        write_byte(b, status + FINISHED_AT, SET);
    }
    flash_erase(b->memory->flash, status);
    return 1;
}

/** What to do, after the image that would come was judged. */
static boot_swap judged(boot *b) {
    boot_swap swap = boot_next(b);
    image candidate;
    if (swap == BOOT_NONE) {
        return swap;
    }
    if (!boot_image(b, 1, &candidate) || !image_is_trusted(&candidate, b->keys, b->key_count)
        || !image_fits(&candidate, b->hardware)) {
        boot_erase_second(b);
        write_trailer(b, 1);
        return BOOT_NONE;
    }
    // an image that asks for newer firmware stays where it is: that firmware may come
    return image_accepts(&candidate, BOOT_FIRMWARE, &b->firmware) ? swap : BOOT_NONE;
}

int boot_start(boot *b) {
    image first;
    if (!resume(b)) {
        boot_swap swap = judged(b);
        if (swap != BOOT_NONE) {
            uint32_t status = memory_status(b->memory, BOOT_MODEL);
            flash_erase(b->memory->flash, status);
            write_byte(b, status, (uint32_t)swap);
            resume(b);
        }
    }
    return boot_image(b, 0, &first) && image_is_whole(&first);
}
