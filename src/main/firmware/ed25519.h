/* Ed25519 signatures (RFC 8032, 5.1), verification only. Everything it sees is public, so it may take a different time for
 * different numbers. */
#ifndef ED25519_H
#define ED25519_H

#include <stdint.h>

#define ED25519_KEY_BYTES 32u
#define ED25519_SIGNATURE_BYTES 64u

/** Whether a signature is right: S B = R + k A, without the cofactor, S below the order.
 *  @param key       the public point, encoded
 *  @param signature R and S
 *  @return 1 if it is; 0 if not, also for a key that is no point of the curve */
int ed25519_verify(const uint8_t key[ED25519_KEY_BYTES], const uint8_t *message, uint32_t bytes,
                   const uint8_t signature[ED25519_SIGNATURE_BYTES]);

#endif
