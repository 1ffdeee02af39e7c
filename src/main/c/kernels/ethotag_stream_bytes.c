#include "ethotag_stream.h"

size_t ethotag_stream_bytes(const ethotag_model *model) {
    return model->scratch_bytes + (size_t)2u * model->input.hidden * (ethotag_stream_windows(model) - 1u);
}
