#include "ethotag_float.h"

#include <math.h>

static float sigmoid(float v) {
    return 1.0f / (1.0f + expf(-v));
}

static float row(const float *weights, float bias, const float *v, uint32_t columns) {
    float sum = bias;
    for (uint32_t i = 0; i < columns; i++) {
        sum += weights[i] * v[i];
    }
    return sum;
}

void ethotag_float_start(ethotag_float_session *session, const ethotag_float_model *model, float *scratch) {
    session->model = model;
    session->state = scratch;
    session->next = scratch + model->hidden;
    session->values = session->next + model->hidden;
    ethotag_float_reset(session);
}

void ethotag_float_reset(ethotag_float_session *session) {
    for (uint32_t i = 0; i < session->model->hidden; i++) {
        session->state[i] = 0.0f;
    }
}

static float input_sum(const ethotag_float_model *m, uint32_t at, const float *x) {
    return m->front > 0 ? row(m->input + at * m->front, m->input_bias[at], x, m->front)
                        : row(m->input + at * ETHOTAG_FLOAT_AXES, m->input_bias[at], x, ETHOTAG_FLOAT_AXES);
}

static float recurrent_sum(const ethotag_float_model *m, uint32_t at, const float *state) {
    return row(m->recurrent + at * m->hidden, m->recurrent_bias[at], state, m->hidden);
}

static void dense_relu(
    const float *weights, const float *bias, uint32_t rows, const float *v, uint32_t columns, float *out) {
    for (uint32_t i = 0; i < rows; i++) {
        float sum = row(weights + i * columns, bias[i], v, columns);
        out[i] = sum > 0.0f ? sum : 0.0f;
    }
}

void ethotag_float_step(ethotag_float_session *session, const int16_t *raw) {
    const ethotag_float_model *m = session->model;
    float *state = session->state;
    float sample[ETHOTAG_FLOAT_AXES];
    const float *x = m->front > 0 ? session->values : sample;
    for (uint32_t i = 0; i < ETHOTAG_FLOAT_AXES; i++) {
        sample[i] = (float)raw[i] * m->scale[i] + m->offset[i];
    }
    dense_relu(m->front_weights, m->front_bias, m->front, sample, ETHOTAG_FLOAT_AXES, session->values);
    for (uint32_t i = 0; i < m->hidden; i++) {
        uint32_t update = m->hidden + i;
        uint32_t candidate = update + m->hidden;
        float r = sigmoid(input_sum(m, i, x) + recurrent_sum(m, i, state));
        float z = sigmoid(input_sum(m, update, x) + recurrent_sum(m, update, state));
        float n = tanhf(input_sum(m, candidate, x) + r * recurrent_sum(m, candidate, state));
        session->next[i] = n + z * (state[i] - n);
    }
    session->state = session->next;
    session->next = state;
}

void ethotag_float_logits(ethotag_float_session *session, float *logits) {
    const ethotag_float_model *m = session->model;
    dense_relu(m->perceptron, m->perceptron_bias, m->units, session->state, m->hidden, session->values);
    for (uint32_t i = 0; i < m->classes; i++) {
        logits[i] = row(m->output + i * m->units, m->output_bias[i], session->values, m->units);
    }
}
