#include "host.h"

#include <stdio.h>
#include <stdlib.h>

jmp_buf host_power;

void host_power_fails(void) {
    longjmp(host_power, 1);
}

void host_require(int holds, const char *what, uint32_t number) {
    if (!holds) {
        fprintf(stderr, "%s, at %u\n", what, (unsigned)number);
        exit(1);
    }
}

uint8_t *host_file(const char *path, uint32_t *bytes) {
    FILE *file = fopen(path, "rb");
    host_require(file != NULL, path, 0);
    fseek(file, 0, SEEK_END);
    *bytes = (uint32_t)ftell(file);
    rewind(file);
    uint8_t *content = malloc(*bytes + 1u);
    host_require(content != NULL && fread(content, 1, *bytes, file) == *bytes, path, *bytes);
    fclose(file);
    return content;
}
