#include "crc16.h"

#define POLYNOMIAL 0x1021u

uint16_t crc16(const uint8_t *bytes, size_t count) {
    uint32_t crc = 0;
    for (size_t i = 0; i < count; i++) {
        crc ^= (uint32_t)bytes[i] << 8;
        for (uint32_t bit = 0; bit < 8u; bit++) {
            crc = crc << 1 ^ ((crc & 0x8000u) != 0 ? POLYNOMIAL : 0u);
        }
    }
    return (uint16_t)crc;
}
