/* The model in an image's payload: the blob, executed where it lies, and behind it the golden windows. */
#ifndef MODEL_H
#define MODEL_H

#include "ethotag.h"

/** Room for the state of the largest network that the runtime takes. */
#define MODEL_SCRATCH_WORDS 768u
#define MODEL_ID_CHARACTERS 16u

typedef struct {
    ethotag_model network;
    /** hexadecimal, ends with 0; empty if there is no model */
    char id[MODEL_ID_CHARACTERS + 1u];
    /** the first golden window */
    const uint8_t *golden;
    uint32_t windows;
    uint32_t window_bytes;
    uint32_t scratch[MODEL_SCRATCH_WORDS];
} model;

/** No model. */
void model_none(model *m);

/** Checks blob and windows, and has the blob test itself.
 *  @param payload aligned to 4, else refused
 *  @return 1 if the model may run; else it is none */
int model_open(model *m, const uint8_t *payload, uint32_t bytes);

int model_is_there(const model *m);

/** Sample counts of a golden window, [sample][axis]. */
const int16_t *model_golden_samples(const model *m, uint32_t window);

/** Computes a golden window.
 *  @param logits receives [classes]
 *  @return whether they are the expected ones */
int model_run_golden(model *m, uint32_t window, int32_t *logits);

#endif
