/* Requests of the Simple Management Protocol (Zephyr, doc/services/device_mgmt/smp_protocol.rst) and their answers. */
#ifndef SMP_H
#define SMP_H

#include "cbor.h"
#include "tag.h"

#define SMP_HEADER_BYTES 8u

/* Errors of the protocol itself (mgmt_defines.h). */
#define SMP_OK 0u
#define SMP_UNKNOWN 1u
#define SMP_INVALID 3u
#define SMP_NO_ENTRY 5u
#define SMP_BAD_STATE 6u
#define SMP_TOO_LONG 7u
#define SMP_NOT_SUPPORTED 8u
#define SMP_TOO_NEW 13u

/** An error of a group, which the first version of the protocol can only paraphrase. */
#define SMP_GROUP_ERROR(group, code, version_one) (1u << 31 | (group) << 16 | (code) << 8 | (version_one))

/** 0, an error of the protocol, or one of a group. */
typedef uint32_t smp_status;

typedef struct {
    uint32_t version;
    uint32_t group;
    uint32_t command;
    int writes;
    uint8_t sequence;
    const uint8_t *body;
    uint32_t body_bytes;
} smp_request;

/** Answers a packet.
 *  @param answer room for FRAME_LARGEST_PACKET bytes
 *  @return bytes of the answer, or 0 if the packet is dropped */
uint32_t smp_answer(tag *t, const uint8_t *packet, uint32_t count, uint8_t *answer);

/* The groups: each writes the fields of its answer, or returns why not. */
smp_status group_os(tag *t, const smp_request *request, cbor_writer *answer);
smp_status group_image(tag *t, const smp_request *request, cbor_writer *answer);
smp_status group_settings(tag *t, const smp_request *request, cbor_writer *answer);
smp_status group_tag(tag *t, const smp_request *request, cbor_writer *answer);

#endif
