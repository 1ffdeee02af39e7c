#include "ethotag_kernels.h"

void ethotag_step(ethotag_session *session, const int16_t *raw) {
    const ethotag_model *model = session->model;
    int16_t *old = session->state;
    int16_t x[ETHOTAG_AXES + 1];
    int is_narrow = model->input.bits == 8;
    ethotag_condition(&session->conditioning, raw, x);
    uint32_t kernel = model->kernel;
    if ((ETHOTAG_HAS_LAYOUT(ETHOTAG_ROW_MAJOR) || ETHOTAG_HAS_FRONT) && kernel == ETHOTAG_ROW_MAJOR) {
        ethotag_other_step(model, x, session);
    } else if (ETHOTAG_HAS_LAYOUT(ETHOTAG_SIX_ROW_BLOCKS) && kernel == ETHOTAG_SIX_ROW_BLOCKS) {
        (is_narrow ? ethotag_step_blocks8 : ethotag_step_blocks16)(model, x, old, session->next);
    } else if (ETHOTAG_HAS_LAYOUT(ETHOTAG_SIX_ROW_WORDS)) {
        (is_narrow ? ethotag_step_words8 : ethotag_step_words16)(model, x, old, session->next);
    }
    session->state = session->next;
    session->next = old;
}
