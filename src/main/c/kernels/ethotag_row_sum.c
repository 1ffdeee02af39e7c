#include "ethotag_kernels.h"

static int32_t sum_of8(const int8_t *w, int32_t sum, const int16_t *v, uint32_t columns) {
    for (; columns >= 4u; columns -= 4u) {
        sum += w[0] * v[0];
        sum += w[1] * v[1];
        sum += w[2] * v[2];
        sum += w[3] * v[3];
        w += 4;
        v += 4;
    }
    for (; columns > 0; columns--) {
        sum += *w++ * *v++;
    }
    return sum;
}

static int32_t sum_of16(const int16_t *w, int32_t sum, const int16_t *v, uint32_t columns) {
    for (; columns >= 4u; columns -= 4u) {
        sum += w[0] * v[0];
        sum += w[1] * v[1];
        sum += w[2] * v[2];
        sum += w[3] * v[3];
        w += 4;
        v += 4;
    }
    for (; columns > 0; columns--) {
        sum += *w++ * *v++;
    }
    return sum;
}

int32_t ethotag_row_sum(const void *weights, uint32_t bits, int32_t bias, const int16_t *v, uint32_t columns) {
    return bits == 8 ? sum_of8(weights, bias, v, columns) : sum_of16(weights, bias, v, columns);
}
