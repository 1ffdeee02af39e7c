/* CRC-16 of the console framing: polynomial 0x1021, start 0, nothing reflected (XMODEM). */
#ifndef CRC16_H
#define CRC16_H

#include <stddef.h>
#include <stdint.h>

uint16_t crc16(const uint8_t *bytes, size_t count);

#endif
