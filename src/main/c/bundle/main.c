/* Checks the model and this build of the runtime: the self-test of the blob, then every golden window bit by bit, once
 * alone and once as a window of a stream. */
#include "ethotag_stream.h"
#include "golden.h"
#include "model.h"

#include <stdio.h>

/** Logits of one golden window, taken alone. */
static void alone(ethotag_session *session, const ethotag_golden_window *golden, int32_t *logits) {
    ethotag_reset(session);
    for (uint32_t i = 0; i < ETHOTAG_GOLDEN_SAMPLES; i++) {
        ethotag_step(session, golden->counts[i]);
    }
    ethotag_logits(session, logits);
}

/** The same as the first window of a stream; logits stay as they are if no window ends. */
static void streamed(ethotag_stream *stream, const ethotag_golden_window *golden, int32_t *logits) {
    ethotag_stream_restart(stream);
    for (uint32_t i = 0; i < ETHOTAG_GOLDEN_SAMPLES; i++) {
        (void)ethotag_stream_sample(stream, golden->counts[i], logits);
    }
}

static uint32_t is_golden(const ethotag_golden_window *golden, const int32_t *logits) {
    uint32_t equal = 1;
    for (uint32_t i = 0; i < ETHOTAG_GOLDEN_CLASSES; i++) {
        equal = equal && logits[i] == golden->logits[i];
    }
    return equal;
}

static uint32_t equal_windows(ethotag_stream *stream) {
    uint32_t windows = ETHOTAG_GOLDEN_WINDOWS;
    uint32_t equal = 0;
    for (uint32_t i = 0; i < windows; i++) {
        int32_t logits[ETHOTAG_MODEL_CLASSES];
        alone(&stream->session, &ethotag_golden[i], logits);
        uint32_t both = is_golden(&ethotag_golden[i], logits);
        for (uint32_t k = 0; k < ETHOTAG_MODEL_CLASSES; k++) {
            logits[k] = INT32_MIN;
        }
        streamed(stream, &ethotag_golden[i], logits);
        equal += both && is_golden(&ethotag_golden[i], logits);
    }
    return equal;
}

int main(void) {
    static uint32_t memory[ETHOTAG_MODEL_STREAM_BYTES / 4u];
    ethotag_model model;
    ethotag_stream stream;
    ethotag_status status = ethotag_open(&model, ethotag_model_blob, ETHOTAG_MODEL_BYTES);
    if (status == ETHOTAG_OK) {
        status = ethotag_self_test(&model, memory, sizeof memory);
    }
    if (status == ETHOTAG_OK) {
        status = ethotag_stream_start(&stream, &model, memory, sizeof memory);
    }
    if (status != ETHOTAG_OK) {
        printf("model %s: status %d\n", ETHOTAG_MODEL_ID, (int)status);
        return 1;
    }
    uint32_t equal = equal_windows(&stream);
    printf("model %s: %u of %u golden windows equal\n", ETHOTAG_MODEL_ID, (unsigned)equal,
           (unsigned)ETHOTAG_GOLDEN_WINDOWS);
    return equal == ETHOTAG_GOLDEN_WINDOWS ? 0 : 1;
}
