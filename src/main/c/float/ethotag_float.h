/* The unquantized network in plain float32, for comparison with the integer runtime on the same tag. Needs expf and tanhf;
 * the integer runtime needs neither. C99; no heap: model, session and scratch memory belong to the caller. */
#ifndef ETHOTAG_FLOAT_H
#define ETHOTAG_FLOAT_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Axes of a sample. */
#define ETHOTAG_FLOAT_AXES 3

/** The weights as they were trained; all matrices row-major, rows of the recurrent layer are all of r, then z, then n. */
typedef struct {
    uint32_t hidden;
    uint32_t units;
    uint32_t classes;
    /** x = raw * scale + offset: counts to normalised values, axes as in the training data */
    float scale[ETHOTAG_FLOAT_AXES];
    float offset[ETHOTAG_FLOAT_AXES];
    /** [3 * hidden][ETHOTAG_FLOAT_AXES], or [3 * hidden][front] */
    const float *input;
    /** [3 * hidden] */
    const float *input_bias;
    /** [3 * hidden][hidden] */
    const float *recurrent;
    /** [3 * hidden] */
    const float *recurrent_bias;
    /** [units][hidden] */
    const float *perceptron;
    /** [units] */
    const float *perceptron_bias;
    /** [classes][units] */
    const float *output;
    /** [classes] */
    const float *output_bias;
    /** units of the input perceptron, 0 for none */
    uint32_t front;
    /** [front][ETHOTAG_FLOAT_AXES] */
    const float *front_weights;
    /** [front] */
    const float *front_bias;
} ethotag_float_model;

/** A classification under way. */
typedef struct {
    const ethotag_float_model *model;
    /** [hidden] */
    float *state;
    /** [hidden] */
    float *next;
    /** values of the input perceptron, [front], then hidden ones of the perceptron, [units] */
    float *values;
} ethotag_float_session;

/** Binds a session to a model and to memory, with a state of 0.
 *  @param scratch [2 * hidden + the larger of units and front] */
void ethotag_float_start(ethotag_float_session *session, const ethotag_float_model *model, float *scratch);

/** Starts a new window: the state is 0. */
void ethotag_float_reset(ethotag_float_session *session);

/** Takes one sample.
 *  @param raw sensor counts, [ETHOTAG_FLOAT_AXES] */
void ethotag_float_step(ethotag_float_session *session, const int16_t *raw);

/** Logits of the samples since the last reset.
 *  @param logits receives [model->classes] */
void ethotag_float_logits(ethotag_float_session *session, float *logits);

#ifdef __cplusplus
}
#endif

#endif
