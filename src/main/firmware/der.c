#include "der.h"

#include <string.h>

/** SEQUENCE of (SEQUENCE of id-ecPublicKey, prime256v1) and BIT STRING with an uncompressed point (RFC 5480). */
static const uint8_t key_head[27] = {0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06,
                                     0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04};

int der_key(const uint8_t *der, size_t bytes, uint8_t key[64]) {
    if (bytes != DER_KEY_BYTES || memcmp(der, key_head, sizeof key_head) != 0) {
        return 0;
    }
    memcpy(key, der + sizeof key_head, 64);
    return 1;
}

/** SEQUENCE of (SEQUENCE of id-Ed25519) and BIT STRING (RFC 8410). */
static const uint8_t ed25519_head[12] = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

int der_ed25519_key(const uint8_t *der, size_t bytes, uint8_t key[32]) {
    if (bytes != sizeof ed25519_head + 32u || memcmp(der, ed25519_head, sizeof ed25519_head) != 0) {
        return 0;
    }
    memcpy(key, der + sizeof ed25519_head, 32);
    return 1;
}

/** One INTEGER at *at, right-aligned into 32 bytes. */
static int read_integer(const uint8_t *der, size_t bytes, size_t *at, uint8_t number[32]) {
    if (bytes - *at < 3u || der[*at] != 0x02) {
        return 0;
    }
    size_t length = der[*at + 1u];
    const uint8_t *value = der + *at + 2u;
    if (length == 0 || length > 33u || length > bytes - *at - 2u || (value[0] & 0x80u) != 0) {
        return 0;
    }
    *at += 2u + length;
    if (value[0] == 0 && length > 1u) {
        if ((value[1] & 0x80u) == 0) {
            return 0; // a zero that is not needed
        }
        value++;
        length--;
    }
    if (length > 32u) {
        return 0;
    }
    memset(number, 0, 32);
    memcpy(number + 32u - length, value, length);
    return 1;
}

int der_signature(const uint8_t *der, size_t bytes, uint8_t signature[64]) {
    size_t at = 2;
    if (bytes < 8u || bytes > 72u || der[0] != 0x30 || der[1] != bytes - 2u) {
        return 0;
    }
    return read_integer(der, bytes, &at, signature) && read_integer(der, bytes, &at, signature + 32) && at == bytes;
}
