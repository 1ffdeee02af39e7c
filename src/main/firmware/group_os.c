/* Group 0: echo, clock, restart, parameters, bootloader. */
#include "datetime.h"
#include "smp.h"

#define ECHO 0u
#define DATE_TIME 4u
#define RESET 5u
#define PARAMETERS 6u
#define BOOTLOADER 8u

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
        cbor_put_text(answer, "bootloader", "MCUboot");
        return SMP_OK;
    default:
        return SMP_NOT_SUPPORTED;
    }
}
