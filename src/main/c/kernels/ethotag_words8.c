#include "ethotag_kernels.h"

#if defined(__ARM_FEATURE_DSP)
#include <arm_acle.h>
#include <string.h>

static inline int16x2_t pair(const int16_t *two) {
    int16x2_t word;
    memcpy(&word, two, sizeof word);
    return word;
}

/** Adds four products: the bytes 0 and 2 of a word are columns 0 and 1, the bytes 1 and 3 are columns 2 and 3. */
static inline int32_t four(const int8_t *weights, int16x2_t low, int16x2_t high, int32_t sum) {
    uint32_t word;
    memcpy(&word, weights, sizeof word);
    sum = __smlad(__sxtb16((int8x4_t)word), low, sum);
    return __smlad(__sxtb16((int8x4_t)(word >> 8 | word << 24)), high, sum);
}
#else
typedef struct {
    int32_t first;
    int32_t second;
} columns_of_two;

static inline columns_of_two pair(const int16_t *two) {
    columns_of_two both = {two[0], two[1]};
    return both;
}

static inline int32_t four(const int8_t *weights, columns_of_two low, columns_of_two high, int32_t sum) {
    sum += weights[0] * low.first;
    sum += weights[2] * low.second;
    sum += weights[1] * high.first;
    return sum + weights[3] * high.second;
}
#endif

void ethotag_words8(const int8_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    for (uint32_t row = 0; row < ETHOTAG_BLOCK_ROWS; row++) {
        const int8_t *word = weights + 4 * row;
        int32_t sum = bias[row];
        for (uint32_t column = 0; column < columns; column += 4) {
            sum = four(word, pair(v + column), pair(v + column + 2), sum);
            word += 4 * ETHOTAG_BLOCK_ROWS;
        }
        sums[row] = sum;
    }
}
