#include "frame.h"

#include "base64.h"
#include "crc16.h"

#include <string.h>

static const uint8_t first_marker[2] = {0x06, 0x09};
static const uint8_t next_marker[2] = {0x04, 0x14};

static int is_marker(const uint8_t marker[2], uint8_t previous, uint8_t byte) {
    return previous == marker[0] && byte == marker[1];
}

/** Length field, packet and checksum. */
static uint32_t expected(const frame_reader *reader) {
    return 2u + ((uint32_t)reader->raw[0] << 8 | reader->raw[1]);
}

/** Takes one line of base64. @return bytes of the packet that became whole, or 0 */
static uint32_t take_line(frame_reader *reader, const uint8_t **packet) {
    uint32_t characters = reader->line_length;
    uint32_t count = 0;
    if (characters > 0 && reader->line[characters - 1u] == '\r') {
        characters--;
    }
    if (reader->first) {
        reader->open = 1;
        reader->raw_length = 0;
    } else if (!reader->open) {
        return 0;
    }
    reader->open = 0; // unless this line is sound and more must come
    if (characters > FRAME_LINE_CHARACTERS
        || !base64_decode(reader->line, characters, reader->raw + reader->raw_length,
                          FRAME_BUFFER_BYTES - reader->raw_length, &count)) {
        return 0;
    }
    reader->raw_length += count;
    if (reader->raw_length < 2u || reader->raw_length < expected(reader)) {
        reader->open = reader->raw_length < 2u || expected(reader) <= FRAME_BUFFER_BYTES;
        return 0;
    }
    if (reader->raw_length > expected(reader) || reader->raw_length <= FRAME_OVERHEAD_BYTES
        || crc16(reader->raw + 2, reader->raw_length - 2u) != 0) {
        return 0;
    }
    *packet = reader->raw + 2;
    return reader->raw_length - FRAME_OVERHEAD_BYTES;
}

uint32_t frame_take(frame_reader *reader, uint8_t byte, const uint8_t **packet) {
    if (byte == '\n') {
        uint32_t count = reader->place == FRAME_INSIDE ? take_line(reader, packet) : 0u;
        reader->place = FRAME_OUTSIDE;
        reader->position = 0;
        return count;
    }
    int is_first = is_marker(first_marker, reader->previous, byte);
    if (reader->position == 1u && (is_first || is_marker(next_marker, reader->previous, byte))) {
        reader->first = (uint8_t)is_first;
        reader->place = FRAME_INSIDE;
        reader->line_length = 0;
    } else if (reader->place == FRAME_INSIDE) {
        if (reader->line_length == sizeof reader->line) {
            reader->place = FRAME_OVERLONG;
            reader->open = 0;
        } else {
            reader->line[reader->line_length++] = byte;
        }
    }
    reader->previous = byte;
    reader->position += reader->position < 2u ? 1u : 0u;
    return 0;
}

void frame_send(const frame_line *line, const uint8_t *packet, uint32_t count) {
    uint8_t raw[FRAME_BUFFER_BYTES];
    uint8_t text[FRAME_LINE_CHARACTERS];
    uint32_t total = count + FRAME_OVERHEAD_BYTES;
    uint16_t crc = crc16(packet, count);
    raw[0] = (uint8_t)((count + 2u) >> 8);
    raw[1] = (uint8_t)(count + 2u);
    memcpy(raw + 2, packet, count);
    raw[count + 2u] = (uint8_t)(crc >> 8);
    raw[count + 3u] = (uint8_t)crc;
    for (uint32_t from = 0; from < total; from += FRAME_LINE_BYTES) {
        uint32_t part = total - from < FRAME_LINE_BYTES ? total - from : FRAME_LINE_BYTES;
        line->put(line->to, from == 0 ? first_marker : next_marker, 2);
        line->put(line->to, text, base64_encode(raw + from, part, text));
        line->put(line->to, (const uint8_t *)"\n", 1);
    }
}
