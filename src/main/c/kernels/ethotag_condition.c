#include "ethotag_kernels.h"

void ethotag_condition(const ethotag_conditioning *conditioning, const int16_t *raw, int16_t *x) {
    const int16_t *m = conditioning->matrix[0];
    int32_t x0 = (int32_t)raw[0] - conditioning->offset[0];
    int32_t x1 = (int32_t)raw[1] - conditioning->offset[1];
    int32_t x2 = (int32_t)raw[2] - conditioning->offset[2];
    uint32_t shift = conditioning->shift;
    int32_t half = (int32_t)1 << (shift - 1u);
    x[0] = (int16_t)ethotag_saturate16((half + m[0] * x0 + m[1] * x1 + m[2] * x2) >> shift);
    x[1] = (int16_t)ethotag_saturate16((half + m[3] * x0 + m[4] * x1 + m[5] * x2) >> shift);
    x[2] = (int16_t)ethotag_saturate16((half + m[6] * x0 + m[7] * x1 + m[8] * x2) >> shift);
    x[ETHOTAG_AXES] = 0;
}
