/* The console framing of SMP: a packet with length and CRC, in lines of base64 behind a marker. Whatever is no whole, sound
 * frame is dropped without a word. */
#ifndef FRAME_H
#define FRAME_H

#include <stdint.h>

/** Length field, packet and checksum share this buffer. */
#define FRAME_BUFFER_BYTES 384u
#define FRAME_OVERHEAD_BYTES 4u
#define FRAME_LARGEST_PACKET (FRAME_BUFFER_BYTES - FRAME_OVERHEAD_BYTES)
#define FRAME_LINE_CHARACTERS 124u
#define FRAME_LINE_BYTES 93u

typedef enum { FRAME_OUTSIDE, FRAME_INSIDE, FRAME_OVERLONG } frame_place;

/** A frame on its way in. All zeros is the start. */
typedef struct {
    uint8_t line[FRAME_LINE_CHARACTERS + 1u];
    uint8_t raw[FRAME_BUFFER_BYTES];
    uint32_t line_length;
    uint32_t raw_length;
    /** bytes of this line so far, counted to 2 */
    uint32_t position;
    uint8_t previous;
    uint8_t first;
    uint8_t open;
    frame_place place;
} frame_reader;

/** Where lines go to. */
typedef struct {
    void (*put)(void *to, const uint8_t *bytes, uint32_t count);
    void *to;
} frame_line;

/** Takes one byte of the line.
 *  @param packet receives the packet, inside the reader until the next byte
 *  @return bytes of the packet that became whole, or 0 */
uint32_t frame_take(frame_reader *reader, uint8_t byte, const uint8_t **packet);

/** Sends a packet of 1 to FRAME_LARGEST_PACKET bytes. */
void frame_send(const frame_line *line, const uint8_t *packet, uint32_t count);

#endif
