#include "ethotag_kernels.h"

void ethotag_front_step(const ethotag_model *model, const int16_t *x, const ethotag_session *session) {
    const int16_t *state = session->state;
    const int16_t *values = session->units;
    int16_t *next = session->next;
    int is_narrow = model->input.bits == 8;
    uint32_t layout = model->input.layout;
    ethotag_front_values(&model->front, x, session->units);
    if (ETHOTAG_HAS_LAYOUT(ETHOTAG_ROW_MAJOR) && layout == ETHOTAG_ROW_MAJOR) {
        ethotag_step_rows(model, values, state, next);
    } else if (ETHOTAG_HAS_LAYOUT(ETHOTAG_SIX_ROW_BLOCKS) && layout == ETHOTAG_SIX_ROW_BLOCKS) {
        (is_narrow ? ethotag_step_wide_blocks8 : ethotag_step_wide_blocks16)(model, values, state, next);
    } else if (ETHOTAG_HAS_LAYOUT(ETHOTAG_SIX_ROW_WORDS)) {
        (is_narrow ? ethotag_step_wide_words8 : ethotag_step_wide_words16)(model, values, state, next);
    }
}
