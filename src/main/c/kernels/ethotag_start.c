#include "ethotag_kernels.h"

ethotag_status ethotag_start(ethotag_session *session, const ethotag_model *model, void *scratch, size_t scratch_bytes) {
    if (session == NULL || model == NULL || scratch == NULL) {
        return ETHOTAG_BAD_ADDRESS;
    }
    if ((uintptr_t)scratch % 4u != 0 || scratch_bytes < model->scratch_bytes) {
        return ETHOTAG_BAD_SCRATCH;
    }
    uint32_t hidden = model->input.hidden;
    session->model = model;
    session->conditioning = model->conditioning;
    session->state = scratch;
    session->next = session->state + hidden;
    session->units = session->next + hidden;
    ethotag_reset(session);
    return ETHOTAG_OK;
}
