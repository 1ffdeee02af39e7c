#include "ethotag_kernels.h"

/** With an input perceptron. */
static void wide_step(const ethotag_session *session, const int16_t *x) {
    const ethotag_model *model = session->model;
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

void ethotag_other_step(const ethotag_session *session, const int16_t *x) {
    const ethotag_model *model = session->model;
    if (ETHOTAG_HAS_FRONT && model->front.outputs != 0) {
        wide_step(session, x);
    } else if (ETHOTAG_HAS_LAYOUT(ETHOTAG_ROW_MAJOR)) {
        ethotag_step_rows(model, x, session->state, session->next);
    }
}
