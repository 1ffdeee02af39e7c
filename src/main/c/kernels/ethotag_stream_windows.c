#include "ethotag_stream.h"

uint32_t ethotag_stream_windows(const ethotag_model *model) {
    return ((uint32_t)model->window_samples + model->stride_samples - 1u) / model->stride_samples;
}
