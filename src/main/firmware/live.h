/* Classification while the tag is worn: samples in, sliding windows, counts per behaviour, what the radio sends. */
#ifndef LIVE_H
#define LIVE_H

#include "ethotag_stream.h"
#include "ethotag_summary.h"
#include "ethotag_yaw.h"
#include "model.h"

/** Four overlapping windows of the largest network. */
#define LIVE_MEMORY_WORDS 1536u
/** Samples that are kept to be read back: those of a window of the usual 256 are there for 5 s at 50 Hz. */
#define LIVE_RING 512u
/** Periods that are kept: 3 hours at 327.68 s. */
#define LIVE_PERIODS 32u

typedef struct {
    uint32_t end_seconds;
    uint16_t counts[ETHOTAG_MOST_CLASSES];
} live_period;

typedef struct {
    const model *model;
    ethotag_stream stream;
    ethotag_yaw yaw;
    ethotag_turn turn;
    /** whether the yaw is being looked for, and whether it was found */
    int seeks_yaw;
    int has_turn;
    ethotag_conditioning conditioning;
    int16_t ring[LIVE_RING][ETHOTAG_AXES];
    /** since the start */
    uint32_t samples;
    /** windows since the start; 0 if there is no model */
    uint32_t inferences;
    /** number of the first window after the last gap, from 1, and the sample with which it began */
    uint32_t first_window;
    uint32_t first_sample;
    /** of the newest window */
    int32_t logits[ETHOTAG_MOST_CLASSES];
    uint32_t class_index;
    ethotag_period period;
    uint16_t counts[ETHOTAG_MOST_CLASSES];
    live_period periods[LIVE_PERIODS];
    /** full ones since the start; the newest LIVE_PERIODS of them are kept */
    uint32_t whole_periods;
    uint32_t memory[LIVE_MEMORY_WORDS];
} live;

/** Begins with the first sample.
 *  @param conditioning of this deployment, or NULL for the model's own
 *  @return 1 if the model can run; without one nothing is ever classified */
int live_start(live *l, const model *m, const ethotag_conditioning *conditioning);

/** Has the tag find by itself how far the collar is turned, and take that into its conditioning.
 *  @param reference see ethotag_yaw_settings */
void live_seek_yaw(live *l, const int16_t reference[2]);

/** A gap: windows begin anew. */
void live_restart(live *l);

/** Takes one sample.
 *  @param seconds of the tag's clock, since 1970
 *  @return 1 if a window ended with it */
int live_sample(live *l, const int16_t raw[ETHOTAG_AXES], uint32_t seconds);

/** Samples of a window that are still there.
 *  @param number of the window, from 1
 *  @param first  receives the number of its first sample, for live_raw
 *  @return 1 if all are there */
int live_window(const live *l, uint32_t number, uint32_t *first);

const int16_t *live_raw(const live *l, uint32_t sample);

/** A stored period. @return NULL if it is not there (any more) */
const live_period *live_period_at(const live *l, uint32_t index);

/** The oldest stored period. */
uint32_t live_oldest_period(const live *l);

#endif
