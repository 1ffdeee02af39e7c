#include "ethotag.h"

uint32_t ethotag_margin_of(const int32_t *logits, uint32_t classes) {
    uint32_t best = ethotag_class_of(logits, classes);
    uint32_t margin = classes > 1u ? UINT32_MAX : 0u;
    for (uint32_t i = 0; i < classes; i++) {
        uint32_t distance = (uint32_t)logits[best] - (uint32_t)logits[i];
        if (i != best && distance < margin) {
            margin = distance;
        }
    }
    return margin;
}
