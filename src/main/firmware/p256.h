/* ECDSA on the curve P-256 (FIPS 186-4), verification only. Everything it sees is public, so it may take a different
 * time for different numbers. */
#ifndef P256_H
#define P256_H

#include <stdint.h>

#define P256_NUMBER_BYTES 32u

/** Whether a signature is right.
 *  @param key       x and y of the public point, big-endian
 *  @param digest    of the message
 *  @param signature r and s, big-endian
 *  @return 1 if it is; 0 if not, also for a point that is not on the curve and numbers out of range */
int p256_verify(const uint8_t key[64], const uint8_t digest[32], const uint8_t signature[64]);

#endif
