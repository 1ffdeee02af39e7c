#include "ethotag_kernels.h"

void ethotag_logits(ethotag_session *session, int32_t *logits) {
    ethotag_perceptron(session);
    for (uint32_t i = 0; i < session->model->classes; i++) {
        logits[i] = ethotag_logit(session, i);
    }
}
