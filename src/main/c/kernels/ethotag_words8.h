/* Columns of a block of layout 2, int8. */
#ifndef ETHOTAG_WORDS8_H
#define ETHOTAG_WORDS8_H

#include "ethotag_blocks.h"
#include "ethotag_pair.h"

/** Adds the four products of one row: bytes 0 and 2 of a word are columns 0 and 1, bytes 1 and 3 are columns 2 and 3. */
ETHOTAG_INLINE int32_t add_row(int32_t sum, const int8_t *w, ethotag_pair low, ethotag_pair high) {
    sum = ethotag_pair_add(sum, ethotag_pair_even(w), low);
    return ethotag_pair_add(sum, ethotag_pair_odd(w), high);
}

ETHOTAG_INLINE void four_columns(ethotag_six *six, const void *weights, const int16_t *v) {
    const int8_t *w = weights;
    ethotag_pair low = ethotag_pair_at(v);
    ethotag_pair high = ethotag_pair_at(v + 2);
    six->r0 = add_row(six->r0, w, low, high);
    six->z0 = add_row(six->z0, w + 4, low, high);
    six->n0 = add_row(six->n0, w + 8, low, high);
    six->r1 = add_row(six->r1, w + 12, low, high);
    six->z1 = add_row(six->z1, w + 16, low, high);
    six->n1 = add_row(six->n1, w + 20, low, high);
}

ETHOTAG_INLINE int32_t input_row(const void *weights, const int32_t *bias, const int16_t *x, uint32_t row) {
    const int8_t *w = (const int8_t *)weights + 4u * row;
    return add_row(bias[row], w, ethotag_pair_at(x), ethotag_pair_at(x + 2));
}

#endif
