#include "ethotag_kernels.h"

ethotag_status ethotag_check_conditioning(const ethotag_conditioning *conditioning) {
    if (conditioning == NULL || conditioning->shift < 1 || conditioning->shift > 30) {
        return ETHOTAG_BAD_CONDITIONING;
    }
    /* |raw - offset| <= 65535, and the rounding constant comes on top */
    uint32_t limit = (0x7FFFFFFFu - (1u << (conditioning->shift - 1))) / 65535u;
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        uint32_t sum = 0;
        for (uint32_t j = 0; j < ETHOTAG_AXES; j++) {
            int32_t value = conditioning->matrix[i][j];
            sum += (uint32_t)(value < 0 ? -value : value);
        }
        if (sum > limit || sum > INT16_MAX) {
            return ETHOTAG_BAD_CONDITIONING;
        }
    }
    return ETHOTAG_OK;
}
