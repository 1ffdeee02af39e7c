/* Seeded noise on the line of a tag: random bytes, frames of random packets, and sound requests with a few bits flipped.
 * Whatever comes, the tag stays in its memory, answers in sound frames or not at all, and runs a whole model after each
 * restart. */
#include "cbor.h"
#include "host.h"
#include "life.h"
#include "smp.h"
#include "tag.h"

#include <stdio.h>
#include <string.h>

#define RESTART_EVERY 4096u

typedef struct {
    tag tag;
    flash flash;
    frame_reader reader;
    image_key key;
    uint32_t answers;
    uint32_t restarts;
} bench;

static uint64_t state;

/** SplitMix64 (Steele, Lea, Flood 2014). */
static uint32_t next_random(void) {
    state += 0x9E3779B97F4A7C15u;
    uint64_t z = state;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ z >> 31) >> 32);
}

static uint32_t below(uint32_t limit) {
    return next_random() % limit;
}

/** What the tag sends must be sound. */
static void judge(void *to, const uint8_t *bytes, uint32_t count) {
    bench *b = to;
    for (uint32_t i = 0; i < count; i++) {
        const uint8_t *packet;
        uint32_t length = frame_take(&b->reader, bytes[i], &packet);
        if (length > 0) {
            b->answers++;
            host_require(length > SMP_HEADER_BYTES && (packet[0] & 1u) == 1u
                             && cbor_is_map(packet + SMP_HEADER_BYTES, length - SMP_HEADER_BYTES),
                         "an answer that is none", b->answers);
        }
    }
}

static void start(bench *b) {
    static const tag_facts facts = {"ethotag-virtual-1", "1.0.0", 87, (const uint8_t *)"program", 7, 1000};
    frame_line line = {judge, b};
    image running;
    host_require(tag_start(&b->tag, &b->flash, &facts, b->key, line), "it does not start", b->restarts);
    host_require(boot_image(&b->tag.boot, 0, &running) && image_is_whole(&running), "no whole model", b->restarts);
    b->restarts++;
}

/** A request as a client would send it, often with senseless numbers in it. */
static uint32_t request(bench *b, uint8_t *packet) {
    static const uint8_t groups[] = {0, 1, 1, 1, 3, 64, 64};
    static const char *const names[] = {"off", "len", "image", "n", "from", "window", "seconds", "slot"};
    uint8_t data[200];
    cbor_writer body = {packet + SMP_HEADER_BYTES, FRAME_LARGEST_PACKET - SMP_HEADER_BYTES, 0, 0};
    image other;
    cbor_map(&body);
    for (uint32_t i = below(4); i > 0; i--) {
        cbor_put_unsigned(&body, names[below(8)], below(3) == 0 ? next_random() : below(400));
    }
    if (below(2) == 0) {
        uint32_t count = below(sizeof data);
        for (uint32_t i = 0; i < count; i++) {
            data[i] = (uint8_t)next_random();
        }
        if (below(2) == 0) {
            memcpy(data, "\x3d\xb8\xf3\x96\0\0\0\0\x20\0\0\0\x08\0\0\0", 16); // the head of an image
        }
        cbor_text(&body, below(2) == 0 ? "data" : "val");
        cbor_bytes(&body, data, count);
    }
    if (below(3) == 0) {
        uint32_t bytes = 0;
        const uint8_t *hash =
            boot_image(&b->tag.boot, below(2), &other) ? image_record(&other, IMAGE_TLV_SHA256, &bytes) : NULL;
        cbor_text(&body, below(2) == 0 ? "hash" : "sha");
        cbor_bytes(&body, hash != NULL ? hash : data, hash != NULL ? bytes : 0u);
    }
    if (below(3) == 0) {
        static const char *const texts[] = {"tag/conditioning", "tag/yaw", "tag/node", "1985-04-12T23:20:50Z", ""};
        static const char *const keys[] = {"name", "d", "datetime"};
        cbor_put_text(&body, keys[below(3)], texts[below(5)]);
    }
    if (below(4) == 0) {
        cbor_put_flag(&body, "confirm", (int)below(2));
    }
    cbor_end(&body);
    memset(packet, 0, SMP_HEADER_BYTES);
    packet[0] = (uint8_t)(below(2) << 3 | 2u * below(2));
    packet[2] = (uint8_t)(body.count >> 8);
    packet[3] = (uint8_t)body.count;
    packet[5] = groups[below(sizeof groups)];
    packet[6] = (uint8_t)next_random();
    packet[7] = (uint8_t)below(9);
    return SMP_HEADER_BYTES + body.count;
}

typedef struct {
    bench *bench;
    uint32_t now_ms;
} cable;

static void carry(void *to, const uint8_t *bytes, uint32_t count) {
    cable *c = to;
    for (uint32_t i = 0; i < count; i++) {
        tag_receive(&c->bench->tag, bytes[i], c->now_ms);
    }
}

static void flip(uint8_t *bytes, uint32_t count) {
    for (uint32_t i = below(3); i > 0; i--) {
        bytes[below(count)] ^= (uint8_t)(1u << below(8));
    }
}

static void send(bench *b, uint32_t now_ms) {
    uint8_t packet[FRAME_LARGEST_PACKET];
    cable to = {b, now_ms};
    frame_line line = {carry, &to};
    uint32_t count;
    switch (below(4)) {
    case 0:
        count = below(200);
        for (uint32_t i = 0; i < count; i++) {
            packet[i] = (uint8_t)next_random();
        }
        carry(&to, packet, count);
        carry(&to, (const uint8_t *)"\n", 1);
        break;
    case 1:
        count = 1u + below(120);
        for (uint32_t i = 0; i < count; i++) {
            packet[i] = (uint8_t)next_random();
        }
        frame_send(&line, packet, count);
        break;
    default:
        count = request(b, packet);
        if (below(2) == 0) {
            flip(packet, count);
        }
        frame_send(&line, packet, count);
        break;
    }
}

void fuzz(flash memory, image_key key, uint32_t frames, uint64_t seed) {
    static bench b;
    state = seed;
    b.key = key;
    b.flash = memory;
    start(&b);
    for (uint32_t i = 0; i < frames; i++) {
        uint32_t now_ms = i % RESTART_EVERY;
        send(&b, now_ms);
        if (tag_work(&b.tag, now_ms) || b.tag.reset_asked || i % RESTART_EVERY == RESTART_EVERY - 1u) {
            start(&b);
        }
    }
    printf("%u frames, %u answers, %u restarts\n", (unsigned)frames, (unsigned)b.answers, (unsigned)b.restarts);
    host_require(b.answers > frames / 8u, "hardly any answers", b.answers);
}
