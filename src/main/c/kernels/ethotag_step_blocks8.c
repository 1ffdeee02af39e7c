#include "ethotag_gates.h"
#include "ethotag_kernels.h"

/** Adds one column of six weights times its value. */
static inline void column(ethotag_six *six, const int8_t *w, int32_t value) {
    ethotag_six_add(six, w[0], w[1], w[2], w[3], w[4], w[5], value);
}

void ethotag_step_blocks8(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_gates gates = ethotag_gates_of(model);
    const int8_t *input = model->input.weights;
    const int8_t *w = model->recurrent.weights;
    const int32_t *input_bias = model->input.bias;
    const int32_t *bias = model->recurrent.bias;
    uint32_t hidden = model->input.hidden;
    for (uint32_t i = 0; i < hidden; i += 2u) {
        ethotag_six in = ethotag_six_from(input_bias);
        column(&in, input, x[0]);
        column(&in, input + 6, x[1]);
        column(&in, input + 12, x[2]);
        ethotag_six back = ethotag_six_from(bias);
        const int16_t *v = state;
        for (uint32_t fours = hidden / 4u; fours > 0; fours--) {
            column(&back, w, v[0]);
            column(&back, w + 6, v[1]);
            column(&back, w + 12, v[2]);
            column(&back, w + 18, v[3]);
            v += 4;
            w += 24;
        }
        ethotag_two_units(&gates, &in, &back, state + i, next + i);
        input += 18;
        input_bias += ETHOTAG_BLOCK_ROWS;
        bias += ETHOTAG_BLOCK_ROWS;
    }
}
