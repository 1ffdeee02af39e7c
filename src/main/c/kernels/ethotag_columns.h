/* Columns of a block of layouts 1 and 2, in the width of the kernel that includes this: it names its own integer
 * `weight` before. */
#ifndef ETHOTAG_COLUMNS_H
#define ETHOTAG_COLUMNS_H

#include "ethotag_blocks.h"

/** Adds one column of six weights times its value. Two loads in a row take fewer cycles than two apart. */
ETHOTAG_INLINE void column(ethotag_six *six, const weight *w, int32_t value) {
    int32_t first = w[0];
    int32_t second = w[1];
    six->r0 += first * value;
    six->z0 += second * value;
    first = w[2];
    second = w[3];
    six->n0 += first * value;
    six->r1 += second * value;
    first = w[4];
    second = w[5];
    six->z1 += first * value;
    six->n1 += second * value;
}

ETHOTAG_INLINE void four_columns(ethotag_six *six, const void *weights, const int16_t *v) {
    const weight *w = weights;
    column(six, w, v[0]);
    column(six, w + 6, v[1]);
    column(six, w + 12, v[2]);
    column(six, w + 18, v[3]);
}

ETHOTAG_INLINE int32_t input_row(const void *weights, const int32_t *bias, const int16_t *x, uint32_t row) {
    const weight *w = (const weight *)weights + row;
    return bias[row] + w[0] * x[0] + w[6] * x[1] + w[12] * x[2];
}

#endif
