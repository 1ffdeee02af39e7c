/* What the kernels share; not for callers of the runtime. */
#ifndef ETHOTAG_KERNELS_H
#define ETHOTAG_KERNELS_H

#include "ethotag.h"

/** Weight layouts (model-blob, "Layouts"). */
#define ETHOTAG_ROW_MAJOR 0
#define ETHOTAG_SIX_ROW_BLOCKS 1
#define ETHOTAG_SIX_ROW_WORDS 2

/** Rows of a block: r, z, n of unit i, then of unit i + 1. */
#define ETHOTAG_BLOCK_ROWS 6
/** Entries of a function table. */
#define ETHOTAG_TABLE_ENTRIES 513
/** Samples of the self-test. */
#define ETHOTAG_SELF_TEST_SAMPLES 16

/** The arithmetic needs a right shift that keeps the sign. */
typedef char ethotag_shift_keeps_the_sign[((-1) >> 1) == -1 ? 1 : -1];

/** Limits to int16 (GRUQ-1, SAT16). */
static inline int16_t ethotag_saturate16(int32_t value) {
    return (int16_t)(value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value);
}

/** Table with interpolation (GRUQ-1, LUT).
 *  @param q any int16; the result lies between two neighbouring entries */
static inline int16_t ethotag_lookup(const int16_t *table, int16_t q) {
    uint32_t position = (uint32_t)((int32_t)q + 32768);
    const int16_t *cell = table + (position >> 7);
    int32_t rise = (int32_t)cell[1] - cell[0];
    return (int16_t)(cell[0] + ((rise * (int32_t)(position & 127u) + 64) >> 7));
}

/** Six sums of one block of a recurrent matrix: bias + weights times v.
 *  @param block two units each, 0 to hidden / 2 - 1
 *  @param v     [columns], filled up with zeros to a multiple of 4
 *  @param sums  receives r, z, n of unit 2 block, then of the next */
void ethotag_six_sums(const ethotag_matrix *matrix, uint32_t block, const int16_t *v, int32_t *sums);

/** Layout 1, int16: weights are [column][6]. */
void ethotag_blocks16(const int16_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums);

/** Layout 1, int8: weights are [column][6]. */
void ethotag_blocks8(const int8_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums);

/** Layout 2, int16: weights are [column / 2][6][2]. */
void ethotag_words16(const int16_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums);

/** Layout 2, int8: weights are [column / 4][6][4], the four columns in the order 0, 2, 1, 3. */
void ethotag_words8(const int8_t *weights, const int32_t *bias, const int16_t *v, uint32_t columns, int32_t *sums);

/** One row, row-major: bias + weights times v.
 *  @param weights first weight of the row, int8_t or int16_t by bits */
int32_t ethotag_row_sum(const void *weights, uint32_t bits, int32_t bias, const int16_t *v, uint32_t columns);

/** One weight of a recurrent matrix, whatever its layout; slow.
 *  @param row   0 to 3 hidden - 1, in the order in which rows and biases are stored */
int32_t ethotag_weight(const ethotag_matrix *matrix, uint32_t row, uint32_t column);

/** One conditioned sample.
 *  @param raw sensor counts, [ETHOTAG_AXES]
 *  @param x   receives [ETHOTAG_AXES + 1], the last one 0 */
void ethotag_condition(const ethotag_conditioning *conditioning, const int16_t *raw, int16_t *x);

/** Hidden values of the perceptron for the session's state, into session->units. */
void ethotag_perceptron(ethotag_session *session);

/** One logit for the session's units. */
int32_t ethotag_logit(const ethotag_session *session, uint32_t index);

#endif
