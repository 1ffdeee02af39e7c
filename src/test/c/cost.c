/* Counts the instructions of windows on an emulated core.
 *
 * in:  u32 blob bytes, u32 windows, u32 samples per window, the blob, int16 counts [window][sample][axis]
 * out: u32 ticks of the eight known calls, u32 status of ethotag_open, then per window u32 ticks of reset, all steps
 *      and logits
 * All little-endian. */
#include "emulator/instructions.h"
#include "ethotag.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    ethotag_session session;
    const int16_t *counts;
    uint32_t samples;
    int32_t logits[ETHOTAG_MOST_CLASSES];
} classification;

static void classify(void *argument) {
    classification *c = argument;
    const int16_t *counts = c->counts;
    ethotag_reset(&c->session);
    for (uint32_t left = c->samples; left > 0; left--) {
        ethotag_step(&c->session, counts);
        counts += ETHOTAG_AXES;
    }
    ethotag_logits(&c->session, c->logits);
}

static void *take(FILE *in, size_t bytes) {
    void *memory = malloc(bytes);
    if (memory == NULL || fread(memory, 1, bytes, in) != bytes) {
        abort();
    }
    return memory;
}

static void give(FILE *out, uint32_t value) {
    if (fwrite(&value, sizeof value, 1, out) != 1) {
        abort();
    }
}

int main(void) {
    FILE *in = fopen("in", "rb");
    FILE *out = fopen("out", "wb");
    if (in == NULL || out == NULL) {
        return 2;
    }
    uint32_t *sizes = take(in, 3 * sizeof *sizes);
    uint32_t windows = sizes[1];
    void *blob = take(in, sizes[0]);
    ethotag_model model;
    classification running = {.samples = sizes[2]};
    size_t window_bytes = running.samples * ETHOTAG_AXES * sizeof(int16_t);
    for (uint32_t i = 0; i < ETHOTAG_KNOWN_CALLS; i++) {
        give(out, ethotag_ticks(ethotag_known[i], NULL));
    }
    ethotag_status status = ethotag_open(&model, blob, sizes[0]);
    give(out, status);
    if (status != ETHOTAG_OK) {
        return 1;
    }
    size_t scratch_bytes = model.scratch_bytes;
    if (ethotag_start(&running.session, &model, malloc(scratch_bytes), scratch_bytes) != ETHOTAG_OK) {
        return 1;
    }
    for (uint32_t i = 0; i < windows; i++) {
        running.counts = take(in, window_bytes);
        give(out, ethotag_ticks(classify, &running));
    }
    return fclose(out) == 0 ? 0 : 1;
}
