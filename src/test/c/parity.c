/* Runs the cases of a file through the runtime and writes all integers that come out.
 *
 * in:  u32 cases; per case u32 kind and what the kind takes: parity.h, and kind 0:
 *      u32 blob bytes, u32 windows, u32 samples per window, the blob, int16 counts [window][sample][axis]
 * out: per case what the kind gives; kind 0: i32 status of ethotag_open; if it is 0: i32 status of the self-test, then per
 *      window i32 state[hidden], logits[classes], class, margin, digest of the states after every step
 * All little-endian. Every blob lies in memory of exactly its size, so that a sanitizer sees any byte read beyond it. */
#include "ethotag_stream.h"
#include "parity.h"

/** Takes the states of a step into a digest (FNV-1a, 16 bits at a time). */
static uint32_t digested(uint32_t digest, const ethotag_session *session) {
    for (uint32_t i = 0; i < session->model->input.hidden; i++) {
        digest = (digest ^ (uint16_t)session->state[i]) * 16777619u;
    }
    return digest;
}

static void give_window(FILE *out, ethotag_session *session) {
    int32_t logits[ETHOTAG_MOST_CLASSES];
    uint32_t classes = session->model->classes;
    for (uint32_t i = 0; i < session->model->input.hidden; i++) {
        give32(out, session->state[i]);
    }
    ethotag_logits(session, logits);
    for (uint32_t i = 0; i < classes; i++) {
        give32(out, logits[i]);
    }
    give32(out, (int32_t)ethotag_class_of(logits, classes));
    give32(out, (int32_t)ethotag_margin_of(logits, classes));
}

/** Some samples through windows that overlap, for the sanitizers; a hostile blob may ask for more memory than this gives. */
static void stream(const ethotag_model *model) {
    size_t bytes = ethotag_stream_bytes(model);
    size_t given = bytes < 4096u ? bytes : 4096u;
    int32_t *logits = exactly(sizeof *logits * model->classes);
    void *memory = exactly(given);
    ethotag_stream overlapping;
    if (ethotag_stream_start(&overlapping, model, memory, given) == ETHOTAG_OK) {
        for (int16_t i = 0; i < 12; i++) {
            int16_t raw[ETHOTAG_AXES] = {INT16_MIN, (int16_t)(INT16_MAX - i), i};
            (void)ethotag_stream_sample(&overlapping, raw, logits);
        }
    }
    free(memory);
    free(logits);
}

static void classify(FILE *in, FILE *out, const ethotag_model *model, uint32_t windows, uint32_t samples) {
    ethotag_session session;
    void *scratch = exactly(model->scratch_bytes);
    give32(out, ethotag_self_test(model, scratch, model->scratch_bytes));
    if (ethotag_start(&session, model, scratch, model->scratch_bytes) != ETHOTAG_OK) {
        abort();
    }
    for (uint32_t i = 0; i < model->classes; i++) {
        uint32_t length = 0;
        (void)ethotag_label(model, i, &length);
    }
    for (uint32_t window = 0; window < windows; window++) {
        uint32_t digest = 2166136261u;
        ethotag_reset(&session);
        for (uint32_t i = 0; i < samples; i++) {
            int16_t raw[ETHOTAG_AXES];
            take(in, raw, sizeof raw);
            ethotag_step(&session, raw);
            digest = digested(digest, &session);
        }
        give_window(out, &session);
        give32(out, (int32_t)digest);
    }
    free(scratch);
    stream(model);
}

static void parity_blob(FILE *in, FILE *out) {
    uint32_t bytes = take32(in);
    uint32_t windows = take32(in);
    uint32_t samples = take32(in);
    uint8_t *blob = exactly(bytes);
    take(in, blob, bytes);
    ethotag_model model;
    ethotag_status status = ethotag_open(&model, blob, bytes);
    give32(out, status);
    if (status == ETHOTAG_OK) {
        classify(in, out, &model, windows, samples);
    } else if (fseek(in, (long)windows * (long)samples * (2 * ETHOTAG_AXES), SEEK_CUR) != 0) {
        abort();
    }
    free(blob);
}

int main(int count, char **arguments) {
    static parity_case *const kinds[] = {
        parity_blob, parity_condition, parity_lookup, parity_stream, parity_summary, parity_turn, parity_yaw};
    FILE *in = count == 3 ? fopen(arguments[1], "rb") : NULL;
    FILE *out = count == 3 ? fopen(arguments[2], "wb") : NULL;
    if (in == NULL || out == NULL) {
        return 2;
    }
    for (uint32_t left = take32(in); left > 0; left--) {
        uint32_t kind = take32(in);
        if (kind >= sizeof kinds / sizeof *kinds) {
            return 2;
        }
        kinds[kind](in, out);
    }
    fclose(in);
    return fclose(out) == 0 ? 0 : 1;
}
