/* Checks the model and this build of the runtime: the self-test of the blob, then every golden window bit by bit. */
#include "ethotag.h"
#include "golden.h"
#include "model.h"

#include <stdio.h>

static int is_equal(ethotag_session *session, const ethotag_golden_window *golden) {
    int32_t logits[ETHOTAG_MODEL_CLASSES];
    int equal = 1;
    ethotag_reset(session);
    for (uint32_t i = 0; i < ETHOTAG_GOLDEN_SAMPLES; i++) {
        ethotag_step(session, golden->counts[i]);
    }
    ethotag_logits(session, logits);
    for (uint32_t i = 0; i < ETHOTAG_MODEL_CLASSES; i++) {
        equal = equal && logits[i] == golden->logits[i];
    }
    return equal;
}

int main(void) {
    uint32_t scratch[ETHOTAG_MODEL_SCRATCH_BYTES / 4u];
    ethotag_model model;
    ethotag_session session;
    uint32_t windows = ETHOTAG_GOLDEN_WINDOWS;
    uint32_t equal = 0;
    ethotag_status status = ethotag_open(&model, ethotag_model_blob, ETHOTAG_MODEL_BYTES);
    if (status == ETHOTAG_OK) {
        status = ethotag_self_test(&model, scratch, sizeof scratch);
    }
    if (status == ETHOTAG_OK) {
        status = ethotag_start(&session, &model, scratch, sizeof scratch);
    }
    if (status != ETHOTAG_OK) {
        printf("model %s: status %d\n", ETHOTAG_MODEL_ID, (int)status);
        return 1;
    }
    for (uint32_t i = 0; i < windows; i++) {
        equal += (uint32_t)is_equal(&session, &ethotag_golden[i]);
    }
    printf("model %s: %u of %u golden windows equal\n", ETHOTAG_MODEL_ID, (unsigned)equal,
           (unsigned)windows);
    return equal == windows ? 0 : 1;
}
