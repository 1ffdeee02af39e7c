#include "ethotag_kernels.h"
#include "ethotag_yaw.h"

/** Sectors that are taken together, 112.5 degrees. */
#define ARC 5u

typedef struct {
    int32_t x;
    int32_t y;
} vector;

static uint32_t largest(vector v) {
    uint32_t x = (uint32_t)(v.x < 0 ? -v.x : v.x);
    uint32_t y = (uint32_t)(v.y < 0 ? -v.y : v.y);
    return x > y ? x : y;
}

/** The same direction, the larger component with so many bits.
 *  @param v not (0, 0), below 2^30 */
static vector scaled(vector v, uint32_t bits) {
    while (largest(v) >> bits != 0) {
        v.x >>= 1;
        v.y >>= 1;
    }
    while (largest(v) >> (bits - 1u) == 0) {
        v.x *= 2;
        v.y *= 2;
    }
    return v;
}

/** Blocks of the arc that begins with a sector. */
static uint32_t blocks_from(const ethotag_yaw *yaw, uint32_t first) {
    uint32_t blocks = 0;
    for (uint32_t i = 0; i < ARC; i++) {
        blocks += yaw->blocks[(first + i) % ETHOTAG_YAW_SECTORS];
    }
    return blocks;
}

static uint32_t strongest_arc(const ethotag_yaw *yaw) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < ETHOTAG_YAW_SECTORS; i++) {
        best = blocks_from(yaw, i) > blocks_from(yaw, best) ? i : best;
    }
    return best;
}

/** part / whole, rounded, as a number with ETHOTAG_TURN_BITS.
 *  @param part  -whole to whole
 *  @param whole 2^14 to 2^16 */
static int16_t fraction(int32_t part, int32_t whole) {
    int32_t doubled = part * (2 << ETHOTAG_TURN_BITS);
    return (int16_t)((doubled + (part < 0 ? -whole : whole)) / (2 * whole));
}

ethotag_status ethotag_yaw_turn(const ethotag_yaw *yaw, ethotag_turn *turn) {
    uint32_t first = strongest_arc(yaw);
    uint32_t blocks = blocks_from(yaw, first);
    vector found = {0, 0};
    for (uint32_t i = 0; i < ARC; i++) {
        found.x += yaw->x[(first + i) % ETHOTAG_YAW_SECTORS];
        found.y += yaw->y[(first + i) % ETHOTAG_YAW_SECTORS];
    }
    if (blocks < yaw->settings.least || 2u * blocks <= yaw->total || largest(found) == 0) {
        return ETHOTAG_INCOMPLETE;
    }
    vector reference = {yaw->settings.reference[0], yaw->settings.reference[1]};
    vector from = scaled(found, 14);
    vector to = scaled(reference, 14);
    /* cosine and sine of the angle between them, times their lengths; below 2^29 */
    vector product = {from.x * to.x + from.y * to.y, from.x * to.y - from.y * to.x};
    product = scaled(product, 15);
    int32_t length = (int32_t)ethotag_root((uint32_t)(product.x * product.x) + (uint32_t)(product.y * product.y));
    turn->cosine = fraction(product.x, length);
    turn->sine = fraction(product.y, length);
    return ETHOTAG_OK;
}
