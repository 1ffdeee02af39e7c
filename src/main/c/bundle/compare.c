/* The network before quantization on the golden windows: how many get the class that the integers give, and how far the
 * float32 logits are from the integer ones. */
#include "golden.h"
#include "model.h"
#include "model_float.h"

#include <math.h>
#include <stdio.h>

static uint32_t largest_float(const float *logits) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < ETHOTAG_FLOAT_CLASSES; i++) {
        best = logits[i] > logits[best] ? i : best;
    }
    return best;
}

static uint32_t largest_integer(const int32_t *logits) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < ETHOTAG_GOLDEN_CLASSES; i++) {
        best = logits[i] > logits[best] ? i : best;
    }
    return best;
}

int main(void) {
    static float scratch[ETHOTAG_FLOAT_SCRATCH];
    ethotag_float_session session;
    uint32_t windows = ETHOTAG_GOLDEN_WINDOWS;
    uint32_t same = 0;
    float farthest = 0;
    ethotag_float_start(&session, &ethotag_float_student, scratch);
    for (uint32_t window = 0; window < windows; window++) {
        float logits[ETHOTAG_FLOAT_CLASSES];
        ethotag_float_reset(&session);
        for (uint32_t i = 0; i < ETHOTAG_GOLDEN_SAMPLES; i++) {
            ethotag_float_step(&session, ethotag_golden[window].counts[i]);
        }
        ethotag_float_logits(&session, logits);
        same += largest_float(logits) == largest_integer(ethotag_golden[window].logits);
        for (uint32_t i = 0; i < ETHOTAG_FLOAT_CLASSES; i++) {
            float integer = (float)ethotag_golden[window].logits[i] * ETHOTAG_MODEL_LOGIT_UNIT;
            farthest = fmaxf(farthest, fabsf(integer - logits[i]));
        }
    }
    printf("float32: %u of %u golden windows get the same class, logits differ by at most %.4f\n", (unsigned)same,
           (unsigned)windows, (double)farthest);
    return 0;
}
