/* Runs windows through the float32 build and counts its instructions where the emulator's timer is.
 *
 * in:  u32 windows, int16 counts [window][sample][axis]
 * out: u32 ticks of the eight known calls, then per window u32 ticks and float logits[classes]; all ticks are 0 on a
 *      machine without that timer
 * All little-endian. */
#include "model_float.h"

#include <stdio.h>

#if defined(__arm__)
#include "emulator/instructions.h"
#else
#define ETHOTAG_KNOWN_CALLS 8u
#endif

typedef struct {
    ethotag_float_session session;
    int16_t counts[ETHOTAG_FLOAT_WINDOW_SAMPLES][ETHOTAG_FLOAT_AXES];
    float logits[ETHOTAG_FLOAT_CLASSES];
} classification;

static void classify(void *argument) {
    classification *c = argument;
    ethotag_float_reset(&c->session);
    for (uint32_t i = 0; i < ETHOTAG_FLOAT_WINDOW_SAMPLES; i++) {
        ethotag_float_step(&c->session, c->counts[i]);
    }
    ethotag_float_logits(&c->session, c->logits);
}

#if defined(__arm__)
static uint32_t ticks_of(classification *c) {
    return ethotag_ticks(classify, c);
}

static uint32_t known(uint32_t index) {
    return ethotag_ticks(ethotag_known[index], NULL);
}
#else
static uint32_t ticks_of(classification *c) {
    classify(c);
    return 0;
}

static uint32_t known(uint32_t index) {
    return index * 0u;
}
#endif

int main(void) {
    static classification running;
    static float scratch[ETHOTAG_FLOAT_SCRATCH];
    FILE *in = fopen("in", "rb");
    FILE *out = fopen("out", "wb");
    uint32_t windows;
    if (in == NULL || out == NULL || fread(&windows, sizeof windows, 1, in) != 1) {
        return 2;
    }
    for (uint32_t i = 0; i < ETHOTAG_KNOWN_CALLS; i++) {
        uint32_t ticks = known(i);
        fwrite(&ticks, sizeof ticks, 1, out);
    }
    ethotag_float_start(&running.session, &ethotag_float_student, scratch);
    for (uint32_t i = 0; i < windows; i++) {
        if (fread(running.counts, sizeof running.counts, 1, in) != 1) {
            return 1;
        }
        uint32_t ticks = ticks_of(&running);
        fwrite(&ticks, sizeof ticks, 1, out);
        fwrite(running.logits, sizeof running.logits, 1, out);
    }
    return fclose(out) == 0 ? 0 : 1;
}
