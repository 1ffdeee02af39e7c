#include "ethotag_gates.h"
#include "ethotag_kernels.h"
#include "ethotag_pair.h"

/** Adds the six words of two columns times their values. */
static inline void two(ethotag_six *six, const int16_t *w, ethotag_pair value) {
    six->r0 = ethotag_pair_add(six->r0, ethotag_pair_at(w), value);
    six->z0 = ethotag_pair_add(six->z0, ethotag_pair_at(w + 2), value);
    six->n0 = ethotag_pair_add(six->n0, ethotag_pair_at(w + 4), value);
    six->r1 = ethotag_pair_add(six->r1, ethotag_pair_at(w + 6), value);
    six->z1 = ethotag_pair_add(six->z1, ethotag_pair_at(w + 8), value);
    six->n1 = ethotag_pair_add(six->n1, ethotag_pair_at(w + 10), value);
}

/** Adds four columns. */
static inline void add(ethotag_six *six, const int16_t *w, const int16_t *v) {
    two(six, w, ethotag_pair_at(v));
    two(six, w + 12, ethotag_pair_at(v + 2));
}

void ethotag_step_words16(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_gates gates = ethotag_gates_of(model);
    const int16_t *input = model->input.weights;
    const int16_t *w = model->recurrent.weights;
    const int32_t *input_bias = model->input.bias;
    const int32_t *bias = model->recurrent.bias;
    uint32_t hidden = model->input.hidden;
    for (uint32_t i = 0; i < hidden; i += 2u) {
        ethotag_six in = ethotag_six_from(input_bias);
        add(&in, input, x);
        ethotag_six back = ethotag_six_from(bias);
        const int16_t *v = state;
        for (uint32_t fours = hidden / 4u; fours > 0; fours--) {
            add(&back, w, v);
            v += 4;
            w += 24;
        }
        ethotag_two_units(&gates, &in, &back, state + i, next + i);
        input += 24;
        input_bias += ETHOTAG_BLOCK_ROWS;
        bias += ETHOTAG_BLOCK_ROWS;
    }
}
