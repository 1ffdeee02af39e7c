/* What happens to the sums of a block: the gates of two hidden units (GRUQ-1, step). */
#ifndef ETHOTAG_GATES_H
#define ETHOTAG_GATES_H

#include "ethotag_kernels.h"

/** What every unit needs, copied so that the states cannot alias it. */
typedef struct {
    /* entries for 0 */
    const int16_t *sigmoid;
    const int16_t *tanh;
    int32_t half;
    uint32_t product_shift;
    uint32_t sx[3];
    uint32_t sh[3];
} ethotag_gates;

static inline ethotag_gates ethotag_gates_of(const ethotag_model *model) {
    ethotag_gates gates = {
        model->sigmoid + ETHOTAG_TABLE_MIDDLE,
        model->tanh + ETHOTAG_TABLE_MIDDLE,
        (int32_t)1 << (model->product_shift - 1),
        model->product_shift,
        {model->input_shift[0], model->input_shift[1], model->input_shift[2]},
        {model->recurrent_shift[0], model->recurrent_shift[1], model->recurrent_shift[2]}};
    return gates;
}

/** r or z of a unit.
 *  @param gate 0 or 1 */
static inline int32_t ethotag_gate(const ethotag_gates *g, uint32_t gate, int32_t x, int32_t a) {
    return ethotag_lookup(g->sigmoid, ethotag_saturate16((x >> g->sx[gate]) + (a >> g->sh[gate])));
}

/** n of a unit. */
static inline int32_t ethotag_proposal(const ethotag_gates *g, int32_t r, int32_t x, int32_t a) {
    int32_t product = (r * ethotag_saturate16(a >> g->sh[2]) + g->half) >> g->product_shift;
    return ethotag_lookup(g->tanh, ethotag_saturate16((x >> g->sx[2]) + product));
}

/** h of a unit. */
static inline int16_t ethotag_blend(int32_t z, int32_t n, int32_t old) {
    return (int16_t)(n + ((z * (old - n) + 16384) >> 15));
}

/** The end of a block.
 *  @param in   input sums
 *  @param back recurrent sums
 *  @param old  two states before the step
 *  @param next receives two states */
static inline void ethotag_two_units(
    const ethotag_gates *g, const ethotag_six *in, const ethotag_six *back, const int16_t *old, int16_t *next) {
    int32_t n0 = ethotag_proposal(g, ethotag_gate(g, 0, in->r0, back->r0), in->n0, back->n0);
    int32_t n1 = ethotag_proposal(g, ethotag_gate(g, 0, in->r1, back->r1), in->n1, back->n1);
    next[0] = ethotag_blend(ethotag_gate(g, 1, in->z0, back->z0), n0, old[0]);
    next[1] = ethotag_blend(ethotag_gate(g, 1, in->z1, back->z1), n1, old[1]);
}

#endif
