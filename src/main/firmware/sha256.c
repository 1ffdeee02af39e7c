#include "sha256.h"

#include <string.h>

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2). */
static const uint32_t constants[64] = {
    0x428a2f98u, 0x71374491u, 0xb5c0fbcfu, 0xe9b5dba5u, 0x3956c25bu, 0x59f111f1u, 0x923f82a4u, 0xab1c5ed5u,
    0xd807aa98u, 0x12835b01u, 0x243185beu, 0x550c7dc3u, 0x72be5d74u, 0x80deb1feu, 0x9bdc06a7u, 0xc19bf174u,
    0xe49b69c1u, 0xefbe4786u, 0x0fc19dc6u, 0x240ca1ccu, 0x2de92c6fu, 0x4a7484aau, 0x5cb0a9dcu, 0x76f988dau,
    0x983e5152u, 0xa831c66du, 0xb00327c8u, 0xbf597fc7u, 0xc6e00bf3u, 0xd5a79147u, 0x06ca6351u, 0x14292967u,
    0x27b70a85u, 0x2e1b2138u, 0x4d2c6dfcu, 0x53380d13u, 0x650a7354u, 0x766a0abbu, 0x81c2c92eu, 0x92722c85u,
    0xa2bfe8a1u, 0xa81a664bu, 0xc24b8b70u, 0xc76c51a3u, 0xd192e819u, 0xd6990624u, 0xf40e3585u, 0x106aa070u,
    0x19a4c116u, 0x1e376c08u, 0x2748774cu, 0x34b0bcb5u, 0x391c0cb3u, 0x4ed8aa4au, 0x5b9cca4fu, 0x682e6ff3u,
    0x748f82eeu, 0x78a5636fu, 0x84c87814u, 0x8cc70208u, 0x90befffau, 0xa4506cebu, 0xbef9a3f7u, 0xc67178f2u};

static uint32_t rotated(uint32_t value, uint32_t right) {
    return value >> right | value << (32u - right);
}

static uint32_t big_endian(const uint8_t *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/** The message schedule (6.2.2, step 1). */
static void expand(uint32_t words[64], const uint8_t *block) {
    for (uint32_t i = 0; i < 16u; i++) {
        words[i] = big_endian(block + 4u * i);
    }
    for (uint32_t i = 16; i < 64u; i++) {
        uint32_t before2 = words[i - 2u];
        uint32_t before15 = words[i - 15u];
        words[i] = (rotated(before2, 17) ^ rotated(before2, 19) ^ before2 >> 10) + words[i - 7u]
                   + (rotated(before15, 7) ^ rotated(before15, 18) ^ before15 >> 3) + words[i - 16u];
    }
}

static void compress(uint32_t state[8], const uint8_t *block) {
    uint32_t words[64];
    uint32_t s[8];
    expand(words, block);
    memcpy(s, state, sizeof s);
    for (uint32_t i = 0; i < 64u; i++) {
        uint32_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
        uint32_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
        uint32_t first = s[7] + (rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)) + choice + constants[i]
                         + words[i];
        uint32_t second = (rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22)) + majority;
        memmove(s + 1, s, 7u * sizeof s[0]);
        s[4] += first;
        s[0] = first + second;
    }
    for (uint32_t i = 0; i < 8u; i++) {
        state[i] += s[i];
    }
}

void sha256_start(sha256 *hash) {
    static const uint32_t initial[8] = {0x6a09e667u, 0xbb67ae85u, 0x3c6ef372u, 0xa54ff53au,
                                        0x510e527fu, 0x9b05688cu, 0x1f83d9abu, 0x5be0cd19u};
    memcpy(hash->state, initial, sizeof initial);
    hash->bytes = 0;
}

void sha256_add(sha256 *hash, const uint8_t *bytes, size_t count) {
    size_t used = (size_t)(hash->bytes % SHA256_BLOCK_BYTES);
    hash->bytes += count;
    while (count > 0) {
        size_t taken = SHA256_BLOCK_BYTES - used < count ? SHA256_BLOCK_BYTES - used : count;
        memcpy(hash->block + used, bytes, taken);
        used += taken;
        bytes += taken;
        count -= taken;
        if (used == SHA256_BLOCK_BYTES) {
            compress(hash->state, hash->block);
            used = 0;
        }
    }
}

void sha256_end(sha256 *hash, uint8_t digest[SHA256_BYTES]) {
    static const uint8_t filling[SHA256_BLOCK_BYTES] = {0x80};
    uint64_t bits = hash->bytes * 8u;
    uint8_t length[8];
    size_t used = (size_t)(hash->bytes % SHA256_BLOCK_BYTES);
    for (uint32_t i = 0; i < 8u; i++) {
        length[i] = (uint8_t)(bits >> (56u - 8u * i));
    }
    sha256_add(hash, filling, (used < 56u ? 56u : 120u) - used);
    sha256_add(hash, length, sizeof length);
    for (uint32_t i = 0; i < SHA256_BYTES; i++) {
        digest[i] = (uint8_t)(hash->state[i / 4u] >> (24u - 8u * (i % 4u)));
    }
}

void sha256_of(const uint8_t *bytes, size_t count, uint8_t digest[SHA256_BYTES]) {
    sha256 hash;
    sha256_start(&hash);
    sha256_add(&hash, bytes, count);
    sha256_end(&hash, digest);
}
