#include "ethotag_kernels.h"

/** Where a column's weight lies in its word of four int8. */
static uint32_t place_in_word8(uint32_t column) {
    uint32_t in_word = column % 4u;
    return in_word == 1 ? 2 : in_word == 2 ? 1 : in_word;
}

int32_t ethotag_weight(const ethotag_matrix *matrix, uint32_t row, uint32_t column) {
    uint32_t columns = matrix->columns;
    uint32_t index;
    if (matrix->layout == ETHOTAG_ROW_MAJOR) {
        index = row * columns + column;
    } else {
        uint32_t word = matrix->layout == ETHOTAG_SIX_ROW_BLOCKS ? 1u : matrix->bits == 8 ? 4u : 2u;
        uint32_t words = (columns + word - 1u) / word;
        uint32_t block = row / ETHOTAG_BLOCK_ROWS;
        uint32_t place = word == 4u ? place_in_word8(column) : column % word;
        index = ((block * words + column / word) * ETHOTAG_BLOCK_ROWS + row % ETHOTAG_BLOCK_ROWS) * word + place;
    }
    return matrix->bits == 8 ? ((const int8_t *)matrix->weights)[index] : ((const int16_t *)matrix->weights)[index];
}
