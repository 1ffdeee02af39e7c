#include "ethotag_kernels.h"
#include "ethotag_pair.h"

/** Adds the six words of two columns times their values. */
static inline void add(ethotag_six *six, const int16_t *w, ethotag_pair value) {
    six->r0 = ethotag_pair_add(six->r0, ethotag_pair_at(w), value);
    six->z0 = ethotag_pair_add(six->z0, ethotag_pair_at(w + 2), value);
    six->n0 = ethotag_pair_add(six->n0, ethotag_pair_at(w + 4), value);
    six->r1 = ethotag_pair_add(six->r1, ethotag_pair_at(w + 6), value);
    six->z1 = ethotag_pair_add(six->z1, ethotag_pair_at(w + 8), value);
    six->n1 = ethotag_pair_add(six->n1, ethotag_pair_at(w + 10), value);
}

void ethotag_words16(const void *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums) {
    const int16_t *w = weights;
    ethotag_six six = ethotag_six_from(bias);
    /* two words per turn: vectors are filled up to a multiple of four columns */
    for (uint32_t turns = (columns + 3u) / 4u; turns > 0; turns--) {
        add(&six, w, ethotag_pair_at(v));
        add(&six, w + 2 * ETHOTAG_BLOCK_ROWS, ethotag_pair_at(v + 2));
        v += 4;
        w += 4 * ETHOTAG_BLOCK_ROWS;
    }
    ethotag_six_to(sums, &six);
}
