#include "ethotag_gates.h"

/** Six sums of one block; the rows of row-major weights lie far apart. */
static void add_rows(int32_t *sums, const ethotag_matrix *matrix, uint32_t unit, const int16_t *v) {
    const uint8_t *weights = matrix->weights;
    uint32_t row_bytes = matrix->columns * (matrix->bits / 8u);
    for (uint32_t i = 0; i < 2u; i++) {
        for (uint32_t row = unit + i; row < 3u * matrix->hidden; row += matrix->hidden) {
            *sums = ethotag_row_sum(weights + row * row_bytes, matrix->bits, matrix->bias[row], v, matrix->columns);
            sums++;
        }
    }
}

void ethotag_step_rows(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_gates gates = model->gates;
    uint32_t unit = 0;
    const int16_t *old = state;
    do {
        int32_t in[ETHOTAG_BLOCK_ROWS];
        int32_t sums[ETHOTAG_BLOCK_ROWS];
        add_rows(in, &model->input, unit, x);
        add_rows(sums, &model->recurrent, unit, state);
        ethotag_six back = ethotag_six_from(sums);
        ethotag_two_units(&gates, ethotag_ready_row, NULL, in, x, &back, old, next);
        old += 2;
        next += 2;
        unit += 2u;
    } while (unit < model->input.hidden);
}
