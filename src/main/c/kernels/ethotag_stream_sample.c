#include "ethotag_stream.h"

/** The memory of a state; index may be up to twice the number of states. */
static int16_t *state_at(const ethotag_stream *stream, uint32_t index) {
    uint32_t states = stream->windows + 1u;
    return stream->states + (size_t)(index < states ? index : index - states) * stream->session.model->input.hidden;
}

/** The oldest window's place goes to a new one. */
static void begin_window(ethotag_stream *stream) {
    stream->newest = stream->newest + 1u == stream->windows ? 0 : stream->newest + 1u;
    stream->begun += stream->begun < stream->windows;
    stream->wait = stream->session.model->stride_samples;
    stream->session.state = state_at(stream, stream->spare + 1u + stream->newest);
    ethotag_reset(&stream->session);
}

int ethotag_stream_sample(ethotag_stream *stream, const int16_t *raw, int32_t *logits) {
    ethotag_session *session = &stream->session;
    const ethotag_model *model = session->model;
    int ended = 0;
    if (stream->wait == 0) {
        begin_window(stream);
    }
    stream->wait--;
    /* The state of window i lies i + 1 places behind the spare one. Each step moves a state one place forward, into what
     * the window before it left, and leaves its own place to the window behind it. */
    for (uint32_t i = 0; i < stream->windows; i++) {
        uint32_t older = stream->newest >= i ? stream->newest - i : stream->newest + stream->windows - i;
        uint32_t sample = older * model->stride_samples + (model->stride_samples - 1u - stream->wait);
        if (older < stream->begun && sample < model->window_samples) {
            session->state = state_at(stream, stream->spare + 1u + i);
            session->next = state_at(stream, stream->spare + i);
            ethotag_step(session, raw);
            if (sample == model->window_samples - 1u) {
                ethotag_logits(session, logits);
                ended = 1;
            }
        }
    }
    stream->spare = stream->spare == 0 ? stream->windows : stream->spare - 1u;
    return ended;
}
