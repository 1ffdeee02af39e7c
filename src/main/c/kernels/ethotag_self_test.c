#include "ethotag_kernels.h"

ethotag_status ethotag_self_test(const ethotag_model *model, void *scratch, size_t scratch_bytes) {
    ethotag_session session;
    ethotag_status status = ethotag_start(&session, model, scratch, scratch_bytes);
    if (status != ETHOTAG_OK) {
        return status;
    }
    const int16_t *sample = (const int16_t *)(const void *)(model->blob + model->self_test) + 2;
    for (uint32_t i = 0; i < ETHOTAG_SELF_TEST_SAMPLES; i++) {
        ethotag_step(&session, sample);
        sample += ETHOTAG_AXES;
    }
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < model->input.hidden; i++) {
        wrong += session.state[i] != sample[i];
    }
    const int32_t *logits = (const int32_t *)(const void *)(sample + model->input.hidden);
    ethotag_perceptron(&session);
    for (uint32_t i = 0; i < model->classes; i++) {
        wrong += ethotag_logit(&session, i) != logits[i];
    }
    return wrong == 0 ? ETHOTAG_OK : ETHOTAG_SELF_TEST_FAILED;
}
