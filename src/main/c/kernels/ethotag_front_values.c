#include "ethotag_kernels.h"

ETHOTAG_INLINE int16_t rectified(int32_t sum, uint32_t shift) {
    int32_t value = sum >> shift;
    return (int16_t)ethotag_saturate16(value < 0 ? 0 : value);
}

static void values_of8(const ethotag_dense *layer, const int16_t *x, int16_t *values) {
    const int8_t *w = layer->weights;
    const int32_t *bias = layer->bias;
    const int16_t *end = values + layer->outputs;
    uint32_t shift = layer->shift;
    int32_t x0 = x[0];
    int32_t x1 = x[1];
    int32_t x2 = x[2];
    do {
        *values++ = rectified(*bias++ + w[0] * x0 + w[1] * x1 + w[2] * x2, shift);
        w += ETHOTAG_AXES;
    } while (values != end);
}

static void values_of16(const ethotag_dense *layer, const int16_t *x, int16_t *values) {
    const int16_t *w = layer->weights;
    const int32_t *bias = layer->bias;
    const int16_t *end = values + layer->outputs;
    uint32_t shift = layer->shift;
    int32_t x0 = x[0];
    int32_t x1 = x[1];
    int32_t x2 = x[2];
    do {
        *values++ = rectified(*bias++ + w[0] * x0 + w[1] * x1 + w[2] * x2, shift);
        w += ETHOTAG_AXES;
    } while (values != end);
}

void ethotag_front_values(const ethotag_dense *layer, const int16_t *x, int16_t *values) {
    if (layer->bits == 8) {
        values_of8(layer, x, values);
    } else {
        values_of16(layer, x, values);
    }
}
