#include "ethotag_gates.h"
#include "ethotag_kernels.h"
#include "ethotag_pair.h"

/** Adds the four products of one row: bytes 0 and 2 of a word are columns 0 and 1, bytes 1 and 3 are columns 2 and 3. */
static inline int32_t row(int32_t sum, const int8_t *w, ethotag_pair low, ethotag_pair high) {
    sum = ethotag_pair_add(sum, ethotag_pair_even(w), low);
    return ethotag_pair_add(sum, ethotag_pair_odd(w), high);
}

/** Adds the six words of four columns times their values. */
static inline void add(ethotag_six *six, const int8_t *w, const int16_t *v) {
    ethotag_pair low = ethotag_pair_at(v);
    ethotag_pair high = ethotag_pair_at(v + 2);
    six->r0 = row(six->r0, w, low, high);
    six->z0 = row(six->z0, w + 4, low, high);
    six->n0 = row(six->n0, w + 8, low, high);
    six->r1 = row(six->r1, w + 12, low, high);
    six->z1 = row(six->z1, w + 16, low, high);
    six->n1 = row(six->n1, w + 20, low, high);
}

void ethotag_step_words8(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_gates gates = ethotag_gates_of(model);
    const int8_t *input = model->input.weights;
    const int8_t *w = model->recurrent.weights;
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
