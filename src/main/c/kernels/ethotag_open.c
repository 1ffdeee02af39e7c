#include "ethotag_kernels.h"

#define HEADER_BYTES 64u
#define LAYER_BYTES 48u
#define LAYERS 3u /* one more with an input perceptron */
#define MOST_UNITS 512u

static uint32_t read16(const uint8_t *blob, uint32_t at) {
    return (uint32_t)blob[at] | (uint32_t)blob[at + 1u] << 8;
}

static uint32_t read32(const uint8_t *blob, uint32_t at) {
    return read16(blob, at) | read16(blob, at + 2u) << 16;
}

/** Whether a section starts on a word and lies inside whole. */
static int is_inside(const uint8_t *blob, uint32_t offset, uint32_t length) {
    uint32_t size = read32(blob, 8);
    return offset % 4u == 0 && offset <= size && length <= size - offset;
}

static ethotag_status check_identity(const uint8_t *blob, size_t capacity) {
    uint32_t least = HEADER_BYTES + LAYERS * LAYER_BYTES;
    if (blob == NULL || (uintptr_t)blob % 4u != 0) {
        return ETHOTAG_BAD_ADDRESS;
    }
    if (capacity < least) {
        return ETHOTAG_BAD_SIZE;
    }
    if (*(const uint32_t *)(const void *)blob != 0x51555247u) {
        return ETHOTAG_BAD_MAGIC;
    }
    if (read16(blob, 4) != ETHOTAG_FORMAT_MAJOR) {
        return ETHOTAG_BAD_VERSION;
    }
    if (read16(blob, 34) != ETHOTAG_ARITHMETIC_REVISION) {
        return ETHOTAG_BAD_REVISION;
    }
    uint32_t size = read32(blob, 8);
    if (size > capacity || size < least || size % 4u != 0) {
        return ETHOTAG_BAD_SIZE;
    }
    return ethotag_crc32(blob + 16, size - 16u) == read32(blob, 12) ? ETHOTAG_OK : ETHOTAG_BAD_CRC;
}

/** The part of a layer that all kinds share. */
static int layer_is(const uint8_t *layer, uint32_t type, uint32_t activation, uint32_t inputs, uint32_t outputs) {
    return layer[0] == type && (layer[1] == 8 || layer[1] == 16) && layer[3] == activation
           && read16(layer, 4) == inputs && read16(layer, 6) == outputs;
}

/** Layers in front of the recurrent one. */
static uint32_t layers_in_front(const uint8_t *blob) {
    return blob[32] - LAYERS;
}

/** The recurrent layer's record. */
static const uint8_t *gru_record(const uint8_t *blob) {
    return blob + HEADER_BYTES + layers_in_front(blob) * LAYER_BYTES;
}

static ethotag_status read_matrix(
    ethotag_matrix *matrix, const uint8_t *blob, uint32_t weights, uint32_t bias, uint32_t hidden, uint32_t columns) {
    const uint8_t *layer = gru_record(blob);
    matrix->weights = blob + weights;
    matrix->bias = (const int32_t *)(const void *)(blob + bias);
    matrix->hidden = hidden;
    matrix->columns = columns;
    matrix->layout = layer[2];
    matrix->bits = layer[1];
    uint32_t bytes = hidden / 2u * ethotag_block_weights(matrix) * (matrix->bits / 8u);
    return is_inside(blob, weights, bytes) && is_inside(blob, bias, 12u * hidden) ? ETHOTAG_OK : ETHOTAG_BAD_OFFSET;
}

static ethotag_status read_dense(ethotag_dense *dense, const uint8_t *blob, uint32_t index) {
    const uint8_t *layer = blob + HEADER_BYTES + index * LAYER_BYTES;
    uint32_t weights = read32(layer, 8);
    uint32_t bias = read32(layer, 16);
    dense->inputs = read16(layer, 4);
    dense->outputs = read16(layer, 6);
    dense->bits = layer[1];
    dense->shift = layer[28];
    if (!is_inside(blob, weights, dense->inputs * dense->outputs * (dense->bits / 8u))
        || !is_inside(blob, bias, 4u * dense->outputs)) {
        return ETHOTAG_BAD_OFFSET;
    }
    dense->weights = blob + weights;
    dense->bias = (const int32_t *)(const void *)(blob + bias);
    return ETHOTAG_OK;
}

static ethotag_status read_shifts(ethotag_model *model, const uint8_t *layer) {
    for (uint32_t gate = 0; gate < 3u; gate++) {
        model->gates.input_shift[gate] = layer[28u + gate];
        model->gates.recurrent_shift[gate] = layer[31u + gate];
        if (layer[28u + gate] < 1 || layer[28u + gate] > 30 || layer[31u + gate] < 1 || layer[31u + gate] > 30) {
            return ETHOTAG_BAD_SHIFT;
        }
    }
    if (model->perceptron.shift < 1 || model->perceptron.shift > 30 || model->output.shift != 0
        || (model->front.outputs != 0 && (model->front.shift < 1 || model->front.shift > 30))) {
        return ETHOTAG_BAD_SHIFT;
    }
    if (layer[37] != 11 && layer[37] != 12) {
        return ETHOTAG_BAD_SHAPE;
    }
    model->gates.product_shift = layer[37] + 3u;
    model->gates.half = (int32_t)1 << (model->gates.product_shift - 1u);
    return ETHOTAG_OK;
}

/** Whether a table starts on a word, lies inside, and never leaves its range. */
static ethotag_status read_table(const int16_t **middle, const uint8_t *blob, uint32_t offset, int16_t lowest) {
    if (!is_inside(blob, offset, 2u * ETHOTAG_TABLE_ENTRIES)) {
        return ETHOTAG_BAD_OFFSET;
    }
    const int16_t *table = (const int16_t *)(const void *)(blob + offset);
    for (uint32_t i = 0; i < ETHOTAG_TABLE_ENTRIES; i++) {
        if (table[i] < lowest) {
            return ETHOTAG_BAD_TABLE;
        }
    }
    *middle = table + ETHOTAG_TABLE_MIDDLE;
    return ETHOTAG_OK;
}

/** Whether |bias| + largest * sum of |weights| fits int32.
 *  @param sum at most 512 * 32768 */
static int row_holds(uint32_t sum, int32_t bias, uint32_t largest) {
    uint32_t magnitude = bias < 0 ? 0u - (uint32_t)bias : (uint32_t)bias;
    return magnitude <= 0x7FFFFFFFu && sum <= (0x7FFFFFFFu - magnitude) / largest;
}

static uint32_t magnitude(int32_t value) {
    return (uint32_t)(value < 0 ? -value : value);
}

static ethotag_status check_matrix(const ethotag_matrix *matrix, uint32_t largest) {
    for (uint32_t row = 0; row < 3u * matrix->hidden; row++) {
        uint32_t sum = 0;
        for (uint32_t column = 0; column < matrix->columns; column++) {
            sum += magnitude(ethotag_weight(matrix, row, column));
        }
        if (!row_holds(sum, matrix->bias[row], largest)) {
            return ETHOTAG_BAD_BOUND;
        }
    }
    return ETHOTAG_OK;
}

static ethotag_status check_dense(const ethotag_dense *dense, uint32_t largest) {
    for (uint32_t row = 0; row < dense->outputs; row++) {
        uint32_t sum = 0;
        for (uint32_t column = 0; column < dense->inputs; column++) {
            uint32_t at = row * dense->inputs + column;
            sum += magnitude(
                dense->bits == 8 ? ((const int8_t *)dense->weights)[at] : ((const int16_t *)dense->weights)[at]);
        }
        if (!row_holds(sum, dense->bias[row], largest)) {
            return ETHOTAG_BAD_BOUND;
        }
    }
    return ETHOTAG_OK;
}

static ethotag_status read_conditioning(ethotag_conditioning *conditioning, const uint8_t *blob) {
    uint32_t at = read32(blob, 52);
    if (!is_inside(blob, at, 28)) {
        return ETHOTAG_BAD_OFFSET;
    }
    const int16_t *record = (const int16_t *)(const void *)(blob + at);
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        conditioning->offset[i] = record[i];
        for (uint32_t j = 0; j < ETHOTAG_AXES; j++) {
            conditioning->matrix[i][j] = record[4u + ETHOTAG_AXES * i + j];
        }
    }
    conditioning->shift = (uint16_t)record[3];
    return ethotag_check_conditioning(conditioning);
}

/** The input perceptron, if the blob has one; without one it has no outputs. */
static ethotag_status read_front(ethotag_model *model, const uint8_t *blob) {
    const uint8_t *layer = blob + HEADER_BYTES;
    uint32_t width = read16(layer, 6);
    model->front.outputs = 0;
    if (read16(blob, 24) != ETHOTAG_AXES || blob[32] < LAYERS || blob[32] > (ETHOTAG_HAS_FRONT ? LAYERS + 1u : LAYERS)) {
        return ETHOTAG_BAD_SHAPE;
    }
    if (layers_in_front(blob) == 0) {
        return ETHOTAG_OK;
    }
    if (!layer_is(layer, 2, 1, ETHOTAG_AXES, width) || layer[2] != 0 || width < 4 || width > MOST_UNITS
        || width % 4u != 0) {
        return ETHOTAG_BAD_SHAPE;
    }
    return is_inside(blob, HEADER_BYTES, (LAYERS + 1u) * LAYER_BYTES) ? read_dense(&model->front, blob, 0)
                                                                      : ETHOTAG_BAD_OFFSET;
}

static ethotag_status read_layers(ethotag_model *model, const uint8_t *blob) {
    ethotag_status status = read_front(model, blob);
    if (status != ETHOTAG_OK) {
        return status;
    }
    const uint8_t *gru = gru_record(blob);
    const uint8_t *perceptron = gru + LAYER_BYTES;
    uint32_t first = layers_in_front(blob);
    uint32_t columns = first == 0 ? ETHOTAG_AXES : model->front.outputs;
    uint32_t hidden = read16(blob, 28);
    uint32_t width = read16(perceptron, 6);
    uint32_t classes = read16(blob, 30);
    if (hidden < 4 || hidden > MOST_UNITS || hidden % 4u != 0
        || width < 1 || width > MOST_UNITS || classes < 1 || classes > ETHOTAG_MOST_CLASSES
        || !layer_is(gru, 1, 0, columns, hidden) || gru[2] > ETHOTAG_SIX_ROW_WORDS
        || !ETHOTAG_HAS_LAYOUT(gru[2])
        || !layer_is(perceptron, 2, 1, hidden, width) || perceptron[2] != 0
        || !layer_is(perceptron + LAYER_BYTES, 2, 0, width, classes) || perceptron[LAYER_BYTES + 2u] != 0) {
        return ETHOTAG_BAD_SHAPE;
    }
    uint32_t bias = read32(gru, 16);
    if (!is_inside(blob, bias, 24u * hidden)) {
        return ETHOTAG_BAD_OFFSET;
    }
    if ((status = read_matrix(&model->input, blob, read32(gru, 8), bias, hidden, columns)) != ETHOTAG_OK
        || (status = read_matrix(&model->recurrent, blob, read32(gru, 12), bias + 12u * hidden, hidden, hidden))
               != ETHOTAG_OK
        || (status = read_dense(&model->perceptron, blob, first + 1u)) != ETHOTAG_OK
        || (status = read_dense(&model->output, blob, first + 2u)) != ETHOTAG_OK
        || (status = read_shifts(model, gru)) != ETHOTAG_OK
        || (status = read_table(&model->gates.sigmoid, blob, read32(gru, 20), 0)) != ETHOTAG_OK
        || (status = read_table(&model->gates.tanh, blob, read32(gru, 24), -INT16_MAX)) != ETHOTAG_OK) {
        return status;
    }
    model->classes = (uint16_t)classes;
    model->kernel = first == 0 ? model->input.layout : ETHOTAG_ROW_MAJOR;
    uint32_t values = width < model->front.outputs ? model->front.outputs : width;
    model->scratch_bytes = 4u * hidden + 4u * ((values + 1u) / 2u);
    return ETHOTAG_OK;
}

static ethotag_status read_header(ethotag_model *model, const uint8_t *blob) {
    model->blob = blob;
    model->labels = read32(blob, 56);
    model->self_test = read32(blob, 60);
    model->sample_rate_mhz = read32(blob, 40);
    model->window_samples = (uint16_t)read16(blob, 26);
    model->stride_samples = (uint16_t)read16(blob, 44);
    if (model->window_samples == 0 || model->stride_samples == 0 || model->sample_rate_mhz == 0
        || read32(blob, 36) != model->scratch_bytes) {
        return ETHOTAG_BAD_SHAPE;
    }
    uint32_t test_bytes = 4u + 6u * ETHOTAG_SELF_TEST_SAMPLES + 2u * model->input.hidden + 4u * model->classes;
    if (!is_inside(blob, model->labels, model->classes) || !is_inside(blob, model->self_test, test_bytes)) {
        return ETHOTAG_BAD_OFFSET;
    }
    return read16(blob, model->self_test) == ETHOTAG_SELF_TEST_SAMPLES ? ETHOTAG_OK : ETHOTAG_BAD_SHAPE;
}

ethotag_status ethotag_open(ethotag_model *model, const void *bytes, size_t capacity) {
    const uint8_t *blob = bytes;
    if (model == NULL) {
        return ETHOTAG_BAD_ADDRESS;
    }
    ethotag_status status = check_identity(blob, capacity);
    if (status == ETHOTAG_OK) {
        status = read_layers(model, blob);
    }
    if (status == ETHOTAG_OK) {
        status = read_header(model, blob);
    }
    if (status == ETHOTAG_OK) {
        status = read_conditioning(&model->conditioning, blob);
    }
    if (status == ETHOTAG_OK) {
        status = check_matrix(&model->input, model->front.outputs == 0 ? 32768u : INT16_MAX);
    }
    if (status == ETHOTAG_OK) {
        status = check_matrix(&model->recurrent, INT16_MAX);
    }
    if (status == ETHOTAG_OK) {
        status = check_dense(&model->perceptron, INT16_MAX);
    }
    if (status == ETHOTAG_OK) {
        status = check_dense(&model->front, 32768u);
    }
    return status == ETHOTAG_OK ? check_dense(&model->output, INT16_MAX) : status;
}
