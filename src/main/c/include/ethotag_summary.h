/* What the radio sends: how many of 256 inferences fell on each behaviour, in 12 bytes (formats/radio-summary.md). */
#ifndef ETHOTAG_SUMMARY_H
#define ETHOTAG_SUMMARY_H

#include "ethotag.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Inferences of a period: 327.68 s at 50 Hz and a stride of 64 samples. */
#define ETHOTAG_PERIOD_INFERENCES 256
/** Bytes of a summary. */
#define ETHOTAG_SUMMARY_BYTES 12
/** Most classes that a summary has room for. */
#define ETHOTAG_SUMMARY_CLASSES 6

/** Counts of one period. Filled by ethotag_period_start; counts is the caller's memory. */
typedef struct {
    /** [classes] */
    uint16_t *counts;
    uint16_t classes;
    /** counted in this period, 0 to ETHOTAG_PERIOD_INFERENCES */
    uint16_t inferences;
} ethotag_period;

/** Begins to count.
 *  @param counts  [classes]
 *  @param classes 1 to ETHOTAG_MOST_CLASSES
 *  @return ETHOTAG_OK, ETHOTAG_BAD_ADDRESS or ETHOTAG_BAD_SHAPE */
ethotag_status ethotag_period_start(ethotag_period *period, uint16_t *counts, uint32_t classes);

/** Counts one inference; after a full period it begins the next one first.
 *  @param index of the class; one that is not below classes is not counted
 *  @return 1 if the period is full now: the moment to send or store it, else 0 */
int ethotag_period_count(ethotag_period *period, uint32_t index);

/** Writes the summary of a full period: a byte per class, saturated at 255 (a class that has all 256 is the only one
 *  that is not 0), little-endian time, little-endian node.
 *  @param seconds since 1970, when the period ended
 *  @param node    the animal's or tag's number
 *  @param bytes   receives [ETHOTAG_SUMMARY_BYTES]
 *  @return ETHOTAG_OK, ETHOTAG_BAD_SHAPE for more than ETHOTAG_SUMMARY_CLASSES classes, or ETHOTAG_INCOMPLETE;
 *          bytes is untouched on error */
ethotag_status ethotag_summary(const ethotag_period *period, uint32_t seconds, uint16_t node, uint8_t *bytes);

#ifdef __cplusplus
}
#endif

#endif
