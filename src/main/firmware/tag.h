/* The tag as one object: everything that its program knows, and the entries for the outside. No hardware is named in here,
 * so the same code runs on a computer for its tests. One thread; an interrupt only fills the UART's queue. */
#ifndef TAG_H
#define TAG_H

#include "boot.h"
#include "frame.h"
#include "live.h"
#include "selftest.h"
#include "settings.h"

/** What the factory, or the emulator's command line, says about this tag. */
typedef struct {
    const char *hardware;
    const char *firmware;
    uint32_t battery_percent;
    /** the program itself, as the linker placed it: image 0 */
    const uint8_t *program;
    uint32_t program_bytes;
    /** a model on trial that has not proved itself after this time goes: the tag restarts by itself */
    uint32_t trial_ms;
} tag_facts;

/** An upload under way; lost with the power. */
typedef struct {
    int open;
    uint32_t bytes;
    uint32_t offset;
    uint8_t sha[SHA256_BYTES];
    uint32_t sha_bytes;
} tag_upload;

/** Where the samples come from. */
typedef enum {
    /** the golden windows over and over, in the rhythm of the sample rate */
    TAG_REPLAY,
    /** whoever writes them over the line */
    TAG_LINE
} tag_source;

typedef struct {
    tag_facts facts;
    memory memory;
    boot boot;
    settings settings;
    model model;
    selftest selftest;
    live live;
    tag_upload upload;
    tag_source source;
    frame_reader reader;
    frame_line line;
    uint32_t now_ms;
    /** of the tag's clock at now_ms 0, since 1970; wraps never in practice */
    uint64_t clock_base_ms;
    /** sample of the golden windows that comes next, and how much of its time has passed, in millionths */
    uint32_t replayed;
    uint64_t replay_credit;
    /** until when it blinks */
    uint32_t identify_until_ms;
    int identifies;
    int reset_asked;
    uint32_t reset_at_ms;
} tag;

/** Boots: bootloader, model, self-test of a model on trial.
 *  @param key the public key that was compiled in
 *  @return 1; 0 if the memory has no factory label or the facts make no sense */
int tag_start(tag *t, flash *f, const tag_facts *facts, image_key key, frame_line line);

/** Takes one byte of the line and answers if a request ends with it. */
void tag_receive(tag *t, uint8_t byte, uint32_t now_ms);

/** Does what is due. @return 1 if the tag must restart now */
int tag_work(tag *t, uint32_t now_ms);

/** Whether there is more to do at once, so that the processor must not sleep. */
int tag_is_busy(const tag *t);

/** Milliseconds since 1970 by the tag's clock. */
uint64_t tag_time_ms(const tag *t);
void tag_set_time(tag *t, uint64_t ms);

/** Applies the settings that the classification depends on, and begins it anew. */
void tag_apply_settings(tag *t);

#endif
