#include "live.h"

#include <string.h>

static int start_stream(live *l) {
    const ethotag_model *network = &l->model->network;
    if (ethotag_stream_start(&l->stream, network, l->memory, sizeof l->memory) != ETHOTAG_OK) {
        return 0;
    }
    if (ethotag_set_conditioning(&l->stream.session, &l->conditioning) != ETHOTAG_OK) {
        l->conditioning = network->conditioning;
    }
    ethotag_stream_restart(&l->stream);
    l->first_window = l->inferences + 1u;
    l->first_sample = l->samples;
    return 1;
}

int live_start(live *l, const model *m, const ethotag_conditioning *conditioning) {
    memset(l, 0, sizeof *l);
    if (!model_is_there(m)) {
        return 0;
    }
    l->model = m;
    l->conditioning = conditioning != NULL ? *conditioning : m->network.conditioning;
    ethotag_period_start(&l->period, l->counts, m->network.classes);
    if (!start_stream(l)) {
        l->model = NULL;
    }
    return l->model != NULL;
}

void live_seek_yaw(live *l, const int16_t reference[2]) {
    ethotag_yaw_settings settings;
    if (l->model != NULL) {
        ethotag_yaw_settings_of(&l->model->network, reference, &settings);
        l->seeks_yaw = ethotag_yaw_start(&l->yaw, &settings) == ETHOTAG_OK;
    }
}

void live_restart(live *l) {
    if (l->model != NULL) {
        start_stream(l);
        if (l->seeks_yaw) {
            ethotag_yaw_gap(&l->yaw);
        }
    }
}

/** Looks for the turn with each sample; when it is found, or has changed, the windows begin anew under it. */
static void look_for_turn(live *l, const int16_t *raw) {
    ethotag_turn turn;
    ethotag_conditioning turned;
    if (!ethotag_yaw_sample(&l->yaw, raw) || ethotag_yaw_turn(&l->yaw, &turn) != ETHOTAG_OK || l->has_turn) {
        return;
    }
    if (ethotag_turn_conditioning(&turn, &l->conditioning, &turned) == ETHOTAG_OK) {
        l->turn = turn;
        l->has_turn = 1;
        l->conditioning = turned;
        start_stream(l);
    }
}

static void store_period(live *l, uint32_t seconds) {
    live_period *period = &l->periods[l->whole_periods % LIVE_PERIODS];
    period->end_seconds = seconds;
    memcpy(period->counts, l->counts, sizeof period->counts);
    l->whole_periods++;
}

int live_sample(live *l, const int16_t raw[ETHOTAG_AXES], uint32_t seconds) {
    if (l->model == NULL) {
        return 0;
    }
    memcpy(l->ring[l->samples % LIVE_RING], raw, sizeof l->ring[0]);
    l->samples++;
    int ended = ethotag_stream_sample(&l->stream, raw, l->logits);
    if (ended) {
        l->inferences++;
        l->class_index = ethotag_class_of(l->logits, l->model->network.classes);
        if (ethotag_period_count(&l->period, l->class_index)) {
            store_period(l, seconds);
        }
    }
    if (l->seeks_yaw) {
        look_for_turn(l, raw);
    }
    return ended;
}

int live_window(const live *l, uint32_t number, uint32_t *first) {
    if (l->model == NULL || number < l->first_window || number > l->inferences) {
        return 0;
    }
    *first = l->first_sample + (number - l->first_window) * l->model->network.stride_samples;
    return l->samples - *first <= LIVE_RING && l->model->network.window_samples <= LIVE_RING;
}

const int16_t *live_raw(const live *l, uint32_t sample) {
    return l->ring[sample % LIVE_RING];
}

uint32_t live_oldest_period(const live *l) {
    return l->whole_periods > LIVE_PERIODS ? l->whole_periods - LIVE_PERIODS : 0u;
}

const live_period *live_period_at(const live *l, uint32_t index) {
    if (index >= l->whole_periods || index < live_oldest_period(l)) {
        return NULL;
    }
    return &l->periods[index % LIVE_PERIODS];
}
