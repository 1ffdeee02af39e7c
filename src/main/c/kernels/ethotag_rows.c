#include "ethotag_kernels.h"

void ethotag_rows(const ethotag_matrix *matrix, uint32_t block, const int16_t *v, int32_t *sums) {
    const uint8_t *weights = matrix->weights;
    uint32_t row_bytes = matrix->columns * (matrix->bits / 8u);
    for (uint32_t i = 0; i < ETHOTAG_BLOCK_ROWS; i++) {
        uint32_t row = (i % 3u) * matrix->hidden + 2u * block + i / 3u;
        sums[i] = ethotag_row_sum(weights + row * row_bytes, matrix->bits, matrix->bias[row], v, matrix->columns);
    }
}
