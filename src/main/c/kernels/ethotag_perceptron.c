#include "ethotag_kernels.h"

void ethotag_perceptron(ethotag_session *session) {
    const ethotag_dense *layer = &session->model->perceptron;
    const uint8_t *weights = layer->weights;
    uint32_t row_bytes = layer->inputs * (layer->bits / 8u);
    for (uint32_t i = 0; i < layer->outputs; i++) {
        int32_t sum =
            ethotag_row_sum(weights + i * row_bytes, layer->bits, layer->bias[i], session->state, layer->inputs)
            >> layer->shift;
        session->units[i] = (int16_t)ethotag_saturate16(sum < 0 ? 0 : sum);
    }
}
