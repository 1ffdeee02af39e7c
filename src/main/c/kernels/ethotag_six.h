/* Six accumulators that stay in registers: the rows of one block. */
#ifndef ETHOTAG_SIX_H
#define ETHOTAG_SIX_H

#include <stdint.h>

typedef struct {
    int32_t r0;
    int32_t z0;
    int32_t n0;
    int32_t r1;
    int32_t z1;
    int32_t n1;
} ethotag_six;

static inline ethotag_six ethotag_six_from(const int32_t *bias) {
    ethotag_six six = {bias[0], bias[1], bias[2], bias[3], bias[4], bias[5]};
    return six;
}

/** Adds the six weights of a column times its value. */
static inline void ethotag_six_add(
    ethotag_six *six, int32_t r0, int32_t z0, int32_t n0, int32_t r1, int32_t z1, int32_t n1, int32_t value) {
    six->r0 += r0 * value;
    six->z0 += z0 * value;
    six->n0 += n0 * value;
    six->r1 += r1 * value;
    six->z1 += z1 * value;
    six->n1 += n1 * value;
}

#endif
