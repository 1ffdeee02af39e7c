/* Group 3: named values. Writing changes them in RAM, saving makes them survive a restart. Three are the tag's own:
 * "tag/conditioning" (14 int16, as in the blob), "tag/yaw" (2 int16, the reference of the yaw estimator), "tag/node"
 * (uint16, for the radio's summary); all little-endian. */
#include "smp.h"

#include <string.h>

#define VALUE 0u
#define DELETE 1u
#define SAVE 3u

/** Of the group (settings_mgmt.h). */
#define KEY_NOT_FOUND SMP_GROUP_ERROR(3u, 3u, SMP_NO_ENTRY)

static int is_named(const cbor_value *name, const char *text) {
    return name->number == strlen(text) && memcmp(name->bytes, text, strlen(text)) == 0;
}

static smp_status read_value(const tag *t, const cbor_value *name, cbor_writer *answer) {
    const setting *found = settings_find(&t->settings, name->bytes, (uint32_t)name->number);
    if (found == NULL) {
        return KEY_NOT_FOUND;
    }
    cbor_text(answer, "val");
    cbor_bytes(answer, found->value, found->value_bytes);
    return SMP_OK;
}

static int is_applied(const cbor_value *name) {
    return is_named(name, "tag/conditioning") || is_named(name, "tag/yaw");
}

static smp_status delete_value(tag *t, const cbor_value *name) {
    if (!settings_remove(&t->settings, name->bytes, (uint32_t)name->number)) {
        return KEY_NOT_FOUND;
    }
    if (is_applied(name)) {
        tag_apply_settings(t);
    }
    return SMP_OK;
}

static smp_status write_value(tag *t, const cbor_value *name, const smp_request *request) {
    cbor_value value = cbor_find(request->body, request->body_bytes, "val");
    if (value.kind != CBOR_BYTES || value.number > SETTINGS_VALUE_BYTES
        || !settings_put(&t->settings, name->bytes, (uint32_t)name->number, value.bytes, (uint32_t)value.number)) {
        return SMP_INVALID;
    }
    if (is_applied(name)) {
        tag_apply_settings(t);
    }
    return SMP_OK;
}

smp_status group_settings(tag *t, const smp_request *request, cbor_writer *answer) {
    if (request->command == SAVE && request->writes) {
        settings_save(&t->settings, &t->memory);
        return SMP_OK;
    }
    if (request->command == SAVE) {
        settings_load(&t->settings, &t->memory);
        tag_apply_settings(t);
        return SMP_OK;
    }
    if (request->command != VALUE && !(request->command == DELETE && request->writes)) {
        return SMP_NOT_SUPPORTED;
    }
    cbor_value name = cbor_find(request->body, request->body_bytes, "name");
    if (name.kind != CBOR_TEXT) {
        return SMP_INVALID;
    }
    if (request->command == DELETE) {
        return delete_value(t, &name);
    }
    return request->writes ? write_value(t, &name, request) : read_value(t, &name, answer);
}
