/* Signatures from a file against what the file says of them.
 * Usage: signatures p256|ed25519 FILE, of records: public key (x and y, or the point), digest, signature (r and s, or R and
 * S), and 1 if the signature holds, else 0. */
#include "ed25519.h"
#include "host.h"
#include "p256.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGEST_BYTES 32u
#define SIGNATURE_BYTES 64u

int main(int count, char **words) {
    uint32_t bytes = 0;
    host_require(count == 3, "a kind and a file", 0);
    uint32_t key_bytes = strcmp(words[1], "p256") == 0 ? 64u : 32u;
    uint32_t record_bytes = key_bytes + DIGEST_BYTES + SIGNATURE_BYTES + 1u;
    uint8_t *records = host_file(words[2], &bytes);
    for (uint32_t at = 0; at + record_bytes <= bytes; at += record_bytes) {
        const uint8_t *key = records + at;
        const uint8_t *digest = key + key_bytes;
        const uint8_t *signature = digest + DIGEST_BYTES;
        int holds = key_bytes == 64u ? p256_verify(key, digest, signature)
                                     : ed25519_verify(key, digest, DIGEST_BYTES, signature);
        host_require(holds == signature[SIGNATURE_BYTES], "signature", at / record_bytes);
    }
    printf("%u signatures\n", (unsigned)(bytes / record_bytes));
    free(records);
    return 0;
}
