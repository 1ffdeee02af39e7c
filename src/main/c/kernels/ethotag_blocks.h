/* One step over the blocks of layouts 1 and 2, for any width of the weights. */
#ifndef ETHOTAG_BLOCKS_H
#define ETHOTAG_BLOCKS_H

#include "ethotag_gates.h"

/** Adds four columns of a block.
 *  @param weights of the columns
 *  @param v       their values, [4] */
typedef void ethotag_four_columns(ethotag_six *six, const void *weights, const int16_t *v);

/** How a layout stores a block. */
typedef struct {
    ethotag_four_columns *four;
    ethotag_input_row *input;
    /** bytes of the weights of four columns */
    uint32_t four_bytes;
    /** bytes of a block's input weights */
    uint32_t input_bytes;
} ethotag_form;

/** Adds all columns of a block, at least eight if fours is 2.
 *  @return the weights behind them */
ETHOTAG_INLINE const uint8_t *ethotag_add_columns(
    const ethotag_form form, const uint32_t fours, ethotag_six *six, const uint8_t *w, const int16_t *v,
    uint32_t columns) {
    do {
        form.four(six, w, v);
        if (fours == 2) {
            form.four(six, w + form.four_bytes, v + 4);
        }
        w += fours * form.four_bytes;
        v += 4u * fours;
        columns -= 4u * fours;
    } while (columns > 0);
    return w;
}

/** All blocks of a step.
 *  @param fours columns at once, divided by 4: 1 or 2; constant */
ETHOTAG_INLINE void ethotag_all_blocks(
    const ethotag_form form, const uint32_t fours, const ethotag_model *model, const int16_t *x, const int16_t *state,
    int16_t *next) {
    const ethotag_gates gates = model->gates;
    const uint8_t *input = model->input.weights;
    const uint8_t *w = model->recurrent.weights;
    const int32_t *bias = model->input.bias;
    const int16_t *old = state;
    uint32_t hidden = model->input.hidden;
    const int16_t *end = state + hidden;
    const int16_t sample[ETHOTAG_AXES + 1] = {x[0], x[1], x[2], 0};
    do {
        ethotag_six back = ethotag_six_from(bias + 3u * hidden);
        w = ethotag_add_columns(form, fours, &back, w, state, hidden);
        ethotag_two_units(&gates, form.input, input, bias, sample, &back, old, next);
        input += form.input_bytes;
        bias += ETHOTAG_BLOCK_ROWS;
        old += 2;
        next += 2;
    } while (old != end);
}

/** See ethotag_step_kernel.
 *  @param form constant, so that its parts are inlined */
ETHOTAG_INLINE void ethotag_step_blocks(
    const ethotag_form form, const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    if (model->input.hidden % 8u == 0) {
        ethotag_all_blocks(form, 2, model, x, state, next);
    } else {
        ethotag_all_blocks(form, 1, model, x, state, next);
    }
}

#endif
