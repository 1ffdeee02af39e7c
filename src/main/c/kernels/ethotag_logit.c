#include "ethotag_kernels.h"

int32_t ethotag_logit(const ethotag_session *session, uint32_t index) {
    const ethotag_dense *layer = &session->model->output;
    const uint8_t *weights = layer->weights;
    uint32_t row_bytes = layer->inputs * (layer->bits / 8u);
    return ethotag_row_sum(weights + index * row_bytes, layer->bits, layer->bias[index], session->units, layer->inputs);
}
