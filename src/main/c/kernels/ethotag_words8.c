#include "ethotag_kernels.h"
#include "ethotag_pair.h"

/** Adds the four products of one row: bytes 0 and 2 of a word are columns 0 and 1, bytes 1 and 3 are columns 2 and 3. */
static inline int32_t add(int32_t sum, const int8_t *w, ethotag_pair low, ethotag_pair high) {
    sum = ethotag_pair_add(sum, ethotag_pair_even(w), low);
    return ethotag_pair_add(sum, ethotag_pair_odd(w), high);
}

void ethotag_words8(const void *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    const int8_t *w = weights;
    ethotag_six six = ethotag_six_from(bias);
    for (uint32_t turns = (columns + 3u) / 4u; turns > 0; turns--) {
        ethotag_pair low = ethotag_pair_at(v);
        ethotag_pair high = ethotag_pair_at(v + 2);
        six.r0 = add(six.r0, w, low, high);
        six.z0 = add(six.z0, w + 4, low, high);
        six.n0 = add(six.n0, w + 8, low, high);
        six.r1 = add(six.r1, w + 12, low, high);
        six.z1 = add(six.z1, w + 16, low, high);
        six.n1 = add(six.n1, w + 20, low, high);
        v += 4;
        w += 4 * ETHOTAG_BLOCK_ROWS;
    }
    ethotag_six_to(sums, &six);
}
