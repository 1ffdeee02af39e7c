#include "ethotag_kernels.h"

/** Row-major blobs have no blocks: six rows, far apart. */
static void six_rows(const ethotag_matrix *matrix, uint32_t block, const int16_t *v, int32_t *sums) {
    const uint8_t *weights = matrix->weights;
    uint32_t row_bytes = matrix->columns * (matrix->bits / 8u);
    for (uint32_t i = 0; i < ETHOTAG_BLOCK_ROWS; i++) {
        uint32_t row = (i % 3u) * matrix->hidden + 2u * block + i / 3u;
        sums[i] = ethotag_row_sum(weights + row * row_bytes, matrix->bits, matrix->bias[row], v, matrix->columns);
    }
}

void ethotag_six_sums(const ethotag_matrix *matrix, uint32_t block, const int16_t *v, int32_t *sums) {
    const int32_t *bias = matrix->bias + ETHOTAG_BLOCK_ROWS * block;
    uint32_t columns = matrix->columns;
    uint32_t word = matrix->layout == ETHOTAG_SIX_ROW_BLOCKS ? 1u : matrix->bits == 8 ? 4u : 2u;
    uint32_t at = block * ETHOTAG_BLOCK_ROWS * ((columns + word - 1u) / word) * word;
    if (matrix->layout == ETHOTAG_ROW_MAJOR) {
        six_rows(matrix, block, v, sums);
    } else if (matrix->bits == 8) {
        const int8_t *weights = (const int8_t *)matrix->weights + at;
        if (matrix->layout == ETHOTAG_SIX_ROW_BLOCKS) {
            ethotag_blocks8(weights, bias, v, columns, sums);
        } else {
            ethotag_words8(weights, bias, v, columns, sums);
        }
    } else {
        const int16_t *weights = (const int16_t *)matrix->weights + at;
        if (matrix->layout == ETHOTAG_SIX_ROW_BLOCKS) {
            ethotag_blocks16(weights, bias, v, columns, sums);
        } else {
            ethotag_words16(weights, bias, v, columns, sums);
        }
    }
}
