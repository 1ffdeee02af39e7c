/* Ethotag tag runtime: classifies animal behaviour from raw accelerometer counts with integers only.
 *
 * The arithmetic is GRUQ-1; the model blob is described in formats/model-blob.md. C99; little-endian core with
 * two's complement and an arithmetic right shift. No heap, no floating point, no state of its own: model, session and
 * scratch memory belong to the caller, and the blob is executed where it lies.
 *
 * Order of calls: ethotag_open, ethotag_start, then per window ethotag_reset, ethotag_step for every sample,
 * ethotag_logits. For windows that overlap use ethotag_stream.h instead, for counts over many windows ethotag_summary.h,
 * and for a collar that may sit turned ethotag_yaw.h. */
#ifndef ETHOTAG_H
#define ETHOTAG_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Version of this runtime; the blob has its own. */
#define ETHOTAG_RUNTIME_MAJOR 1
#define ETHOTAG_RUNTIME_MINOR 1

/** Version of the blob's format that this runtime reads, and of the arithmetic that it computes. */
#define ETHOTAG_FORMAT_MAJOR 1
#define ETHOTAG_ARITHMETIC_REVISION 1

/** What this build executes. Weight layouts: bit 0 row-major, bit 1 six-row blocks, bit 2 six-row words; bit 3 an input
 *  perceptron in front of any of them. Another blob is refused. Less takes less flash, if the linker drops functions that
 *  nobody calls. */
#ifndef ETHOTAG_LAYOUTS
#define ETHOTAG_LAYOUTS 15u
#endif

/** Axes of a sample. */
#define ETHOTAG_AXES 3
/** Bytes of a model id. */
#define ETHOTAG_MODEL_ID_BYTES 8
/** Most classes that a blob can have: room for logits. */
#define ETHOTAG_MOST_CLASSES 64

/** What a function found. */
typedef enum {
    ETHOTAG_OK = 0,
    /** The blob does not begin on a multiple of 4, or a pointer is missing. */
    ETHOTAG_BAD_ADDRESS = 1,
    /** No blob, or a big-endian core. */
    ETHOTAG_BAD_MAGIC = 2,
    /** A blob of another major version. */
    ETHOTAG_BAD_VERSION = 3,
    /** A blob for another arithmetic. */
    ETHOTAG_BAD_REVISION = 4,
    /** Larger than the memory that it lies in, or no multiple of 4. */
    ETHOTAG_BAD_SIZE = 5,
    /** Changed since it was made. */
    ETHOTAG_BAD_CRC = 6,
    /** Layers, widths, layouts or formats that this runtime does not know. */
    ETHOTAG_BAD_SHAPE = 7,
    /** A section outside the blob or not aligned. */
    ETHOTAG_BAD_OFFSET = 8,
    /** A shift outside 1 to 30. */
    ETHOTAG_BAD_SHIFT = 9,
    /** A row of weights that could overflow its accumulator. */
    ETHOTAG_BAD_BOUND = 10,
    /** A function table with entries outside its range. */
    ETHOTAG_BAD_TABLE = 11,
    /** A conditioning matrix that could overflow. */
    ETHOTAG_BAD_CONDITIONING = 12,
    /** Scratch memory too small or not aligned to 4. */
    ETHOTAG_BAD_SCRATCH = 13,
    /** The self-test gave other integers than the blob says: do not trust this core or this build. */
    ETHOTAG_SELF_TEST_FAILED = 14,
    /** Too early: the period is not full, or too little was seen to say. */
    ETHOTAG_INCOMPLETE = 15,
    /** A setting outside its range. */
    ETHOTAG_BAD_SETTING = 16
} ethotag_status;

/** From sensor counts to what the network sees: x = SAT16((m (raw - offset) + 2^(shift-1)) >> shift). */
typedef struct {
    int16_t offset[ETHOTAG_AXES];
    /** [network axis][sensor axis] */
    int16_t matrix[ETHOTAG_AXES][ETHOTAG_AXES];
    /** 1 to 30 */
    uint16_t shift;
} ethotag_conditioning;

/** One matrix of the recurrent layer, three rows (r, z, n) per hidden unit. */
typedef struct {
    /** int8_t or int16_t, in the order of layout */
    const void *weights;
    /** [3 * hidden], in the order of layout */
    const int32_t *bias;
    uint32_t hidden;
    uint32_t columns;
    uint8_t layout;
    uint8_t bits;
} ethotag_matrix;

/** A dense layer, row-major. */
typedef struct {
    /** int8_t or int16_t, [outputs][inputs] */
    const void *weights;
    /** [outputs] */
    const int32_t *bias;
    uint32_t inputs;
    uint32_t outputs;
    uint8_t bits;
    /** 0 for the last layer */
    uint8_t shift;
} ethotag_dense;

/** From the sums of a unit to its state, ready for the kernels. */
typedef struct {
    /** the entry for 0; tables have 256 entries before and after it */
    const int16_t *sigmoid;
    /** the entry for 0 */
    const int16_t *tanh;
    /** rounding constant of the product of reset gate and recurrent part */
    int32_t half;
    /** of that product */
    uint32_t product_shift;
    /** per gate r, z, n */
    uint32_t input_shift[3];
    uint32_t recurrent_shift[3];
} ethotag_gates;

/** Where everything lies in a checked blob. Filled by ethotag_open; points into the blob, which must stay in place. */
typedef struct {
    const uint8_t *blob;
    ethotag_matrix input;
    ethotag_matrix recurrent;
    ethotag_dense perceptron;
    ethotag_dense output;
    ethotag_gates gates;
    uint32_t self_test;
    uint32_t labels;
    /** bytes that a session needs */
    uint32_t scratch_bytes;
    uint32_t sample_rate_mhz;
    ethotag_conditioning conditioning;
    uint16_t window_samples;
    uint16_t stride_samples;
    uint16_t classes;
    /** layout of the recurrent layer's weights, but 0 where there is an input perceptron */
    uint8_t kernel;
    /** the input perceptron, applied to every sample; without one it has no outputs */
    ethotag_dense front;
} ethotag_model;

/** A classification under way. Filled by ethotag_start; uses the caller's scratch memory until it is dropped. */
typedef struct {
    const ethotag_model *model;
    ethotag_conditioning conditioning;
    /** state after the last step, [hidden], 15 fraction bits */
    int16_t *state;
    /** state under construction, [hidden] */
    int16_t *next;
    /** values of the input perceptron, [front.outputs], then hidden ones of the perceptron, [perceptron.outputs] */
    int16_t *units;
} ethotag_session;

/** Checks a whole blob and finds its parts. Safe for any bytes.
 *  @param model    filled on success, unspecified otherwise
 *  @param blob     aligned to 4
 *  @param capacity bytes of memory that may be read from blob on
 *  @return ETHOTAG_OK, or what is wrong */
ethotag_status ethotag_open(ethotag_model *model, const void *blob, size_t capacity);

/** Binds a session to a model and scratch memory, with the model's own conditioning and a state of 0.
 *  @param scratch       aligned to 4
 *  @param scratch_bytes at least model->scratch_bytes
 *  @return ETHOTAG_OK, ETHOTAG_BAD_ADDRESS or ETHOTAG_BAD_SCRATCH */
ethotag_status ethotag_start(ethotag_session *session, const ethotag_model *model, void *scratch, size_t scratch_bytes);

/** Replaces the model's conditioning by that of this deployment.
 *  @return ETHOTAG_OK, or ETHOTAG_BAD_CONDITIONING if it could overflow; then nothing changes */
ethotag_status ethotag_set_conditioning(ethotag_session *session, const ethotag_conditioning *conditioning);

/** Checks a conditioning.
 *  @return ETHOTAG_OK, or ETHOTAG_BAD_CONDITIONING if it could overflow */
ethotag_status ethotag_check_conditioning(const ethotag_conditioning *conditioning);

/** Starts a new window: the state is 0. */
void ethotag_reset(ethotag_session *session);

/** Takes one sample.
 *  @param raw sensor counts, [ETHOTAG_AXES] */
void ethotag_step(ethotag_session *session, const int16_t *raw);

/** Logits of the samples since the last reset.
 *  @param logits receives [model->classes] */
void ethotag_logits(ethotag_session *session, int32_t *logits);

/** Class of the largest logit; of equal ones the lowest index wins. */
uint32_t ethotag_class_of(const int32_t *logits, uint32_t classes);

/** Distance of the largest logit to the next: how sure the model is, in the unit of its logits. 0 for one class. */
uint32_t ethotag_margin_of(const int32_t *logits, uint32_t classes);

/** Runs the samples that the blob carries and compares state and logits with the blob. Needs the same scratch memory as
 *  a session and leaves it changed.
 *  @return ETHOTAG_OK, ETHOTAG_BAD_ADDRESS, ETHOTAG_BAD_SCRATCH or ETHOTAG_SELF_TEST_FAILED */
ethotag_status ethotag_self_test(const ethotag_model *model, void *scratch, size_t scratch_bytes);

/** The name of a class: UTF-8, not terminated.
 *  @param length receives its bytes
 *  @return NULL if there is no such class or the table of names is broken */
const char *ethotag_label(const ethotag_model *model, uint32_t index, uint32_t *length);

/** CRC-32 (IEEE 802.3, reflected), as zip and the blob use it. */
uint32_t ethotag_crc32(const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif

#endif
