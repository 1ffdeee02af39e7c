#include "ethotag.h"

const char *ethotag_label(const ethotag_model *model, uint32_t index, uint32_t *length) {
    uint32_t size = (uint32_t)model->blob[8] | (uint32_t)model->blob[9] << 8 | (uint32_t)model->blob[10] << 16
                    | (uint32_t)model->blob[11] << 24;
    uint32_t at = model->labels;
    for (uint32_t i = 0; i <= index && index < model->classes; i++) {
        if (at >= size || model->blob[at] > size - at - 1u) {
            return NULL;
        }
        if (i == index) {
            *length = model->blob[at];
            return (const char *)(model->blob + at + 1u);
        }
        at += 1u + model->blob[at];
    }
    return NULL;
}
