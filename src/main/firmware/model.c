#include "model.h"

#include <string.h>

#define GOLDEN_HEADER_BYTES 32u
#define GOLDEN_MAJOR 1u
#define GOLDEN_MOST 64u

static uint32_t read16(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t read32(const uint8_t *at) {
    return read16(at) | read16(at + 2) << 16;
}

void model_none(model *m) {
    m->id[0] = 0;
    m->windows = 0;
}

int model_is_there(const model *m) {
    return m->id[0] != 0;
}

static void read_id(model *m, const uint8_t *id) {
    static const char digits[] = "0123456789abcdef";
    for (uint32_t i = 0; i < ETHOTAG_MODEL_ID_BYTES; i++) {
        m->id[2u * i] = digits[id[i] >> 4];
        m->id[2u * i + 1u] = digits[id[i] & 15u];
    }
    m->id[MODEL_ID_CHARACTERS] = 0;
}

/** The record behind the blob (formats/golden-windows.md). */
static int open_golden(model *m, const uint8_t *record, uint32_t bytes) {
    const ethotag_model *network = &m->network;
    if (bytes < GOLDEN_HEADER_BYTES || memcmp(record, "GRUW", 4) != 0 || read16(record + 4) != GOLDEN_MAJOR
        || read32(record + 8) != bytes || read32(record + 12) != ethotag_crc32(record + 16, bytes - 16u)
        || memcmp(record + 16, network->blob + 16, ETHOTAG_MODEL_ID_BYTES) != 0 || read16(record + 24) > GOLDEN_MOST
        || read16(record + 26) != network->window_samples || read16(record + 28) != ETHOTAG_AXES
        || read16(record + 30) != network->classes) {
        return 0;
    }
    uint32_t window = 4u * network->classes + 2u * ETHOTAG_AXES * network->window_samples;
    m->window_bytes = (window + 3u) / 4u * 4u;
    m->windows = read16(record + 24);
    m->golden = record + GOLDEN_HEADER_BYTES;
    return bytes - GOLDEN_HEADER_BYTES == m->windows * m->window_bytes;
}

int model_open(model *m, const uint8_t *payload, uint32_t bytes) {
    model_none(m);
    if (ethotag_open(&m->network, payload, bytes) != ETHOTAG_OK
        || ethotag_self_test(&m->network, m->scratch, sizeof m->scratch) != ETHOTAG_OK) {
        return 0;
    }
    uint32_t blob = read32(payload + 8);
    if (!open_golden(m, payload + blob, bytes - blob)) {
        model_none(m);
        return 0;
    }
    read_id(m, payload + 16);
    return 1;
}

const int16_t *model_golden_samples(const model *m, uint32_t window) {
    const uint8_t *at = m->golden + window * m->window_bytes + 4u * m->network.classes;
    return (const int16_t *)(const void *)at;
}

int model_run_golden(model *m, uint32_t window, int32_t *logits) {
    ethotag_session session;
    const int16_t *samples = model_golden_samples(m, window);
    if (ethotag_start(&session, &m->network, m->scratch, sizeof m->scratch) != ETHOTAG_OK) {
        return 0;
    }
    for (uint32_t i = 0; i < m->network.window_samples; i++) {
        ethotag_step(&session, samples + ETHOTAG_AXES * i);
    }
    ethotag_logits(&session, logits);
    return memcmp(logits, m->golden + window * m->window_bytes, sizeof *logits * m->network.classes) == 0;
}
