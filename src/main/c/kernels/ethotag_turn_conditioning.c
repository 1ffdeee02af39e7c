#include "ethotag_kernels.h"
#include "ethotag_yaw.h"

/** A sum of two products with a turn, rounded half up; a row's or an offset's two values keep it below 2^30. */
static int32_t rounded(int32_t sum, uint32_t bits) {
    return (sum + ((int32_t)1 << (bits - 1u))) >> bits;
}

/** The matrix times the turn.
 *  @param halved 1 to lose a bit, else 0 */
static void turn_matrix(
    const ethotag_turn *turn, const ethotag_conditioning *base, uint32_t halved, ethotag_conditioning *turned) {
    uint32_t bits = ETHOTAG_TURN_BITS + halved;
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        const int16_t *row = base->matrix[i];
        turned->matrix[i][0] = (int16_t)rounded(row[0] * turn->cosine + row[1] * turn->sine, bits);
        turned->matrix[i][1] = (int16_t)rounded(row[1] * turn->cosine - row[0] * turn->sine, bits);
        turned->matrix[i][2] = (int16_t)((row[2] + (int32_t)halved) >> halved);
    }
    turned->shift = (uint16_t)(base->shift - halved);
}

static int is_turn(const ethotag_turn *turn) {
    int32_t one = 1 << ETHOTAG_TURN_BITS;
    return turn->cosine >= -one && turn->cosine <= one && turn->sine >= -one && turn->sine <= one;
}

ethotag_status ethotag_turn_conditioning(
    const ethotag_turn *turn, const ethotag_conditioning *base, ethotag_conditioning *turned) {
    if (!is_turn(turn) || ethotag_check_conditioning(base) != ETHOTAG_OK) {
        return ETHOTAG_BAD_CONDITIONING;
    }
    int32_t x = rounded(base->offset[0] * turn->cosine + base->offset[1] * turn->sine, ETHOTAG_TURN_BITS);
    int32_t y = rounded(base->offset[1] * turn->cosine - base->offset[0] * turn->sine, ETHOTAG_TURN_BITS);
    if (x != ethotag_saturate16(x) || y != ethotag_saturate16(y)) {
        return ETHOTAG_BAD_CONDITIONING;
    }
    ethotag_conditioning result = *base;
    result.offset[0] = (int16_t)x;
    result.offset[1] = (int16_t)y;
    /* A turn makes a row's sum of magnitudes up to 1.42 times as large: without a bit less it may not hold. */
    turn_matrix(turn, base, 0, &result);
    if (ethotag_check_conditioning(&result) != ETHOTAG_OK) {
        turn_matrix(turn, base, 1, &result);
    }
    ethotag_status status = ethotag_check_conditioning(&result);
    if (status == ETHOTAG_OK) {
        *turned = result;
    }
    return status;
}
