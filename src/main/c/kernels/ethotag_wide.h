/* One step over the blocks of layouts 1 and 2 whose input is as wide as that of an input perceptron. */
#ifndef ETHOTAG_WIDE_H
#define ETHOTAG_WIDE_H

#include "ethotag_blocks.h"

/** All blocks of a step: first the input sums of a block, which then wait in memory, then its recurrent ones.
 *  @param fours columns at once, divided by 4: 1 or 2; constant */
ETHOTAG_INLINE void ethotag_all_wide_blocks(
    const ethotag_form form, const uint32_t fours, const ethotag_model *model, const int16_t *values,
    const int16_t *state, int16_t *next) {
    const ethotag_gates gates = model->gates;
    const uint8_t *input = model->input.weights;
    const uint8_t *w = model->recurrent.weights;
    const int32_t *bias = model->input.bias;
    const int16_t *old = state;
    uint32_t hidden = model->input.hidden;
    uint32_t columns = model->input.columns;
    const int16_t *end = state + hidden;
    do {
        ethotag_six in = ethotag_six_from(bias);
        input = ethotag_add_columns(form, fours, &in, input, values, columns);
        const int32_t sums[ETHOTAG_BLOCK_ROWS] = {in.r0, in.z0, in.n0, in.r1, in.z1, in.n1};
        ethotag_six back = ethotag_six_from(bias + 3u * hidden);
        w = ethotag_add_columns(form, fours, &back, w, state, hidden);
        ethotag_two_units(&gates, ethotag_ready_row, NULL, sums, values, &back, old, next);
        bias += ETHOTAG_BLOCK_ROWS;
        old += 2;
        next += 2;
    } while (old != end);
}

/** See ethotag_step_kernel.
 *  @param form constant, so that its parts are inlined */
ETHOTAG_INLINE void ethotag_step_wide(
    const ethotag_form form, const ethotag_model *model, const int16_t *values, const int16_t *state, int16_t *next) {
    if ((model->input.hidden | model->input.columns) % 8u == 0) {
        ethotag_all_wide_blocks(form, 2, model, values, state, next);
    } else {
        ethotag_all_wide_blocks(form, 1, model, values, state, next);
    }
}

#endif
