/* Cases of the runtime's parts that need no blob, and of streams. */
#include "ethotag_kernels.h"
#include "ethotag_stream.h"
#include "ethotag_summary.h"
#include "ethotag_yaw.h"
#include "parity.h"

void parity_condition(FILE *in, FILE *out) {
    ethotag_conditioning conditioning = take_conditioning(in);
    uint32_t samples = take32(in);
    ethotag_status status = ethotag_check_conditioning(&conditioning);
    give32(out, status);
    for (uint32_t i = 0; i < samples; i++) {
        int16_t raw[ETHOTAG_AXES];
        int16_t x[ETHOTAG_AXES + 1];
        take(in, raw, sizeof raw);
        if (status == ETHOTAG_OK) {
            ethotag_condition(&conditioning, raw, x);
            for (uint32_t axis = 0; axis < ETHOTAG_AXES; axis++) {
                give32(out, x[axis]);
            }
        }
    }
}

void parity_lookup(FILE *in, FILE *out) {
    int16_t *table = exactly(2u * ETHOTAG_TABLE_ENTRIES);
    take(in, table, 2u * ETHOTAG_TABLE_ENTRIES);
    for (int32_t q = INT16_MIN; q <= INT16_MAX; q++) {
        give32(out, ethotag_lookup(table + ETHOTAG_TABLE_MIDDLE, q));
    }
    free(table);
}

static void give_windows(FILE *in, FILE *out, const ethotag_model *model) {
    size_t bytes = ethotag_stream_bytes(model);
    void *memory = exactly(bytes);
    int32_t *logits = exactly(sizeof *logits * model->classes);
    uint32_t samples = take32(in);
    uint32_t restart = take32(in);
    ethotag_stream stream;
    give32(out, ethotag_stream_start(&stream, model, memory, bytes));
    give32(out, (int32_t)ethotag_stream_windows(model));
    for (uint32_t i = 0; i < samples; i++) {
        int16_t raw[ETHOTAG_AXES];
        take(in, raw, sizeof raw);
        if (restart != 0 && i == restart) {
            ethotag_stream_restart(&stream);
        }
        if (ethotag_stream_sample(&stream, raw, logits)) {
            give32(out, 1);
            give32(out, (int32_t)i);
            for (uint32_t k = 0; k < model->classes; k++) {
                give32(out, logits[k]);
            }
        }
    }
    give32(out, 0);
    free(logits);
    free(memory);
}

void parity_stream(FILE *in, FILE *out) {
    uint32_t bytes = take32(in);
    uint8_t *blob = exactly(bytes);
    take(in, blob, bytes);
    ethotag_model model;
    if (ethotag_open(&model, blob, bytes) != ETHOTAG_OK) {
        abort();
    }
    give_windows(in, out, &model);
    free(blob);
}

void parity_summary(FILE *in, FILE *out) {
    uint32_t classes = take32(in);
    uint32_t inferences = take32(in);
    uint8_t *indices = exactly(inferences);
    take(in, indices, inferences);
    uint32_t seconds = take32(in);
    uint16_t node = (uint16_t)take32(in);
    uint16_t *counts = exactly(classes * sizeof *counts);
    uint8_t *bytes = exactly(ETHOTAG_SUMMARY_BYTES);
    ethotag_period period;
    ethotag_status status = ethotag_period_start(&period, counts, classes);
    give32(out, status);
    for (uint32_t i = 0; status == ETHOTAG_OK && i < inferences; i++) {
        if (ethotag_period_count(&period, indices[i])) {
            give32(out, 1);
            ethotag_status written = ethotag_summary(&period, seconds, node, bytes);
            give32(out, written);
            for (uint32_t k = 0; k < ETHOTAG_SUMMARY_BYTES; k++) {
                give32(out, written == ETHOTAG_OK ? bytes[k] : 0);
            }
        }
    }
    if (status == ETHOTAG_OK) {
        give32(out, 0);
        give32(out, ethotag_summary(&period, seconds, node, bytes));
    }
    free(bytes);
    free(counts);
    free(indices);
}

static void give_turned(FILE *out, const ethotag_turn *turn, const ethotag_conditioning *base) {
    ethotag_conditioning turned = *base;
    ethotag_status status = ethotag_turn_conditioning(turn, &turned, &turned);
    give32(out, status);
    if (status == ETHOTAG_OK) {
        give_conditioning(out, &turned);
    }
}

void parity_turn(FILE *in, FILE *out) {
    ethotag_turn turn;
    turn.cosine = (int16_t)take32(in);
    turn.sine = (int16_t)take32(in);
    ethotag_conditioning base = take_conditioning(in);
    give_turned(out, &turn, &base);
}

static void give_answer(FILE *out, const ethotag_yaw *yaw, const ethotag_conditioning *base) {
    ethotag_turn turn;
    ethotag_status status = ethotag_yaw_turn(yaw, &turn);
    give32(out, yaw->total);
    give32(out, status);
    if (status == ETHOTAG_OK) {
        give32(out, turn.cosine);
        give32(out, turn.sine);
        give_turned(out, &turn, base);
    }
}

void parity_yaw(FILE *in, FILE *out) {
    ethotag_yaw_settings settings;
    settings.samples = (uint16_t)take32(in);
    settings.lively = (uint16_t)take32(in);
    settings.gravity = (uint16_t)take32(in);
    settings.least = (uint16_t)take32(in);
    settings.reference[0] = (int16_t)take32(in);
    settings.reference[1] = (int16_t)take32(in);
    ethotag_conditioning base = take_conditioning(in);
    uint32_t samples = take32(in);
    uint32_t interval = take32(in);
    ethotag_yaw *yaw = exactly(sizeof *yaw);
    ethotag_status status = ethotag_yaw_start(yaw, &settings);
    give32(out, status);
    for (uint32_t i = 1; i <= samples; i++) {
        int16_t raw[ETHOTAG_AXES];
        take(in, raw, sizeof raw);
        if (status == ETHOTAG_OK) {
            (void)ethotag_yaw_sample(yaw, raw);
            if (i % interval == 0) {
                give_answer(out, yaw, &base);
            }
        }
    }
    free(yaw);
}
