#include "ethotag_yaw.h"

#define AT_COUNTS_PER_G 48
#define LEAST_BLOCKS 24

void ethotag_yaw_settings_of(const ethotag_model *model, const int16_t *reference, ethotag_yaw_settings *settings) {
    /* in 1/65536 */
    const uint16_t *counts_per_g = (const uint16_t *)(const void *)(model->blob + AT_COUNTS_PER_G);
    uint32_t gravity = counts_per_g[1] + (uint32_t)(counts_per_g[0] >> 15);
    gravity = gravity < 1 ? 1 : gravity > UINT16_MAX ? UINT16_MAX : gravity;
    uint32_t lively = (gravity * 12u + 50u) / 100u;
    settings->samples = model->window_samples < 2 ? 2 : model->window_samples;
    settings->lively = (uint16_t)(lively < 1 ? 1 : lively);
    settings->gravity = (uint16_t)gravity;
    settings->least = LEAST_BLOCKS;
    settings->reference[0] = reference[0];
    settings->reference[1] = reference[1];
}
