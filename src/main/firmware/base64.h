/* Base64 (RFC 4648, section 4), padding required. */
#ifndef BASE64_H
#define BASE64_H

#include <stdint.h>

/** @param text room for 4 * ceil(count / 3) characters
 *  @return characters written */
uint32_t base64_encode(const uint8_t *bytes, uint32_t count, uint8_t *text);

/** @param bytes room for capacity bytes
 *  @param count receives how many there are
 *  @return 1 if the text is sound and its bytes fit */
int base64_decode(const uint8_t *text, uint32_t characters, uint8_t *bytes, uint32_t capacity, uint32_t *count);

#endif
