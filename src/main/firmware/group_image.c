/* Group 1: what is in the slots, upload to the model's second slot, trial. The program itself lies in memory that this
 * tag cannot write, so image 0 is shown and not taken. */
#include "smp.h"

#include <string.h>

#define STATE 0u
#define UPLOAD 1u
#define ERASE 5u
#define SLOTS 6u

/* Errors of the group (img_mgmt.h), each with what the first version of the protocol says instead. */
#define GROUP 1u
#define HASH_NOT_FOUND SMP_GROUP_ERROR(GROUP, 8u, SMP_NO_ENTRY)
#define NO_FREE_SLOT SMP_GROUP_ERROR(GROUP, 9u, SMP_BAD_STATE)
#define OFFSET_MISSING SMP_GROUP_ERROR(GROUP, 20u, SMP_INVALID)
#define LENGTH_MISSING SMP_GROUP_ERROR(GROUP, 21u, SMP_INVALID)
#define BAD_HEADER SMP_GROUP_ERROR(GROUP, 22u, SMP_INVALID)
#define BAD_MAGIC SMP_GROUP_ERROR(GROUP, 23u, SMP_UNKNOWN)
#define TOO_LARGE SMP_GROUP_ERROR(GROUP, 30u, SMP_INVALID)
#define TOO_MUCH SMP_GROUP_ERROR(GROUP, 31u, SMP_INVALID)
#define NOT_TO_BE_CONFIRMED SMP_GROUP_ERROR(GROUP, 32u, SMP_BAD_STATE)
#define ACTIVE_SLOT SMP_GROUP_ERROR(GROUP, 33u, SMP_BAD_STATE)

#define VERSION_CHARACTERS 28u

static char *put_number(char *text, uint32_t number) {
    char digits[10];
    uint32_t count = 0;
    do {
        digits[count++] = (char)('0' + (int)(number % 10u));
        number /= 10u;
    } while (number > 0);
    while (count > 0) {
        *text++ = digits[--count];
    }
    return text;
}

static void put_version(cbor_writer *answer, const image_version *version) {
    char text[VERSION_CHARACTERS];
    char *end = put_number(text, version->major);
    *end++ = '.';
    end = put_number(end, version->minor);
    *end++ = '.';
    end = put_number(end, version->revision);
    if (version->build > 0) {
        *end++ = '.';
        end = put_number(end, version->build);
    }
    cbor_text(answer, "version");
    cbor_text_of(answer, text, (uint32_t)(end - text));
}

static void put_true(cbor_writer *answer, const char *key, int flag) {
    if (flag) {
        cbor_put_flag(answer, key, 1); // an absent flag is false: three images fit the buffer
    }
}

static void put_firmware(const tag *t, cbor_writer *answer) {
    cbor_map(answer);
    cbor_put_unsigned(answer, "image", BOOT_FIRMWARE);
    cbor_put_unsigned(answer, "slot", 0);
    put_version(answer, &t->boot.firmware);
    cbor_text(answer, "hash");
    cbor_bytes(answer, t->boot.program, SHA256_BYTES);
    put_true(answer, "bootable", 1);
    put_true(answer, "confirmed", 1);
    put_true(answer, "active", 1);
    cbor_end(answer);
}

static void put_model(const tag *t, uint32_t second, cbor_writer *answer) {
    image found;
    boot_swap next = boot_next(&t->boot);
    int pending = second && (next == BOOT_TEST || next == BOOT_PERMANENT);
    uint32_t bytes = 0;
    if (!boot_image(&t->boot, second, &found)) {
        return;
    }
    const uint8_t *hash = image_record(&found, IMAGE_TLV_SHA256, &bytes);
    cbor_map(answer);
    cbor_put_unsigned(answer, "image", BOOT_MODEL);
    cbor_put_unsigned(answer, "slot", second);
    put_version(answer, &found.version);
    if (hash != NULL && bytes == SHA256_BYTES) {
        cbor_text(answer, "hash");
        cbor_bytes(answer, hash, bytes);
    }
    put_true(answer, "bootable", 1);
    put_true(answer, "pending", pending);
    put_true(answer, "confirmed", second ? next == BOOT_REVERT : next != BOOT_REVERT);
    put_true(answer, "permanent", pending && next == BOOT_PERMANENT);
    cbor_end(answer);
}

static smp_status put_state(const tag *t, cbor_writer *answer) {
    cbor_text(answer, "images");
    cbor_list(answer);
    put_firmware(t, answer);
    put_model(t, 0, answer);
    put_model(t, 1, answer);
    cbor_end(answer);
    return SMP_OK;
}

static int holds(const tag *t, uint32_t second, const cbor_value *hash) {
    image found;
    uint32_t bytes = 0;
    if (!boot_image(&t->boot, second, &found)) {
        return 0;
    }
    const uint8_t *claimed = image_record(&found, IMAGE_TLV_SHA256, &bytes);
    return claimed != NULL && bytes == hash->number && memcmp(claimed, hash->bytes, bytes) == 0;
}

/** Marks an image for the next start. Confirming a model is the firmware's own business, never the laptop's. */
static smp_status set_state(tag *t, const smp_request *request, cbor_writer *answer) {
    cbor_value hash = cbor_find(request->body, request->body_bytes, "hash");
    cbor_value confirm = cbor_find(request->body, request->body_bytes, "confirm");
    int permanent = confirm.kind == CBOR_FLAG && confirm.number == 1u;
    if (hash.kind != CBOR_BYTES) {
        return permanent ? put_state(t, answer) : SMP_INVALID; // means image 0, which is confirmed anyway
    }
    if (holds(t, 1, &hash)) {
        if (boot_next(&t->boot) == BOOT_REVERT || permanent) {
            return NOT_TO_BE_CONFIRMED;
        }
        if (boot_next(&t->boot) == BOOT_NONE) {
            boot_request(&t->boot, 0);
        }
        return put_state(t, answer);
    }
    if (!holds(t, 0, &hash)) {
        return HASH_NOT_FOUND;
    }
    return permanent ? NOT_TO_BE_CONFIRMED : ACTIVE_SLOT;
}

/** Whether the second slot holds exactly the file that the upload names. */
static int is_there(const tag *t) {
    uint8_t digest[SHA256_BYTES];
    if (t->upload.sha_bytes != SHA256_BYTES || t->upload.bytes > boot_largest_image(&t->boot)) {
        return 0;
    }
    sha256_of(memory_at(&t->memory, boot_slot(&t->boot, 1)), t->upload.bytes, digest);
    return memcmp(digest, t->upload.sha, SHA256_BYTES) == 0;
}

static smp_status put_offset(tag *t, cbor_writer *answer) {
    cbor_put_unsigned(answer, "off", t->upload.offset);
    if (t->upload.offset == t->upload.bytes) {
        cbor_put_flag(answer, "match", is_there(t));
        t->upload.open = 0;
    }
    return SMP_OK;
}

/** The first request of an upload, judged before anything is erased. */
static smp_status begin(tag *t, const smp_request *request, const cbor_value *data) {
    uint32_t number = 0;
    uint32_t bytes = 0;
    cbor_value sha = cbor_find(request->body, request->body_bytes, "sha");
    cbor_find_count(request->body, request->body_bytes, "image", &number);
    if (!cbor_find_count(request->body, request->body_bytes, "len", &bytes)) {
        return LENGTH_MISSING;
    }
    if (data->number < IMAGE_HEADER_BYTES) {
        return BAD_HEADER;
    }
    if (!image_begins(data->bytes, (uint32_t)data->number)) {
        return BAD_MAGIC;
    }
    if (bytes > boot_largest_image(&t->boot)) {
        return TOO_LARGE;
    }
    int named = sha.kind == CBOR_BYTES && sha.number == SHA256_BYTES;
    if (t->upload.open && named && t->upload.sha_bytes == SHA256_BYTES && t->upload.bytes == bytes
        && memcmp(sha.bytes, t->upload.sha, SHA256_BYTES) == 0) {
        return SMP_OK; // the same file again: go on where it stood
    }
    if (number != BOOT_MODEL || boot_next(&t->boot) != BOOT_NONE) {
        return NO_FREE_SLOT; // on trial or about to be: the second slot is what the tag falls back on
    }
    t->upload.open = 1;
    t->upload.bytes = bytes;
    t->upload.offset = 0;
    t->upload.sha_bytes = named ? SHA256_BYTES : 0u;
    if (named) {
        memcpy(t->upload.sha, sha.bytes, SHA256_BYTES);
    }
    if (is_there(t)) {
        t->upload.offset = bytes;
    } else {
        boot_erase_second(&t->boot);
    }
    return SMP_OK;
}

static smp_status upload(tag *t, const smp_request *request, cbor_writer *answer) {
    uint32_t offset = 0;
    cbor_value data = cbor_find(request->body, request->body_bytes, "data");
    if (!cbor_find_count(request->body, request->body_bytes, "off", &offset)) {
        return OFFSET_MISSING;
    }
    if (data.kind != CBOR_BYTES) {
        return SMP_INVALID;
    }
    if (offset == 0) {
        smp_status status = begin(t, request, &data);
        if (status != SMP_OK) {
            return status;
        }
    }
    if (!t->upload.open) {
        cbor_put_unsigned(answer, "off", 0); // a restart forgot the upload: the sender must begin again
        return SMP_OK;
    }
    if (offset != t->upload.offset) {
        return put_offset(t, answer);
    }
    if (data.number > t->upload.bytes - t->upload.offset) {
        return TOO_MUCH;
    }
    flash_write(t->memory.flash, boot_slot(&t->boot, 1) + offset, data.bytes, (uint32_t)data.number);
    t->upload.offset += (uint32_t)data.number;
    return put_offset(t, answer);
}

/** Only the model's second slot can be erased, and only while nothing depends on it. */
static smp_status erase(tag *t, const smp_request *request) {
    uint32_t slot = 1;
    cbor_find_count(request->body, request->body_bytes, "slot", &slot);
    if (slot != 2u * BOOT_MODEL + 1u || boot_next(&t->boot) != BOOT_NONE) {
        return NO_FREE_SLOT;
    }
    t->upload.open = 0;
    boot_erase_second(&t->boot);
    return SMP_OK;
}

/** Where the program lies: nothing can be uploaded there. */
static void put_program_slots(const tag *t, cbor_writer *answer) {
    cbor_map(answer);
    cbor_put_unsigned(answer, "image", BOOT_FIRMWARE);
    cbor_text(answer, "slots");
    cbor_list(answer);
    cbor_map(answer);
    cbor_put_unsigned(answer, "slot", 0);
    cbor_put_unsigned(answer, "size", t->facts.program_bytes);
    cbor_end(answer);
    cbor_end(answer);
    cbor_end(answer);
}

static smp_status put_slots(const tag *t, cbor_writer *answer) {
    cbor_text(answer, "images");
    cbor_list(answer);
    put_program_slots(t, answer);
    cbor_map(answer);
    cbor_put_unsigned(answer, "image", BOOT_MODEL);
    cbor_text(answer, "slots");
    cbor_list(answer);
    for (uint32_t slot = 0; slot < 2u; slot++) {
        cbor_map(answer);
        cbor_put_unsigned(answer, "slot", slot);
        cbor_put_unsigned(answer, "size", t->memory.slot_bytes);
        if (slot == 1u) {
            cbor_put_unsigned(answer, "upload_image_id", BOOT_MODEL);
        }
        cbor_end(answer);
    }
    cbor_end(answer);
    cbor_put_unsigned(answer, "max_image_size", boot_largest_image(&t->boot));
    cbor_end(answer);
    cbor_end(answer);
    return SMP_OK;
}

smp_status group_image(tag *t, const smp_request *request, cbor_writer *answer) {
    switch (request->command) {
    case STATE:
        return request->writes ? set_state(t, request, answer) : put_state(t, answer);
    case UPLOAD:
        return request->writes ? upload(t, request, answer) : SMP_NOT_SUPPORTED;
    case ERASE:
        return request->writes ? erase(t, request) : SMP_NOT_SUPPORTED;
    case SLOTS:
        return request->writes ? SMP_NOT_SUPPORTED : put_slots(t, answer);
    default:
        return SMP_NOT_SUPPORTED;
    }
}
