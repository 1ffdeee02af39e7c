/* Columns of a block of layout 2, int16. */
#ifndef ETHOTAG_WORDS16_H
#define ETHOTAG_WORDS16_H

#include "ethotag_blocks.h"
#include "ethotag_pair.h"

/** Adds the six words of two columns times their values. Two loads in a row take fewer cycles than two apart. */
ETHOTAG_INLINE void two_columns(ethotag_six *six, const int16_t *w, ethotag_pair value) {
    ethotag_pair first = ethotag_pair_at(w);
    ethotag_pair second = ethotag_pair_at(w + 2);
    six->r0 = ethotag_pair_add(six->r0, first, value);
    six->z0 = ethotag_pair_add(six->z0, second, value);
    first = ethotag_pair_at(w + 4);
    second = ethotag_pair_at(w + 6);
    six->n0 = ethotag_pair_add(six->n0, first, value);
    six->r1 = ethotag_pair_add(six->r1, second, value);
    first = ethotag_pair_at(w + 8);
    second = ethotag_pair_at(w + 10);
    six->z1 = ethotag_pair_add(six->z1, first, value);
    six->n1 = ethotag_pair_add(six->n1, second, value);
}

ETHOTAG_INLINE void four_columns(ethotag_six *six, const void *weights, const int16_t *v) {
    const int16_t *w = weights;
    two_columns(six, w, ethotag_pair_at(v));
    two_columns(six, w + 12, ethotag_pair_at(v + 2));
}

ETHOTAG_INLINE int32_t input_row(const void *weights, const int32_t *bias, const int16_t *x, uint32_t row) {
    const int16_t *w = (const int16_t *)weights + 2u * row;
    int32_t sum = ethotag_pair_add(bias[row], ethotag_pair_at(w), ethotag_pair_at(x));
    return ethotag_pair_add(sum, ethotag_pair_at(w + 12), ethotag_pair_at(x + 2));
}

#endif
