/* What a whole tag goes through on the computer. */
#ifndef LIFE_H
#define LIFE_H

#include "tag.h"

/** Noise on the line, see fuzz.c. */
void fuzz(flash memory, image_key key, uint32_t frames, uint64_t seed);

/** A model that fails on trial with nobody at the line: the tag goes back to the old one by itself.
 *  @param old the image that ran before */
void lonely_trial(flash memory, image_key key, const uint8_t *old, uint32_t old_bytes);

/** The clock over the turn of the millisecond counter. */
void long_life(flash memory, image_key key);

#endif
