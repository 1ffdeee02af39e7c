#include "ethotag_kernels.h"

void ethotag_condition(const ethotag_conditioning *conditioning, const int16_t *raw, int16_t *x) {
    int32_t half = (int32_t)1 << (conditioning->shift - 1);
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        int32_t sum = half;
        for (uint32_t j = 0; j < ETHOTAG_AXES; j++) {
            int32_t difference = (int32_t)raw[j] - conditioning->offset[j];
            sum += conditioning->matrix[i][j] * difference;
        }
        x[i] = (int16_t)ethotag_saturate16(sum >> conditioning->shift);
    }
    x[ETHOTAG_AXES] = 0;
}
