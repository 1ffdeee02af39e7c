#include "ethotag_kernels.h"

/** One hidden unit (GRUQ-1, step).
 *  @param x input sums of r, z, n
 *  @param a recurrent sums of r, z, n */
static int16_t unit(const ethotag_model *model, const int32_t *x, const int32_t *a, int16_t old) {
    const uint8_t *sx = model->input_shift;
    const uint8_t *sh = model->recurrent_shift;
    int32_t r = ethotag_lookup(model->sigmoid, ethotag_saturate16((x[0] >> sx[0]) + (a[0] >> sh[0])));
    int32_t z = ethotag_lookup(model->sigmoid, ethotag_saturate16((x[1] >> sx[1]) + (a[1] >> sh[1])));
    int32_t part = ethotag_saturate16(a[2] >> sh[2]);
    int32_t product = (r * part + ((int32_t)1 << (model->product_shift - 1))) >> model->product_shift;
    int32_t n = ethotag_lookup(model->tanh, ethotag_saturate16((x[2] >> sx[2]) + product));
    return (int16_t)(n + ((z * (old - n) + 16384) >> 15));
}

void ethotag_step(ethotag_session *session, const int16_t *raw) {
    const ethotag_model *model = session->model;
    int16_t x[ETHOTAG_AXES + 1];
    int32_t input[ETHOTAG_BLOCK_ROWS];
    int32_t recurrent[ETHOTAG_BLOCK_ROWS];
    ethotag_condition(&session->conditioning, raw, x);
    for (uint32_t block = 0; block < model->input.hidden / 2u; block++) {
        uint32_t first = 2u * block;
        ethotag_six_sums(&model->input, block, x, input);
        ethotag_six_sums(&model->recurrent, block, session->state, recurrent);
        session->next[first] = unit(model, input, recurrent, session->state[first]);
        session->next[first + 1u] = unit(model, input + 3, recurrent + 3, session->state[first + 1u]);
    }
    int16_t *old = session->state;
    session->state = session->next;
    session->next = old;
}
