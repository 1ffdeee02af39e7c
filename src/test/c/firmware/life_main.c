/* Usage: life fuzz MEMORY KEY FRAMES SEED | life trial MEMORY KEY OLD | life long MEMORY KEY */
#include "host.h"
#include "life.h"

#include <stdlib.h>
#include <string.h>

int main(int count, char **words) {
    flash memory;
    image_key key = {NULL, 0};
    memset(&memory, 0, sizeof memory);
    host_require(count >= 4, "too few words", (uint32_t)count);
    memory.bytes = host_file(words[2], &memory.size);
    memory.power_fails = host_power_fails;
    uint8_t *der = host_file(words[3], &key.bytes);
    key.der = der;
    if (strcmp(words[1], "fuzz") == 0 && count == 6) {
        fuzz(memory, key, (uint32_t)strtoul(words[4], NULL, 10), strtoul(words[5], NULL, 10));
    } else if (strcmp(words[1], "trial") == 0 && count == 5) {
        uint32_t bytes = 0;
        uint8_t *old = host_file(words[4], &bytes);
        lonely_trial(memory, key, old, bytes);
        free(old);
    } else {
        host_require(strcmp(words[1], "long") == 0, words[1], 0);
        long_life(memory, key);
    }
    free(memory.bytes);
    free(der);
    return 0;
}
