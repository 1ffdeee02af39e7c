/* The DER structures that keys and signatures come in, read strictly. */
#ifndef DER_H
#define DER_H

#include <stddef.h>
#include <stdint.h>

/** Bytes of a P-256 public key as SubjectPublicKeyInfo with an uncompressed point. */
#define DER_KEY_BYTES 91u

/** The point of a public key. @return 1 if it is one of P-256 */
int der_key(const uint8_t *der, size_t bytes, uint8_t key[64]);

/** r and s of an ECDSA signature. @return 1 if it is one of two positive numbers of at most 256 bits */
int der_signature(const uint8_t *der, size_t bytes, uint8_t signature[64]);

/** The 32 bytes of an Ed25519 key (RFC 8410). @return 1 if it is one */
int der_ed25519_key(const uint8_t *der, size_t bytes, uint8_t key[32]);

#endif
