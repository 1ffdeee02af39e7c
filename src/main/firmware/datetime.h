/* Time of day as SMP writes it: "yyyy-MM-ddTHH:mm:ss.SSSSSS+00:00". */
#ifndef DATETIME_H
#define DATETIME_H

#include <stdint.h>

#define DATETIME_BYTES 33u

/** Writes a moment in UTC.
 *  @param ms   since 1970, up to the end of 2099
 *  @param text receives the text and a final 0 */
void datetime_write(uint64_t ms, char text[DATETIME_BYTES]);

/** Reads a moment of 1970 to 2099; fraction and zone may be left out.
 *  @return 1 if it is one */
int datetime_read(const uint8_t *text, uint32_t count, uint64_t *ms);

#endif
