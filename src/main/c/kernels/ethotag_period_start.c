#include "ethotag_summary.h"

ethotag_status ethotag_period_start(ethotag_period *period, uint16_t *counts, uint32_t classes) {
    if (period == NULL || counts == NULL) {
        return ETHOTAG_BAD_ADDRESS;
    }
    if (classes < 1 || classes > ETHOTAG_MOST_CLASSES) {
        return ETHOTAG_BAD_SHAPE;
    }
    period->counts = counts;
    period->classes = (uint16_t)classes;
    period->inferences = 0;
    for (uint32_t i = 0; i < classes; i++) {
        counts[i] = 0;
    }
    return ETHOTAG_OK;
}
