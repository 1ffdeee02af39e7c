#include "ethotag_kernels.h"

int32_t ethotag_row_sum(const void *weights, uint32_t bits, int32_t bias, const int16_t *v, uint32_t columns) {
    int32_t sum = bias;
    if (bits == 8) {
        const int8_t *w = weights;
        for (uint32_t i = 0; i < columns; i++) {
            sum += w[i] * (int32_t)v[i];
        }
    } else {
        const int16_t *w = weights;
        for (uint32_t i = 0; i < columns; i++) {
            sum += w[i] * (int32_t)v[i];
        }
    }
    return sum;
}
