/* Six accumulators that stay in registers: the rows of one block. */
#ifndef ETHOTAG_SIX_H
#define ETHOTAG_SIX_H

#include "ethotag_inline.h"

#include <stdint.h>

typedef struct {
    int32_t r0;
    int32_t z0;
    int32_t n0;
    int32_t r1;
    int32_t z1;
    int32_t n1;
} ethotag_six;

ETHOTAG_INLINE ethotag_six ethotag_six_from(const int32_t *bias) {
    ethotag_six six = {bias[0], bias[1], bias[2], bias[3], bias[4], bias[5]};
    return six;
}

#endif
