#include "ethotag.h"

void ethotag_reset(ethotag_session *session) {
    for (uint32_t i = 0; i < session->model->input.hidden; i++) {
        session->state[i] = 0;
    }
}
