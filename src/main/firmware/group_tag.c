/* Group 64, our own (formats/tag-protocol.md): who the tag is, its self-test, what it classifies. */
#include "crc16.h"
#include "smp.h"

#include <string.h>

#define IDENTITY 0u
#define IDENTIFY 1u
#define SELF_TEST 2u
#define LIVE 3u
#define SAMPLES 4u
#define COUNTS 5u

#define MOST_SECONDS 3600u
#define SAMPLES_PER_ANSWER 21u // 126 bytes
#define SAMPLE_BYTES (2u * ETHOTAG_AXES)
/** What must be left behind the periods: the end of their list and of the map. */
#define END_BYTES 2u

static smp_status put_identity(const tag *t, cbor_writer *answer) {
    cbor_put_text(answer, "serial", t->memory.serial);
    cbor_put_text(answer, "hw", t->facts.hardware);
    cbor_put_text(answer, "fw", t->facts.firmware);
    cbor_put_unsigned(answer, "battery", t->facts.battery_percent);
    cbor_put_text(answer, "model", t->model.id);
    cbor_put_flag(answer, "trial", boot_next(&t->boot) == BOOT_REVERT);
    return SMP_OK;
}

static smp_status identify(tag *t, const smp_request *request) {
    uint32_t seconds = 0;
    if (!cbor_find_count(request->body, request->body_bytes, "seconds", &seconds) || seconds > MOST_SECONDS) {
        return SMP_INVALID;
    }
    t->identifies = seconds > 0;
    t->identify_until_ms = t->now_ms + seconds * 1000u;
    return SMP_OK;
}

static smp_status put_summary(const tag *t, cbor_writer *answer) {
    cbor_put_text(answer, "state", selftest_word(&t->selftest));
    cbor_put_text(answer, "model", t->model.id);
    cbor_put_unsigned(answer, "windows", t->model.windows);
    cbor_put_unsigned(answer, "passed", t->selftest.passed);
    return SMP_OK;
}

static void put_logits(cbor_writer *answer, const int32_t *logits, uint32_t classes) {
    cbor_text(answer, "logits");
    cbor_list(answer);
    for (uint32_t i = 0; i < classes; i++) {
        cbor_signed(answer, logits[i]);
    }
    cbor_end(answer);
}

/** One window, computed once more: nothing is stored but how many passed. */
static smp_status put_window(tag *t, uint32_t window, cbor_writer *answer) {
    int32_t logits[ETHOTAG_MOST_CLASSES];
    if (window >= t->selftest.tested) {
        return SMP_NO_ENTRY;
    }
    model_run_golden(&t->model, window, logits);
    cbor_put_unsigned(answer, "window", window);
    put_logits(answer, logits, t->model.network.classes);
    return SMP_OK;
}

static smp_status self_test(tag *t, const smp_request *request, cbor_writer *answer) {
    uint32_t window = 0;
    if (request->writes) {
        selftest_start(&t->selftest, &t->model);
        return put_summary(t, answer);
    }
    if (cbor_find(request->body, request->body_bytes, "window").kind == CBOR_ABSENT) {
        return put_summary(t, answer);
    }
    return cbor_find_count(request->body, request->body_bytes, "window", &window) ? put_window(t, window, answer)
                                                                                  : SMP_NO_ENTRY;
}

static smp_status put_live(const tag *t, cbor_writer *answer) {
    const live *l = &t->live;
    uint32_t bytes = 0;
    if (l->model == NULL) {
        return SMP_BAD_STATE;
    }
    if (l->inferences == 0) {
        return SMP_NO_ENTRY;
    }
    const char *label = ethotag_label(&l->model->network, l->class_index, &bytes);
    cbor_put_unsigned(answer, "n", l->inferences);
    cbor_put_text(answer, "model", l->model->id);
    cbor_put_unsigned(answer, "class", l->class_index);
    if (label != NULL) {
        cbor_text(answer, "label");
        cbor_text_of(answer, label, bytes);
    }
    put_logits(answer, l->logits, l->model->network.classes);
    return SMP_OK;
}

static int16_t read_count(const uint8_t *at) {
    uint32_t bits = (uint32_t)at[0] | (uint32_t)at[1] << 8;
    return (int16_t)(bits < 0x8000u ? (int32_t)bits : (int32_t)bits - 0x10000);
}

/** Samples over the line take the place of the sensor. */
static smp_status take_samples(tag *t, const smp_request *request, cbor_writer *answer) {
    cbor_value data = cbor_find(request->body, request->body_bytes, "data");
    uint32_t seconds = (uint32_t)(tag_time_ms(t) / 1000u);
    if (data.kind != CBOR_BYTES || data.number % SAMPLE_BYTES != 0) {
        return SMP_INVALID;
    }
    if (t->live.model == NULL) {
        return SMP_BAD_STATE;
    }
    if (t->source != TAG_LINE) {
        t->source = TAG_LINE;
        live_restart(&t->live);
    }
    for (uint32_t at = 0; at < data.number; at += SAMPLE_BYTES) {
        int16_t raw[ETHOTAG_AXES];
        for (uint32_t axis = 0; axis < ETHOTAG_AXES; axis++) {
            raw[axis] = read_count(data.bytes + at + 2u * axis);
        }
        live_sample(&t->live, raw, seconds);
    }
    cbor_put_unsigned(answer, "n", t->live.inferences);
    return SMP_OK;
}

static smp_status put_samples(const tag *t, const smp_request *request, cbor_writer *answer) {
    uint32_t number = 0;
    uint32_t offset = 0;
    uint32_t first = 0;
    uint8_t bytes[SAMPLES_PER_ANSWER * SAMPLE_BYTES];
    cbor_find_count(request->body, request->body_bytes, "off", &offset);
    if (!cbor_find_count(request->body, request->body_bytes, "n", &number) || !live_window(&t->live, number, &first)) {
        return SMP_NO_ENTRY;
    }
    uint32_t total = t->live.model->network.window_samples * SAMPLE_BYTES;
    uint32_t count = 0;
    for (uint32_t at = offset; at < total && count < sizeof bytes; at++) {
        int16_t value = live_raw(&t->live, first + at / SAMPLE_BYTES)[at % SAMPLE_BYTES / 2u];
        bytes[count++] = (uint8_t)((uint32_t)(uint16_t)value >> (8u * (at % 2u)));
    }
    cbor_put_unsigned(answer, "n", number);
    cbor_put_unsigned(answer, "off", offset);
    cbor_put_unsigned(answer, "len", total);
    cbor_text(answer, "data");
    cbor_bytes(answer, bytes, count);
    return SMP_OK;
}

/** For the radio: the number that was set, else one drawn from the serial number. */
static uint16_t node_of(const tag *t) {
    const setting *node = settings_find(&t->settings, (const uint8_t *)"tag/node", 8);
    if (node != NULL && node->value_bytes == 2u) {
        return (uint16_t)((uint32_t)node->value[0] | (uint32_t)node->value[1] << 8);
    }
    return crc16((const uint8_t *)t->memory.serial, strlen(t->memory.serial));
}

static void put_radio(const tag *t, live_period *stored, cbor_writer *answer) {
    uint8_t bytes[ETHOTAG_SUMMARY_BYTES];
    ethotag_period period = {stored->counts, t->model.network.classes, ETHOTAG_PERIOD_INFERENCES};
    if (ethotag_summary(&period, stored->end_seconds, node_of(t), bytes) == ETHOTAG_OK) {
        cbor_text(answer, "radio");
        cbor_bytes(answer, bytes, sizeof bytes);
    }
}

static void put_period(const tag *t, uint32_t index, cbor_writer *answer) {
    live_period period = *live_period_at(&t->live, index);
    cbor_map(answer);
    cbor_put_unsigned(answer, "i", index);
    cbor_put_unsigned(answer, "end", period.end_seconds);
    cbor_text(answer, "counts");
    cbor_list(answer);
    for (uint32_t i = 0; i < t->model.network.classes; i++) {
        cbor_unsigned(answer, period.counts[i]);
    }
    cbor_end(answer);
    put_radio(t, &period, answer);
    cbor_end(answer);
}

static smp_status put_counts(const tag *t, const smp_request *request, cbor_writer *answer) {
    uint32_t from = 0;
    if (t->live.model == NULL) {
        return SMP_BAD_STATE;
    }
    cbor_find_count(request->body, request->body_bytes, "from", &from);
    cbor_put_unsigned(answer, "total", t->live.whole_periods);
    cbor_text(answer, "periods");
    cbor_list(answer);
    from = from < live_oldest_period(&t->live) ? live_oldest_period(&t->live) : from;
    for (uint32_t i = from; live_period_at(&t->live, i) != NULL; i++) {
        uint32_t before = answer->count;
        put_period(t, i, answer);
        if (answer->spoilt || answer->capacity - answer->count < END_BYTES) {
            answer->count = before; // the rest is for the next request
            answer->spoilt = 0;
            break;
        }
    }
    cbor_end(answer);
    return SMP_OK;
}

smp_status group_tag(tag *t, const smp_request *request, cbor_writer *answer) {
    switch (request->command) {
    case IDENTITY:
        return put_identity(t, answer);
    case IDENTIFY:
        return request->writes ? identify(t, request) : SMP_NOT_SUPPORTED;
    case SELF_TEST:
        return self_test(t, request, answer);
    case LIVE:
        return put_live(t, answer);
    case SAMPLES:
        return request->writes ? take_samples(t, request, answer) : put_samples(t, request, answer);
    case COUNTS:
        return put_counts(t, request, answer);
    default:
        return SMP_NOT_SUPPORTED;
    }
}
