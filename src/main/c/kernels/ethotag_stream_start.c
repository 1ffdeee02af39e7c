#include "ethotag_stream.h"

ethotag_status ethotag_stream_start(ethotag_stream *stream, const ethotag_model *model, void *memory, size_t bytes) {
    if (stream == NULL || model == NULL || memory == NULL) {
        return ETHOTAG_BAD_ADDRESS;
    }
    size_t needed = ethotag_stream_bytes(model);
    if ((uintptr_t)memory % 4u != 0 || bytes < needed) {
        return ETHOTAG_BAD_SCRATCH;
    }
    /* The session's scratch comes last and begins with its two states, so that all states lie in a row. */
    stream->states = memory;
    size_t further = (needed - model->scratch_bytes) / sizeof *stream->states;
    ethotag_status status =
        ethotag_start(&stream->session, model, stream->states + further, model->scratch_bytes);
    stream->windows = ethotag_stream_windows(model);
    ethotag_stream_restart(stream);
    return status;
}
