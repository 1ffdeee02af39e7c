/* SHA-512 (FIPS 180-4), a piece at a time. */
#ifndef SHA512_H
#define SHA512_H

#include <stddef.h>
#include <stdint.h>

#define SHA512_BYTES 64u
#define SHA512_BLOCK_BYTES 128u

typedef struct {
    uint64_t state[8];
    /** up to 2^61: the length field of 128 bits is filled with 64 */
    uint64_t bytes;
    uint8_t block[SHA512_BLOCK_BYTES];
} sha512;

void sha512_start(sha512 *hash);
void sha512_add(sha512 *hash, const uint8_t *bytes, size_t count);
/** The digest; the hash is used up. */
void sha512_end(sha512 *hash, uint8_t digest[SHA512_BYTES]);

#endif
