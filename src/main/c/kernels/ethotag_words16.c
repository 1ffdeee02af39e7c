#include "ethotag_kernels.h"

#if defined(__ARM_FEATURE_DSP)
#include <arm_acle.h>
#include <string.h>

static inline int16x2_t pair(const int16_t *two) {
    int16x2_t word;
    memcpy(&word, two, sizeof word);
    return word;
}

void ethotag_words16(const int16_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    int32_t a0 = bias[0];
    int32_t a1 = bias[1];
    int32_t a2 = bias[2];
    int32_t a3 = bias[3];
    int32_t a4 = bias[4];
    int32_t a5 = bias[5];
    for (uint32_t column = 0; column < columns; column += 2) {
        int16x2_t two = pair(v + column);
        a0 = __smlad(pair(weights), two, a0);
        a1 = __smlad(pair(weights + 2), two, a1);
        a2 = __smlad(pair(weights + 4), two, a2);
        a3 = __smlad(pair(weights + 6), two, a3);
        a4 = __smlad(pair(weights + 8), two, a4);
        a5 = __smlad(pair(weights + 10), two, a5);
        weights += 2 * ETHOTAG_BLOCK_ROWS;
    }
    sums[0] = a0;
    sums[1] = a1;
    sums[2] = a2;
    sums[3] = a3;
    sums[4] = a4;
    sums[5] = a5;
}
#else
void ethotag_words16(const int16_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    for (uint32_t row = 0; row < ETHOTAG_BLOCK_ROWS; row++) {
        const int16_t *word = weights + 2 * row;
        int32_t sum = bias[row];
        for (uint32_t column = 0; column < columns; column += 2) {
            sum += word[0] * (int32_t)v[column];
            sum += word[1] * (int32_t)v[column + 1];
            word += 2 * ETHOTAG_BLOCK_ROWS;
        }
        sums[row] = sum;
    }
}
#endif
