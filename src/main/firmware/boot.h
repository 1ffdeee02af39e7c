/* The bootloader: what MCUboot does with image 1, the model, by swapping through a scratch sector. Power may fail at any
 * operation: the next start goes on, and the tag has the old or the new image, whole. What it does not like it refuses
 * without a word. */
#ifndef BOOT_H
#define BOOT_H

#include "image.h"
#include "memory.h"

#define BOOT_FIRMWARE 0u
#define BOOT_MODEL 1u
#define BOOT_MOST_KEYS 2u

/** What the next start does. The numbers are those of the status sector. */
typedef enum {
    BOOT_NONE = 1,
    /** tries the second slot's image once */
    BOOT_TEST = 2,
    /** moves to the second slot's image for good */
    BOOT_PERMANENT = 3,
    /** brings the old image back, because the one on trial was not confirmed */
    BOOT_REVERT = 4
} boot_swap;

typedef struct {
    memory *memory;
    const char *hardware;
    image_version firmware;
    /** SHA-256 of the program, which has no image header of its own: it lies where this tag cannot write */
    uint8_t program[SHA256_BYTES];
    image_key keys[BOOT_MOST_KEYS];
    uint32_t key_count;
} boot;

/** Does what the trailers ask for. @return whether the model's first slot then holds a whole image */
int boot_start(boot *b);

/** What the trailers of the model's slots ask for. */
boot_swap boot_next(const boot *b);

/** Marks the model's second slot for the next start. */
void boot_request(boot *b, int permanent);

/** Makes the model on trial stay. */
void boot_confirm(boot *b);

/** The model image in a slot.
 *  @param second 0 for the slot that runs, 1 for the other
 *  @return 1 if there is one */
int boot_image(const boot *b, uint32_t second, image *found);

/** Bytes of the largest image: a slot without its trailer and the sector that swapping by moving would need. */
uint32_t boot_largest_image(const boot *b);

/** Erases the model's second slot. */
void boot_erase_second(boot *b);

/** Where the model's slots begin. */
uint32_t boot_slot(const boot *b, uint32_t second);

#endif
