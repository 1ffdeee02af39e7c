/* Signatures from a file against what the file says of them.
 * Usage: signatures FILE, of records: x and y, digest, r and s, and 1 if the signature holds, else 0. */
#include "host.h"
#include "p256.h"

#include <stdio.h>
#include <stdlib.h>

#define RECORD_BYTES 161u

int main(int count, char **words) {
    uint32_t bytes = 0;
    host_require(count == 2, "one file", 0);
    uint8_t *records = host_file(words[1], &bytes);
    for (uint32_t at = 0; at + RECORD_BYTES <= bytes; at += RECORD_BYTES) {
        const uint8_t *record = records + at;
        host_require(p256_verify(record, record + 64, record + 96) == record[160], "signature", at / RECORD_BYTES);
    }
    printf("%u signatures\n", (unsigned)(bytes / RECORD_BYTES));
    free(records);
    return 0;
}
