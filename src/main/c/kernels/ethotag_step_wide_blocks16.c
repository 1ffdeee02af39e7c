#include <stdint.h>

typedef int16_t weight;

#include "ethotag_columns.h"
#include "ethotag_wide.h"

void ethotag_step_wide_blocks16(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next) {
    const ethotag_form form = {four_columns, input_row, 24u * sizeof(weight), 18u * sizeof(weight)};
    ethotag_step_wide(form, model, x, state, next);
}
