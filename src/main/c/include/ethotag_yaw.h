/* How a collar sits: finds by itself, without labels, by how much it is turned about the animal's neck (the z axis).
 *
 * While an animal moves livelily its head is mostly down, so that gravity tips x and y the same way on every animal whose
 * collar sits the same way. The samples are cut into blocks; of the lively ones (standard deviation of the norm from a
 * threshold on) the mean (x, y) goes into one of 16 sectors of direction. The turn is what brings the sum of the
 * strongest five neighbouring sectors to a given reference. Blocks in other directions, too short ones and implausible
 * norms have no say. Integers only; org.ethotag.quantization.yaw.YawEstimator gives the same ones. */
#ifndef ETHOTAG_YAW_H
#define ETHOTAG_YAW_H

#include "ethotag.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Sectors of direction, 22.5 degrees each. */
#define ETHOTAG_YAW_SECTORS 16
/** Fraction bits of a turn: 16384 is 1. */
#define ETHOTAG_TURN_BITS 14

/** What the estimator needs to know. */
typedef struct {
    /** of a block, 2 to 65535; the model's window is a good choice */
    uint16_t samples;
    /** standard deviation of the norm from which a block is lively, counts, at least 1; 0.12 g is a good choice */
    uint16_t lively;
    /** counts per g, at least 1 */
    uint16_t gravity;
    /** lively blocks that must agree, 1 to 1024 */
    uint16_t least;
    /** where the mean (x, y) of lively blocks points in the training data: any length, not (0, 0). A collar that sits as
     *  in the training data and runs with (1, 0) finds it: (cosine, -sine) of its turn */
    int16_t reference[2];
} ethotag_yaw_settings;

/** An estimate under way, the caller's memory. Filled by ethotag_yaw_start. */
typedef struct {
    ethotag_yaw_settings settings;
    /** of the block under way: samples, sums of norm and of its square, sums of x and y */
    uint16_t taken;
    uint32_t norms;
    uint64_t squares;
    int32_t sum[2];
    /** sums of the blocks' means of x and y per sector, and how many blocks; all halved at 4,096 blocks, so that a collar
     *  that slipped is noticed */
    int32_t x[ETHOTAG_YAW_SECTORS];
    int32_t y[ETHOTAG_YAW_SECTORS];
    uint16_t blocks[ETHOTAG_YAW_SECTORS];
    uint16_t total;
} ethotag_yaw;

/** A rotation about z by an angle: (x, y) becomes (cosine x - sine y, sine x + cosine y) / 16384. */
typedef struct {
    /** -16384 to 16384 */
    int16_t cosine;
    int16_t sine;
} ethotag_turn;

/** Good settings for a model: its window, 0.12 g, its counts per g, 24 blocks.
 *  @param reference x and y, see ethotag_yaw_settings */
void ethotag_yaw_settings_of(const ethotag_model *model, const int16_t *reference, ethotag_yaw_settings *settings);

/** Begins an estimate with no evidence.
 *  @return ETHOTAG_OK, ETHOTAG_BAD_ADDRESS or ETHOTAG_BAD_SETTING */
ethotag_status ethotag_yaw_start(ethotag_yaw *yaw, const ethotag_yaw_settings *settings);

/** Takes one sample.
 *  @param raw sensor counts, [ETHOTAG_AXES]
 *  @return 1 if a block ended with this sample and has a say, else 0 */
int ethotag_yaw_sample(ethotag_yaw *yaw, const int16_t *raw);

/** Drops the block under way; what was found so far stays. For gaps in the samples. */
void ethotag_yaw_gap(ethotag_yaw *yaw);

/** The turn that brings this collar's samples into the frame of the training data.
 *  @return ETHOTAG_OK, or ETHOTAG_INCOMPLETE while fewer than settings.least blocks, or not more than half of all, agree;
 *          turn is untouched then */
ethotag_status ethotag_yaw_turn(const ethotag_yaw *yaw, ethotag_turn *turn);

/** The conditioning of a collar that is turned: what base does after the turn (GRUQ-1, input conditioning).
 *  @param turned receives it; may be base
 *  @return ETHOTAG_OK, or ETHOTAG_BAD_CONDITIONING if base is bad or the turned one cannot be written; turned is untouched
 *          on error */
ethotag_status ethotag_turn_conditioning(
    const ethotag_turn *turn, const ethotag_conditioning *base, ethotag_conditioning *turned);

#ifdef __cplusplus
}
#endif

#endif
