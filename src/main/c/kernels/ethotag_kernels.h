/* What the kernels share; not for callers of the runtime. */
#ifndef ETHOTAG_KERNELS_H
#define ETHOTAG_KERNELS_H

#include "ethotag_six.h"

#include "ethotag.h"

#include <string.h>

#if defined(__ARM_FEATURE_SAT)
#include <arm_acle.h>
#endif

/** Weight layouts (model-blob, "Layouts"). */
#define ETHOTAG_ROW_MAJOR 0
#define ETHOTAG_SIX_ROW_BLOCKS 1
#define ETHOTAG_SIX_ROW_WORDS 2

/** Whether this build executes a layout, 0 to 2. */
#define ETHOTAG_HAS_LAYOUT(layout) ((ETHOTAG_LAYOUTS >> (layout) & 1u) != 0)

/** Whether this build executes an input perceptron. */
#define ETHOTAG_HAS_FRONT ((ETHOTAG_LAYOUTS & 8u) != 0)

/** Rows of a block: r, z, n of unit i, then of unit i + 1. */
#define ETHOTAG_BLOCK_ROWS 6
/** Entries of a function table. */
#define ETHOTAG_TABLE_ENTRIES 513
/** The entry for 0. */
#define ETHOTAG_TABLE_MIDDLE 256
/** Samples of the self-test. */
#define ETHOTAG_SELF_TEST_SAMPLES 16

/** The arithmetic needs a right shift that keeps the sign. */
typedef char ethotag_shift_keeps_the_sign[((-1) >> 1) == -1 ? 1 : -1];

/** Limits to int16 (GRUQ-1, SAT16). */
#if defined(__ARM_FEATURE_SAT)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wsign-conversion" /* inside arm_acle.h's own macro */
ETHOTAG_INLINE int32_t ethotag_saturate16(int32_t value) {
    return __ssat(value, 16);
}
#pragma GCC diagnostic pop
#else
ETHOTAG_INLINE int32_t ethotag_saturate16(int32_t value) {
    return value > INT16_MAX ? INT16_MAX : value < INT16_MIN ? INT16_MIN : value;
}
#endif

/** Table with interpolation (GRUQ-1, LUT).
 *  @param middle the table's entry for 0
 *  @param q      any int16; the result lies between two neighbouring entries */
ETHOTAG_INLINE int32_t ethotag_lookup(const int16_t *middle, int32_t q) {
    /* both neighbours in one load; the low one comes first on the little-endian cores that the runtime accepts */
    int32_t cell;
    memcpy(&cell, middle + (q >> 7), sizeof cell);
    int32_t low = (int16_t)cell;
    int32_t fraction = (int32_t)((uint32_t)q & 127u);
    return low + ((((cell >> 16) - low) * fraction + 64) >> 7);
}

/** One step of the recurrent layer (GRUQ-1, step).
 *  @param x     conditioned sample, [4], the last one 0; of a wide kernel the input perceptron's values, [front.outputs]
 *  @param state before the step, [hidden]
 *  @param next  receives the state after it, [hidden]; not the same memory */
typedef void ethotag_step_kernel(const ethotag_model *model, const int16_t *x, const int16_t *state, int16_t *next);

/** Layout 0, wide or not. */
ethotag_step_kernel ethotag_step_rows;

/** Layout 1, int16: weights of a block are [column][6]. */
ethotag_step_kernel ethotag_step_blocks16;

/** Layout 1, int8: weights of a block are [column][6]. */
ethotag_step_kernel ethotag_step_blocks8;

/** Layout 2, int16: weights of a block are [column / 2][6][2]. */
ethotag_step_kernel ethotag_step_words16;

/** Layout 2, int8: weights of a block are [column / 4][6][4], the four columns in the order 0, 2, 1, 3. */
ethotag_step_kernel ethotag_step_words8;

/** The same four for the values of an input perceptron. */
ethotag_step_kernel ethotag_step_wide_blocks16;
ethotag_step_kernel ethotag_step_wide_blocks8;
ethotag_step_kernel ethotag_step_wide_words16;
ethotag_step_kernel ethotag_step_wide_words8;

/** Values of the input perceptron.
 *  @param x      conditioned sample, [ETHOTAG_AXES]
 *  @param values receives [layer->outputs] */
void ethotag_front_values(const ethotag_dense *layer, const int16_t *x, int16_t *values);

/** One step into session->next of a model with layout 0 or an input perceptron; apart, so that they cost the fast kernels
 *  nothing.
 *  @param x conditioned sample, [ETHOTAG_AXES] */
void ethotag_other_step(const ethotag_model *model, const int16_t *x, const ethotag_session *session);

/** The same of a model with an input perceptron. */
void ethotag_front_step(const ethotag_model *model, const int16_t *x, const ethotag_session *session);

/** Weights of one block of layout 1 or 2, filling included. */
ETHOTAG_INLINE uint32_t ethotag_block_weights(const ethotag_matrix *matrix) {
    uint32_t word = matrix->layout != ETHOTAG_SIX_ROW_WORDS ? 1u : matrix->bits == 8 ? 4u : 2u;
    return ETHOTAG_BLOCK_ROWS * ((matrix->columns + word - 1u) / word) * word;
}

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

/** The largest integer whose square is not above the given one. */
uint32_t ethotag_root(uint32_t square);

/** Hidden values of the perceptron for the session's state, into session->units. */
void ethotag_perceptron(ethotag_session *session);

/** One logit for the session's units. */
int32_t ethotag_logit(const ethotag_session *session, uint32_t index);

#endif
