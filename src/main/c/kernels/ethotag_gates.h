/* What happens to the sums of a block: the gates of two hidden units (GRUQ-1, step). */
#ifndef ETHOTAG_GATES_H
#define ETHOTAG_GATES_H

#include "ethotag_kernels.h"

/** h of a unit. */
ETHOTAG_INLINE int32_t ethotag_blend(int32_t z, int32_t n, int32_t old) {
    return n + ((z * (old - n) + 16384) >> 15);
}

/** One input sum of a block.
 *  @param weights of the block
 *  @param bias    of the block, [6]
 *  @param x       conditioned sample, [4], the last one 0
 *  @param row     0 to 5 */
typedef int32_t ethotag_input_row(const void *weights, const int32_t *bias, const int16_t *x, uint32_t row);

/** See ethotag_input_row: where the input sums stand ready in place of the bias. */
ETHOTAG_INLINE int32_t ethotag_ready_row(const void *weights, const int32_t *sums, const int16_t *x, uint32_t row) {
    (void)weights;
    (void)x;
    return sums[row];
}

/** The end of a block. Takes the input sums one by one, so that they need no registers while the recurrent ones grow.
 *  @param back recurrent sums
 *  @param old  two states before the step
 *  @param next receives two states */
ETHOTAG_INLINE void ethotag_two_units(
    const ethotag_gates *g, ethotag_input_row *in, const void *weights, const int32_t *bias, const int16_t *x,
    const ethotag_six *back, const int16_t *old, int16_t *next) {
    int32_t r0 = back->r0 >> g->recurrent_shift[0];
    int32_t r1 = back->r1 >> g->recurrent_shift[0];
    int32_t xr0 = in(weights, bias, x, 0) >> g->input_shift[0];
    r0 = ethotag_lookup(g->sigmoid, ethotag_saturate16(xr0 + r0));
    int32_t xr1 = in(weights, bias, x, 3) >> g->input_shift[0];
    r1 = ethotag_lookup(g->sigmoid, ethotag_saturate16(xr1 + r1));
    int32_t n0 = ethotag_saturate16(back->n0 >> g->recurrent_shift[2]);
    int32_t n1 = ethotag_saturate16(back->n1 >> g->recurrent_shift[2]);
    n0 = (r0 * n0 + g->half) >> g->product_shift;
    n1 = (r1 * n1 + g->half) >> g->product_shift;
    int32_t xn0 = in(weights, bias, x, 2) >> g->input_shift[2];
    n0 = ethotag_lookup(g->tanh, ethotag_saturate16(xn0 + n0));
    int32_t xn1 = in(weights, bias, x, 5) >> g->input_shift[2];
    n1 = ethotag_lookup(g->tanh, ethotag_saturate16(xn1 + n1));
    int32_t z0 = back->z0 >> g->recurrent_shift[1];
    int32_t z1 = back->z1 >> g->recurrent_shift[1];
    int32_t xz0 = in(weights, bias, x, 1) >> g->input_shift[1];
    z0 = ethotag_lookup(g->sigmoid, ethotag_saturate16(xz0 + z0));
    int32_t xz1 = in(weights, bias, x, 4) >> g->input_shift[1];
    z1 = ethotag_lookup(g->sigmoid, ethotag_saturate16(xz1 + z1));
    next[0] = (int16_t)ethotag_blend(z0, n0, old[0]);
    next[1] = (int16_t)ethotag_blend(z1, n1, old[1]);
}

#endif
