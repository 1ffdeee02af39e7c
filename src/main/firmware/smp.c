#include "smp.h"

#include <string.h>

#define OP_READ 0u
#define OP_WRITE 2u
#define NEWEST_VERSION 1u

#define GROUP_OS 0u
#define GROUP_IMAGE 1u
#define GROUP_SETTINGS 3u
#define GROUP_TAG 64u

/** @return 1 if the packet is a request that must be answered */
static int read_request(smp_request *request, const uint8_t *packet, uint32_t count) {
    if (count < SMP_HEADER_BYTES || ((uint32_t)packet[2] << 8 | packet[3]) != count - SMP_HEADER_BYTES) {
        return 0;
    }
    uint32_t operation = packet[0] & 7u;
    request->version = packet[0] >> 3 & 3u;
    request->writes = operation == OP_WRITE;
    request->group = (uint32_t)packet[4] << 8 | packet[5];
    request->sequence = packet[6];
    request->command = packet[7];
    request->body = packet + SMP_HEADER_BYTES;
    request->body_bytes = count - SMP_HEADER_BYTES;
    return (operation == OP_READ || operation == OP_WRITE)
           && (request->body_bytes == 0 || cbor_is_map(request->body, request->body_bytes));
}

static smp_status hand_out(tag *t, smp_request *request, cbor_writer *answer) {
    if (request->version > NEWEST_VERSION) {
        request->version = NEWEST_VERSION; // the answer is of the newest version that both may know
        return SMP_TOO_NEW;
    }
    switch (request->group) {
    case GROUP_OS:
        return group_os(t, request, answer);
    case GROUP_IMAGE:
        return group_image(t, request, answer);
    case GROUP_SETTINGS:
        return group_settings(t, request, answer);
    case GROUP_TAG:
        return group_tag(t, request, answer);
    default:
        return SMP_NOT_SUPPORTED;
    }
}

/** Zephyr before 3.5 calls the map of the second version "ret", later ones "err"; clients take both. */
static void put_error(cbor_writer *answer, uint32_t version, smp_status status) {
    if (status >> 31 == 0 || version == 0) {
        cbor_put_unsigned(answer, "rc", status & 0xFFu);
        return;
    }
    cbor_text(answer, "err");
    cbor_map(answer);
    cbor_put_unsigned(answer, "group", status >> 16 & 0x7FFFu);
    cbor_put_unsigned(answer, "rc", status >> 8 & 0xFFu);
    cbor_end(answer);
}

uint32_t smp_answer(tag *t, const uint8_t *packet, uint32_t count, uint8_t *answer) {
    smp_request request;
    if (!read_request(&request, packet, count)) {
        return 0;
    }
    cbor_writer writer = {answer + SMP_HEADER_BYTES, FRAME_LARGEST_PACKET - SMP_HEADER_BYTES, 0, 0};
    cbor_map(&writer);
    smp_status status = hand_out(t, &request, &writer);
    if (writer.spoilt || writer.count == writer.capacity) {
        status = SMP_TOO_LONG;
    }
    if (status != SMP_OK) {
        writer.count = 0;
        writer.spoilt = 0;
        cbor_map(&writer);
        put_error(&writer, request.version, status);
    }
    cbor_end(&writer);
    memset(answer, 0, SMP_HEADER_BYTES);
    answer[0] = (uint8_t)(request.version << 3 | (request.writes ? OP_WRITE + 1u : OP_READ + 1u));
    answer[2] = (uint8_t)(writer.count >> 8);
    answer[3] = (uint8_t)writer.count;
    answer[4] = (uint8_t)(request.group >> 8);
    answer[5] = (uint8_t)request.group;
    answer[6] = request.sequence;
    answer[7] = (uint8_t)request.command;
    return SMP_HEADER_BYTES + writer.count;
}
