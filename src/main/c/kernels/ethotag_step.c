#include "ethotag_kernels.h"

/** What every unit needs, kept out of memory that the states could alias. */
typedef struct {
    /* entries for 0 */
    const int16_t *sigmoid;
    const int16_t *tanh;
    int32_t half;
    uint32_t product_shift;
    uint32_t sx[3];
    uint32_t sh[3];
} gates;

/** The reader of one matrix, block after block. */
typedef struct {
    const uint8_t *weights;
    const int32_t *bias;
    uint32_t block_bytes;
    uint32_t columns;
} reader;

static gates gates_of(const ethotag_model *model) {
    gates g;
    g.sigmoid = model->sigmoid + ETHOTAG_TABLE_MIDDLE;
    g.tanh = model->tanh + ETHOTAG_TABLE_MIDDLE;
    g.product_shift = model->product_shift;
    g.half = (int32_t)1 << (model->product_shift - 1);
    for (uint32_t i = 0; i < 3u; i++) {
        g.sx[i] = model->input_shift[i];
        g.sh[i] = model->recurrent_shift[i];
    }
    return g;
}

static reader reader_of(const ethotag_matrix *matrix) {
    reader r = {matrix->weights, matrix->bias, ethotag_block_weights(matrix) * (matrix->bits / 8u), matrix->columns};
    return r;
}

/** One hidden unit (GRUQ-1, step).
 *  @param x input sums of r, z, n
 *  @param a recurrent sums of r, z, n */
static inline int16_t unit(const gates *g, const int32_t *x, const int32_t *a, int32_t old) {
    int32_t r = ethotag_lookup(g->sigmoid, ethotag_saturate16((x[0] >> g->sx[0]) + (a[0] >> g->sh[0])));
    int32_t part = ethotag_saturate16(a[2] >> g->sh[2]);
    int32_t product = (r * part + g->half) >> g->product_shift;
    int32_t n = ethotag_lookup(g->tanh, ethotag_saturate16((x[2] >> g->sx[2]) + product));
    int32_t z = ethotag_lookup(g->sigmoid, ethotag_saturate16((x[1] >> g->sx[1]) + (a[1] >> g->sh[1])));
    return (int16_t)(n + ((z * (old - n) + 16384) >> 15));
}

/** Two units: the end of a block. */
static inline void two_units(const gates *g, const int32_t *x, const int32_t *a, const int16_t *old, int16_t *next) {
    next[0] = unit(g, x, a, old[0]);
    next[1] = unit(g, x + 3, a + 3, old[1]);
}

static void step_blocks(ethotag_block_kernel *kernel, ethotag_session *session, const int16_t *x) {
    const ethotag_model *model = session->model;
    const gates g = gates_of(model);
    reader in = reader_of(&model->input);
    reader back = reader_of(&model->recurrent);
    const int16_t *old = session->state;
    int16_t *next = session->next;
    int16_t *end = next + model->input.hidden;
    while (next != end) {
        int32_t input[ETHOTAG_BLOCK_ROWS];
        int32_t recurrent[ETHOTAG_BLOCK_ROWS];
        kernel(in.weights, in.bias, x, in.columns, input);
        kernel(back.weights, back.bias, session->state, back.columns, recurrent);
        in.weights += in.block_bytes;
        in.bias += ETHOTAG_BLOCK_ROWS;
        back.weights += back.block_bytes;
        back.bias += ETHOTAG_BLOCK_ROWS;
        two_units(&g, input, recurrent, old, next);
        old += 2;
        next += 2;
    }
}

static void step_rows(ethotag_session *session, const int16_t *x) {
    const ethotag_model *model = session->model;
    const gates g = gates_of(model);
    for (uint32_t block = 0; block < model->input.hidden / 2u; block++) {
        int32_t input[ETHOTAG_BLOCK_ROWS];
        int32_t recurrent[ETHOTAG_BLOCK_ROWS];
        ethotag_rows(&model->input, block, x, input);
        ethotag_rows(&model->recurrent, block, session->state, recurrent);
        two_units(&g, input, recurrent, session->state + 2u * block, session->next + 2u * block);
    }
}

void ethotag_step(ethotag_session *session, const int16_t *raw) {
    const ethotag_matrix *matrix = &session->model->input;
    int16_t x[ETHOTAG_AXES + 1];
    ethotag_condition(&session->conditioning, raw, x);
    if (matrix->layout == ETHOTAG_ROW_MAJOR) {
        step_rows(session, x);
    } else if (matrix->layout == ETHOTAG_SIX_ROW_BLOCKS) {
        step_blocks(matrix->bits == 8 ? ethotag_blocks8 : ethotag_blocks16, session, x);
    } else {
        step_blocks(matrix->bits == 8 ? ethotag_words8 : ethotag_words16, session, x);
    }
    int16_t *old = session->state;
    session->state = session->next;
    session->next = old;
}
