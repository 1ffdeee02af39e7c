#include "ethotag_stream.h"

void ethotag_stream_restart(ethotag_stream *stream) {
    stream->spare = 0;
    stream->newest = stream->windows - 1u;
    stream->begun = 0;
    stream->wait = 0;
}
