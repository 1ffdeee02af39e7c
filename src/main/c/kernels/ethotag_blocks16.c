#include "ethotag_kernels.h"

void ethotag_blocks16(const void *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    const int16_t *w = weights;
    ethotag_six six = ethotag_six_from(bias);
    /* four columns per turn: states come in fours */
    for (uint32_t turns = columns / 4u; turns > 0; turns--) {
        ethotag_six_add(&six, w[0], w[1], w[2], w[3], w[4], w[5], v[0]);
        ethotag_six_add(&six, w[6], w[7], w[8], w[9], w[10], w[11], v[1]);
        ethotag_six_add(&six, w[12], w[13], w[14], w[15], w[16], w[17], v[2]);
        ethotag_six_add(&six, w[18], w[19], w[20], w[21], w[22], w[23], v[3]);
        v += 4;
        w += 4 * ETHOTAG_BLOCK_ROWS;
    }
    for (uint32_t rest = columns % 4u; rest > 0; rest--) {
        ethotag_six_add(&six, w[0], w[1], w[2], w[3], w[4], w[5], *v);
        v++;
        w += ETHOTAG_BLOCK_ROWS;
    }
    ethotag_six_to(sums, &six);
}
