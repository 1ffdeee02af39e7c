#include "ethotag_summary.h"

/** Writes the lowest bytes of a number, the lowest first. */
static void put(uint8_t *bytes, uint32_t value, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        bytes[i] = (uint8_t)(value >> 8u * i);
    }
}

ethotag_status ethotag_summary(const ethotag_period *period, uint32_t seconds, uint16_t node, uint8_t *bytes) {
    if (period->classes > ETHOTAG_SUMMARY_CLASSES) {
        return ETHOTAG_BAD_SHAPE;
    }
    if (period->inferences != ETHOTAG_PERIOD_INFERENCES) {
        return ETHOTAG_INCOMPLETE;
    }
    for (uint32_t i = 0; i < ETHOTAG_SUMMARY_CLASSES; i++) {
        uint32_t count = i < period->classes ? period->counts[i] : 0;
        put(bytes + i, count > UINT8_MAX ? UINT8_MAX : count, 1);
    }
    put(bytes + ETHOTAG_SUMMARY_CLASSES, seconds, sizeof seconds);
    put(bytes + ETHOTAG_SUMMARY_CLASSES + sizeof seconds, node, sizeof node);
    return ETHOTAG_OK;
}
