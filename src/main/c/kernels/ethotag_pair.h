/* Two int16 in a word and their two products: one instruction on cores with the DSP extension, the same integers on any
 * other. The sum of both products fits int32 by the overflow bound of the blob. */
#ifndef ETHOTAG_PAIR_H
#define ETHOTAG_PAIR_H

#include "ethotag_inline.h"

#include <stdint.h>

#if defined(__ARM_FEATURE_DSP)

#include <arm_acle.h>
#include <string.h>

typedef int16x2_t ethotag_pair;

/** @param two aligned to 2 */
ETHOTAG_INLINE ethotag_pair ethotag_pair_at(const int16_t *two) {
    ethotag_pair word;
    memcpy(&word, two, sizeof word);
    return word;
}

ETHOTAG_INLINE int32_t ethotag_pair_add(int32_t sum, ethotag_pair a, ethotag_pair b) {
    return __smlad(a, b, sum);
}

/** The bytes 0 and 2 of a word. */
ETHOTAG_INLINE ethotag_pair ethotag_pair_even(const int8_t *four) {
    uint32_t word;
    memcpy(&word, four, sizeof word);
    return __sxtb16((int8x4_t)word);
}

/** The bytes 1 and 3 of a word. */
ETHOTAG_INLINE ethotag_pair ethotag_pair_odd(const int8_t *four) {
    uint32_t word;
    memcpy(&word, four, sizeof word);
    return __sxtb16((int8x4_t)(word >> 8 | word << 24));
}

#else

typedef struct {
    int32_t low;
    int32_t high;
} ethotag_pair;

ETHOTAG_INLINE ethotag_pair ethotag_pair_at(const int16_t *two) {
    ethotag_pair pair = {two[0], two[1]};
    return pair;
}

ETHOTAG_INLINE int32_t ethotag_pair_add(int32_t sum, ethotag_pair a, ethotag_pair b) {
    return sum + a.low * b.low + a.high * b.high;
}

ETHOTAG_INLINE ethotag_pair ethotag_pair_even(const int8_t *four) {
    ethotag_pair pair = {four[0], four[2]};
    return pair;
}

ETHOTAG_INLINE ethotag_pair ethotag_pair_odd(const int8_t *four) {
    ethotag_pair pair = {four[1], four[3]};
    return pair;
}

#endif

#endif
