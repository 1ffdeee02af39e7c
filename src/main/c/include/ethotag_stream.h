/* Sliding windows: classifies every window of a stream of samples, although windows overlap.
 *
 * A window of 256 samples with a stride of 64 overlaps three others, and each begins with a state of 0, so that every
 * logit is the one of the window taken alone. Four states step side by side: 64 more bytes per window at 32 hidden
 * units, where a buffer of the samples would take 1,536, and the work is the same for every sample. */
#ifndef ETHOTAG_STREAM_H
#define ETHOTAG_STREAM_H

#include "ethotag.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A stream under way. Filled by ethotag_stream_start; uses the caller's memory until it is dropped. */
typedef struct {
    /** Steps one window after the other. ethotag_set_conditioning works on it; restart the stream afterwards. */
    ethotag_session session;
    /** [windows + 1][hidden]: a state per window, and one that is under construction */
    int16_t *states;
    /** how many windows overlap */
    uint32_t windows;
    /** index of the state that belongs to no window */
    uint32_t spare;
    /** the window that began last, 0 to windows - 1 */
    uint32_t newest;
    /** windows begun since the last restart; stays at windows */
    uint32_t begun;
    /** samples until the next window begins */
    uint32_t wait;
} ethotag_stream;

/** How many windows of a model overlap: window / stride, rounded up. */
uint32_t ethotag_stream_windows(const ethotag_model *model);

/** Memory that a stream needs: model->scratch_bytes, and 2 hidden bytes for every further window that overlaps. */
size_t ethotag_stream_bytes(const ethotag_model *model);

/** Binds a stream to a model and memory, with the model's own conditioning, before its first sample.
 *  @param memory aligned to 4
 *  @param bytes  at least ethotag_stream_bytes(model)
 *  @return ETHOTAG_OK, ETHOTAG_BAD_ADDRESS or ETHOTAG_BAD_SCRATCH */
ethotag_status ethotag_stream_start(ethotag_stream *stream, const ethotag_model *model, void *memory, size_t bytes);

/** Forgets all windows: the next sample is the first of a window. For gaps in the samples. */
void ethotag_stream_restart(ethotag_stream *stream);

/** Takes one sample.
 *  @param raw    sensor counts, [ETHOTAG_AXES]
 *  @param logits receives [model->classes] if a window ends with this sample, else stays as it is
 *  @return 1 if a window ends with this sample, else 0 */
int ethotag_stream_sample(ethotag_stream *stream, const int16_t *raw, int32_t *logits);

#ifdef __cplusplus
}
#endif

#endif
