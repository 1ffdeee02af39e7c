#include "ethotag_words8.h"

void ethotag_step_words8(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_form form = {four_columns, input_row, 24u * sizeof(int8_t), 24u * sizeof(int8_t)};
    ethotag_step_blocks(form, model, x, state, next);
}
