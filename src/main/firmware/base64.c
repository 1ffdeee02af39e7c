#include "base64.h"

#define NO_DIGIT 64u

uint32_t base64_encode(const uint8_t *bytes, uint32_t count, uint8_t *text) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    uint32_t written = 0;
    for (uint32_t at = 0; at < count; at += 3u) {
        uint32_t left = count - at;
        uint32_t group = (uint32_t)bytes[at] << 16 | (left > 1u ? (uint32_t)bytes[at + 1u] << 8 : 0u)
                         | (left > 2u ? bytes[at + 2u] : 0u);
        for (uint32_t i = 0; i < 4u; i++) {
            text[written++] = (uint8_t)(i <= left ? digits[group >> (18u - 6u * i) & 63u] : '=');
        }
    }
    return written;
}

static uint32_t digit(uint8_t character) {
    if (character >= 'A' && character <= 'Z') {
        return (uint32_t)character - 'A';
    }
    if (character >= 'a' && character <= 'z') {
        return (uint32_t)character - 'a' + 26u;
    }
    if (character >= '0' && character <= '9') {
        return (uint32_t)character - '0' + 52u;
    }
    return character == '+' ? 62u : character == '/' ? 63u : NO_DIGIT;
}

int base64_decode(const uint8_t *text, uint32_t characters, uint8_t *bytes, uint32_t capacity, uint32_t *count) {
    uint32_t padding = 0;
    *count = 0;
    if (characters == 0 || characters % 4u != 0) {
        return 0;
    }
    if (text[characters - 1u] == '=') {
        padding = text[characters - 2u] == '=' ? 2u : 1u;
    }
    for (uint32_t at = 0; at < characters; at += 4u) {
        uint32_t group = 0;
        uint32_t kept = at + 4u == characters ? 3u - padding : 3u;
        for (uint32_t i = 0; i < 4u; i++) {
            uint32_t value = i <= kept ? digit(text[at + i]) : 0u;
            if (value == NO_DIGIT) {
                return 0;
            }
            group = group << 6 | value;
        }
        if (kept > capacity - *count) {
            return 0;
        }
        for (uint32_t i = 0; i < kept; i++) {
            bytes[(*count)++] = (uint8_t)(group >> (16u - 8u * i));
        }
    }
    return 1;
}
