#include "ethotag_kernels.h"

void ethotag_blocks16(const int16_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    int32_t a0 = bias[0];
    int32_t a1 = bias[1];
    int32_t a2 = bias[2];
    int32_t a3 = bias[3];
    int32_t a4 = bias[4];
    int32_t a5 = bias[5];
    const int16_t *end = v + columns;
    while (v != end) {
        int32_t value = *v++;
        a0 += weights[0] * value;
        a1 += weights[1] * value;
        a2 += weights[2] * value;
        a3 += weights[3] * value;
        a4 += weights[4] * value;
        a5 += weights[5] * value;
        weights += ETHOTAG_BLOCK_ROWS;
    }
    sums[0] = a0;
    sums[1] = a1;
    sums[2] = a2;
    sums[3] = a3;
    sums[4] = a4;
    sums[5] = a5;
}
