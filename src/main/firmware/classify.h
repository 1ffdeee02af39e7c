/* Classifies a file of samples as fast as it goes, to the emulator's console. */
#ifndef CLASSIFY_H
#define CLASSIFY_H

#include "live.h"

/** Prints for each window its number from 0, its class and its logits; for each full period the counts and, in hexadecimal,
 *  what the radio would send.
 *  @param path a file of int16, little-endian, [sample][axis]
 *  @param blob the model
 *  @return status to end with */
int classify(const char *path, const uint8_t *blob, uint32_t capacity, model *m, live *l);

#endif
