#include "ethotag_kernels.h"
#include "ethotag_yaw.h"

/** Blocks that are remembered in full. */
#define MOST_BLOCKS 4096u

/** Whether the block's norm spreads enough, and is near enough to 1 g, 0.5 to 2 g. No product exceeds 2^64: a norm is
 *  below 56,756, samples and threshold below 65,536. */
static int is_lively(const ethotag_yaw *yaw) {
    uint64_t samples = yaw->settings.samples;
    uint64_t norms = yaw->norms;
    uint64_t threshold = samples * yaw->settings.lively;
    uint64_t one_g = samples * yaw->settings.gravity;
    return samples * yaw->squares - norms * norms >= threshold * threshold && 2u * norms >= one_g
           && norms <= 2u * one_g;
}

/** Which of sixteen directions, counter-clockwise from x. */
static uint32_t sector_of(int32_t x, int32_t y) {
    uint32_t across = (uint32_t)(x < 0 ? -x : x);
    uint32_t along = (uint32_t)(y < 0 ? -y : y);
    int is_steep = along > across;
    uint32_t large = is_steep ? along : across;
    uint32_t small = is_steep ? across : along;
    uint32_t is_slanting = 70u * small >= 29u * large; /* 29 / 70 is the tangent of 22.5 degrees */
    uint32_t in_quarter = is_steep ? 3u - is_slanting : is_slanting;
    if (y >= 0) {
        return x >= 0 ? in_quarter : 7u - in_quarter;
    }
    return x < 0 ? 8u + in_quarter : 15u - in_quarter;
}

/** Halves what is known, so that newer blocks count more than older ones. */
static void forget_half(ethotag_yaw *yaw) {
    yaw->total = 0;
    for (uint32_t i = 0; i < ETHOTAG_YAW_SECTORS; i++) {
        yaw->x[i] >>= 1;
        yaw->y[i] >>= 1;
        yaw->blocks[i] = (uint16_t)(yaw->blocks[i] >> 1);
        yaw->total = (uint16_t)(yaw->total + yaw->blocks[i]);
    }
}

/** Takes the block's mean if it points anywhere: at least an eighth of 1 g, 7 degrees off z. */
static int add_block(ethotag_yaw *yaw) {
    int32_t samples = yaw->settings.samples;
    int32_t x = yaw->sum[0] / samples;
    int32_t y = yaw->sum[1] / samples;
    uint64_t length = (uint64_t)((int64_t)x * x + (int64_t)y * y);
    uint32_t gravity = yaw->settings.gravity;
    if (64u * length < (uint64_t)gravity * gravity) {
        return 0;
    }
    if (yaw->total == MOST_BLOCKS) {
        forget_half(yaw);
    }
    uint32_t sector = sector_of(x, y);
    yaw->x[sector] += x;
    yaw->y[sector] += y;
    yaw->blocks[sector]++;
    yaw->total++;
    return 1;
}

int ethotag_yaw_sample(ethotag_yaw *yaw, const int16_t *raw) {
    uint32_t norm = ethotag_root(
        (uint32_t)(raw[0] * raw[0]) + (uint32_t)(raw[1] * raw[1]) + (uint32_t)(raw[2] * raw[2]));
    yaw->norms += norm;
    yaw->squares += norm * norm;
    yaw->sum[0] += raw[0];
    yaw->sum[1] += raw[1];
    yaw->taken++;
    if (yaw->taken < yaw->settings.samples) {
        return 0;
    }
    int has_say = is_lively(yaw) && add_block(yaw);
    ethotag_yaw_gap(yaw);
    return has_say;
}
