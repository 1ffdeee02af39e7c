#include "ethotag_kernels.h"

void ethotag_other_step(const ethotag_model *model, const int16_t *x, const ethotag_session *session) {
    if (ETHOTAG_HAS_FRONT && model->front.outputs != 0) {
        ethotag_front_step(model, x, session);
    } else if (ETHOTAG_HAS_LAYOUT(ETHOTAG_ROW_MAJOR)) {
        ethotag_step_rows(model, x, session->state, session->next);
    }
}
