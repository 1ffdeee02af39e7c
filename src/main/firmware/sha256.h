/* SHA-256 (FIPS 180-4), a piece at a time. */
#ifndef SHA256_H
#define SHA256_H

#include <stddef.h>
#include <stdint.h>

#define SHA256_BYTES 32u
#define SHA256_BLOCK_BYTES 64u

typedef struct {
    uint32_t state[8];
    uint64_t bytes;
    uint8_t block[SHA256_BLOCK_BYTES];
} sha256;

void sha256_start(sha256 *hash);
void sha256_add(sha256 *hash, const uint8_t *bytes, size_t count);
/** The digest; the hash is used up. */
void sha256_end(sha256 *hash, uint8_t digest[SHA256_BYTES]);
/** The digest of one piece of memory. */
void sha256_of(const uint8_t *bytes, size_t count, uint8_t digest[SHA256_BYTES]);

#endif
