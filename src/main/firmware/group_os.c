/* Group 0: echo, clock, restart, parameters, who the program is, bootloader. */
#include "datetime.h"
#include "smp.h"

#include <string.h>

#define ECHO 0u
#define DATE_TIME 4u
#define RESET 5u
#define PARAMETERS 6u
#define ABOUT 7u
#define BOOTLOADER 8u

/* Errors of the group (os_mgmt.h), each with what the first version of the protocol says instead. */
#define INVALID_FORMAT SMP_GROUP_ERROR(0u, 2u, SMP_INVALID)
#define NO_ANSWER_TO_QUERY SMP_GROUP_ERROR(0u, 3u, SMP_NO_ENTRY)

/** MCUboot's number for swapping through a scratch sector. */
#define SWAP_USING_SCRATCH 1u
#define ABOUT_CHARACTERS 256u

#define RESET_DELAY_MS 250u
/** Frames that the queue of the UART holds while one is answered. */
#define BUFFERS 4u

static smp_status echo(const smp_request *request, cbor_writer *answer) {
    cbor_value text = cbor_find(request->body, request->body_bytes, "d");
    if (text.kind != CBOR_TEXT) {
        return SMP_INVALID;
    }
    cbor_text(answer, "r");
    cbor_text_of(answer, (const char *)text.bytes, (uint32_t)text.number);
    return SMP_OK;
}

static smp_status clock(tag *t, const smp_request *request, cbor_writer *answer) {
    char text[DATETIME_BYTES];
    uint64_t ms = 0;
    if (!request->writes) {
        datetime_write(tag_time_ms(t), text);
        cbor_put_text(answer, "datetime", text);
        return SMP_OK;
    }
    cbor_value given = cbor_find(request->body, request->body_bytes, "datetime");
    if (given.kind != CBOR_TEXT || !datetime_read(given.bytes, (uint32_t)given.number, &ms)) {
        return SMP_INVALID;
    }
    tag_set_time(t, ms);
    return SMP_OK;
}

typedef struct {
    char text[ABOUT_CHARACTERS];
    uint32_t count;
} line_of_words;

static void add_word(line_of_words *line, const char *word) {
    uint32_t count = (uint32_t)strlen(word);
    uint32_t space = line->count > 0 ? 1u : 0u;
    if (count > ABOUT_CHARACTERS - space - line->count) {
        return; // the facts of the factory are shorter
    }
    memcpy(line->text + line->count, " ", space);
    memcpy(line->text + line->count + space, word, count);
    line->count += space + count;
}

/** What "uname" says, letter by letter, in Zephyr's order. */
static smp_status about(const tag *t, const smp_request *request, cbor_writer *answer) {
    const char *letters = "snrvmpio";
    const char *words[8] = {"Ethotag", t->memory.serial, t->facts.firmware, "reference-tag", "arm", "cortex-m",
                            t->facts.hardware, "bare-metal"};
    line_of_words line = {{0}, 0};
    cbor_value format = cbor_find(request->body, request->body_bytes, "format");
    const char *wanted = format.kind == CBOR_TEXT ? (const char *)format.bytes : "s";
    uint32_t count = format.kind == CBOR_TEXT ? (uint32_t)format.number : 1u;
    for (uint32_t i = 0; i < count; i++) {
        if (wanted[i] == 0 || strchr("asnrvbmpio", wanted[i]) == NULL) {
            return INVALID_FORMAT;
        }
    }
    if (count == 0) {
        return INVALID_FORMAT;
    }
    for (uint32_t i = 0; i < 8u; i++) {
        if (memchr(wanted, 'a', count) != NULL || memchr(wanted, letters[i], count) != NULL) {
            add_word(&line, words[i]);
        }
    }
    cbor_text(answer, "output");
    cbor_text_of(answer, line.text, line.count);
    return SMP_OK;
}

static smp_status bootloader(const smp_request *request, cbor_writer *answer) {
    cbor_value query = cbor_find(request->body, request->body_bytes, "query");
    if (query.kind == CBOR_ABSENT) {
        cbor_put_text(answer, "bootloader", "MCUboot");
        return SMP_OK;
    }
    if (query.kind != CBOR_TEXT || query.number != 4u || memcmp(query.bytes, "mode", 4) != 0) {
        return NO_ANSWER_TO_QUERY;
    }
    cbor_put_unsigned(answer, "mode", SWAP_USING_SCRATCH);
    return SMP_OK;
}

smp_status group_os(tag *t, const smp_request *request, cbor_writer *answer) {
    switch (request->command) {
    case ECHO:
        return echo(request, answer);
    case DATE_TIME:
        return clock(t, request, answer);
    case RESET:
        if (!request->writes) {
            return SMP_NOT_SUPPORTED;
        }
        t->reset_asked = 1;
        t->reset_at_ms = t->now_ms + RESET_DELAY_MS;
        return SMP_OK;
    case PARAMETERS:
        cbor_put_unsigned(answer, "buf_size", FRAME_BUFFER_BYTES);
        cbor_put_unsigned(answer, "buf_count", BUFFERS);
        return SMP_OK;
    case BOOTLOADER:
        return bootloader(request, answer);
    case ABOUT:
        return request->writes ? SMP_NOT_SUPPORTED : about(t, request, answer);
    default:
        return SMP_NOT_SUPPORTED;
    }
}
