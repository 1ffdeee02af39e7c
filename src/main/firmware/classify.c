#include "classify.h"

#include "board.h"

#include <string.h>

#define NO_NODE 0u
#define LINE_CHARACTERS 1024u

typedef struct {
    char text[LINE_CHARACTERS];
    uint32_t length;
} line;

static void put_character(line *out, char character) {
    if (out->length < LINE_CHARACTERS - 1u) {
        out->text[out->length++] = character;
    }
}

static void put_number(line *out, int32_t number) {
    char digits[10];
    uint32_t magnitude = number < 0 ? 0u - (uint32_t)number : (uint32_t)number;
    uint32_t count = 0;
    if (number < 0) {
        put_character(out, '-');
    }
    do {
        digits[count++] = (char)('0' + (int)(magnitude % 10u));
        magnitude /= 10u;
    } while (magnitude > 0);
    while (count > 0) {
        put_character(out, digits[--count]);
    }
}

static void print(line *out) {
    put_character(out, '\n');
    out->text[out->length] = 0;
    board_print(out->text);
    out->length = 0;
}

static void print_window(const live *l) {
    line out;
    out.length = 0;
    put_number(&out, (int32_t)(l->inferences - 1u));
    put_character(&out, ' ');
    put_number(&out, (int32_t)l->class_index);
    for (uint32_t i = 0; i < l->model->network.classes; i++) {
        put_character(&out, ' ');
        put_number(&out, l->logits[i]);
    }
    print(&out);
}

static void print_period(const live *l, uint32_t index) {
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[ETHOTAG_SUMMARY_BYTES];
    live_period stored = *live_period_at(l, index);
    ethotag_period period = {stored.counts, l->model->network.classes, ETHOTAG_PERIOD_INFERENCES};
    line out;
    out.length = 0;
    put_character(&out, 'p');
    for (uint32_t i = 0; i < l->model->network.classes; i++) {
        put_character(&out, ' ');
        put_number(&out, stored.counts[i]);
    }
    if (ethotag_summary(&period, stored.end_seconds, NO_NODE, bytes) == ETHOTAG_OK) {
        put_character(&out, ' ');
        for (uint32_t i = 0; i < sizeof bytes; i++) {
            put_character(&out, digits[bytes[i] >> 4]);
            put_character(&out, digits[bytes[i] & 15u]);
        }
    }
    print(&out);
}

/** The time of a sample, counted from the first one. */
static uint32_t seconds_of(const live *l) {
    return (uint32_t)((uint64_t)l->samples * 1000u / l->model->network.sample_rate_mhz);
}

static void take(live *l, const uint8_t *bytes) {
    int16_t raw[ETHOTAG_AXES];
    uint32_t before = l->whole_periods;
    memcpy(raw, bytes, sizeof raw); // both ends are little-endian
    if (live_sample(l, raw, seconds_of(l))) {
        print_window(l);
    }
    if (l->whole_periods > before) {
        print_period(l, before);
    }
}

/** A blob alone: no golden windows behind it. */
static int open_blob(model *m, const uint8_t *blob, uint32_t capacity) {
    model_none(m);
    if (ethotag_open(&m->network, blob, capacity) != ETHOTAG_OK
        || ethotag_self_test(&m->network, m->scratch, sizeof m->scratch) != ETHOTAG_OK) {
        return 0;
    }
    memcpy(m->id, "blob", 5);
    return 1;
}

int classify(const char *path, const uint8_t *blob, uint32_t capacity, model *m, live *l) {
    uint8_t bytes[2u * ETHOTAG_AXES * 64u];
    int file = board_open(path);
    if (file < 0 || !open_blob(m, blob, capacity) || !live_start(l, m, NULL)) {
        return BOARD_BAD_ARGUMENT;
    }
    for (uint32_t count = board_read_file(file, bytes, sizeof bytes); count > 0;
         count = board_read_file(file, bytes, sizeof bytes)) {
        for (uint32_t at = 0; at + 2u * ETHOTAG_AXES <= count; at += 2u * ETHOTAG_AXES) {
            take(l, bytes + at);
        }
    }
    return BOARD_DONE;
}
