#include "tag.h"

#include "smp.h"

#include <string.h>

#define CONDITIONING_BYTES 26u
#define YAW_BYTES 4u
/** Time that one sample takes, in the unit of the credit: ms times mHz. */
#define SAMPLE_CREDIT 1000000u
/** Samples per turn of work at most: the line must not wait. What could not be caught up by then is left out. */
#define MOST_SAMPLES_AT_ONCE 64u

uint64_t tag_time_ms(const tag *t) {
    return t->clock_base_ms + t->now_ms;
}

void tag_set_time(tag *t, uint64_t ms) {
    t->clock_base_ms = ms - t->now_ms; // modulo 2^64: the sum is right again
}

/** Time goes on, over the turn of the 32-bit counter. */
static void advance(tag *t, uint32_t now_ms) {
    if (now_ms < t->now_ms) {
        t->clock_base_ms += (uint64_t)1 << 32;
    }
    if (t->source == TAG_REPLAY && t->live.model != NULL) {
        t->replay_credit += (uint64_t)(now_ms - t->now_ms) * t->model.network.sample_rate_mhz;
    }
    t->now_ms = now_ms;
}

/** Whether a moment is here, over the turn of the counter. */
static int is_due(const tag *t, uint32_t at_ms) {
    return (int32_t)(t->now_ms - at_ms) >= 0;
}

static const setting *find(const tag *t, const char *name, uint32_t bytes) {
    const setting *found = settings_find(&t->settings, (const uint8_t *)name, (uint32_t)strlen(name));
    return found != NULL && found->value_bytes == bytes ? found : NULL;
}

static int16_t value_at(const setting *from, uint32_t index) {
    int16_t value;
    memcpy(&value, from->value + 2u * index, sizeof value); // both ends are little-endian
    return value;
}

/** The deployment's conditioning: i16 off[3], u16 k, i16 m[3][3]. */
static ethotag_conditioning read_conditioning(const setting *from) {
    ethotag_conditioning conditioning;
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        conditioning.offset[i] = value_at(from, i);
        for (uint32_t j = 0; j < ETHOTAG_AXES; j++) {
            conditioning.matrix[i][j] = value_at(from, 4u + ETHOTAG_AXES * i + j);
        }
    }
    conditioning.shift = (uint16_t)value_at(from, 3);
    return conditioning;
}

void tag_apply_settings(tag *t) {
    const setting *stored = find(t, "tag/conditioning", CONDITIONING_BYTES);
    const setting *yaw = find(t, "tag/yaw", YAW_BYTES);
    ethotag_conditioning conditioning;
    const ethotag_conditioning *used = NULL;
    if (stored != NULL) {
        conditioning = read_conditioning(stored);
        used = ethotag_check_conditioning(&conditioning) == ETHOTAG_OK ? &conditioning : NULL;
    }
    live_start(&t->live, &t->model, used);
    if (yaw != NULL) {
        int16_t reference[2] = {value_at(yaw, 0), value_at(yaw, 1)};
        live_seek_yaw(&t->live, reference);
    }
    t->replayed = 0;
    t->replay_credit = 0;
}

static void open_model(tag *t) {
    image running;
    model_none(&t->model);
    if (boot_start(&t->boot) && boot_image(&t->boot, 0, &running)) {
        model_open(&t->model, running.bytes + running.header_bytes, running.payload_bytes);
    }
}

int tag_start(tag *t, flash *f, const tag_facts *facts, image_key key, frame_line line) {
    memset(t, 0, sizeof *t);
    t->facts = *facts;
    t->line = line;
    if (!memory_open(&t->memory, f) || !image_parse_version(&t->boot.firmware, facts->firmware)) {
        return 0;
    }
    t->boot.memory = &t->memory;
    t->boot.hardware = facts->hardware;
    t->boot.keys[t->boot.key_count++] = key;
    if (t->memory.key_bytes > 0) {
        image_key factory = {t->memory.key, t->memory.key_bytes};
        t->boot.keys[t->boot.key_count++] = factory;
    }
    sha256_of(facts->program, facts->program_bytes, t->boot.program);
    settings_load(&t->settings, &t->memory);
    open_model(t);
    if (boot_next(&t->boot) == BOOT_REVERT) {
        selftest_start(&t->selftest, &t->model);
    }
    tag_apply_settings(t);
    return 1;
}

void tag_receive(tag *t, uint8_t byte, uint32_t now_ms) {
    uint8_t answer[FRAME_LARGEST_PACKET];
    const uint8_t *packet = NULL;
    advance(t, now_ms);
    uint32_t count = frame_take(&t->reader, byte, &packet);
    if (count > 0 && !t->reset_asked) { // who asks between answer and restart would be told of a past state
        uint32_t bytes = smp_answer(t, packet, count, answer);
        if (bytes > 0) {
            frame_send(&t->line, answer, bytes);
        }
    }
}

/** The sensor of this tag: the golden windows, sample by sample, when the clock says so. */
static void replay(tag *t) {
    const ethotag_model *network = &t->model.network;
    uint32_t length = t->model.windows * network->window_samples;
    for (uint32_t i = 0; i < MOST_SAMPLES_AT_ONCE && length > 0 && t->replay_credit >= SAMPLE_CREDIT; i++) {
        const int16_t *window = model_golden_samples(&t->model, t->replayed / network->window_samples);
        live_sample(&t->live, window + ETHOTAG_AXES * (t->replayed % network->window_samples),
                    (uint32_t)(tag_time_ms(t) / 1000u));
        t->replayed = (t->replayed + 1u) % length;
        t->replay_credit -= SAMPLE_CREDIT;
    }
    t->replay_credit %= SAMPLE_CREDIT;
}

int tag_is_busy(const tag *t) {
    return t->selftest.state == SELFTEST_RUNNING;
}

/** A model on trial stays only if it gives the expected logits, on this very tag. */
static void judge(tag *t) {
    int on_trial = boot_next(&t->boot) == BOOT_REVERT;
    if (selftest_step(&t->selftest, &t->model) && on_trial && t->selftest.state == SELFTEST_PASSED) {
        boot_confirm(&t->boot);
        on_trial = 0;
    }
    if (on_trial && !t->reset_asked && t->now_ms >= t->facts.trial_ms) {
        t->reset_asked = 1;
        t->reset_at_ms = t->now_ms;
    }
}

int tag_work(tag *t, uint32_t now_ms) {
    advance(t, now_ms);
    judge(t);
    if (t->source == TAG_REPLAY && t->live.model != NULL) {
        replay(t);
    }
    if (t->identifies && is_due(t, t->identify_until_ms)) {
        t->identifies = 0;
    }
    return t->reset_asked && is_due(t, t->reset_at_ms);
}
