#include "ethotag_gates.h"
#include "ethotag_kernels.h"

/** Six sums of one block; the rows of row-major weights lie far apart. */
static ethotag_six sums(const ethotag_matrix *matrix, uint32_t block, const int16_t *v) {
    const uint8_t *weights = matrix->weights;
    uint32_t row_bytes = matrix->columns * (matrix->bits / 8u);
    int32_t six[ETHOTAG_BLOCK_ROWS];
    for (uint32_t i = 0; i < ETHOTAG_BLOCK_ROWS; i++) {
        uint32_t row = (i % 3u) * matrix->hidden + 2u * block + i / 3u;
        six[i] = ethotag_row_sum(weights + row * row_bytes, matrix->bits, matrix->bias[row], v, matrix->columns);
    }
    return ethotag_six_from(six);
}

void ethotag_step_rows(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_gates gates = ethotag_gates_of(model);
    for (uint32_t block = 0; block < model->input.hidden / 2u; block++) {
        ethotag_six in = sums(&model->input, block, x);
        ethotag_six back = sums(&model->recurrent, block, state);
        ethotag_two_units(&gates, &in, &back, state + 2u * block, next + 2u * block);
    }
}
