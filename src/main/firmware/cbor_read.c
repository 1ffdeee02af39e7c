/* Reading. */
#include "cbor.h"

#include <string.h>

#define MAJOR_UNSIGNED 0u
#define MAJOR_NEGATIVE 1u
#define MAJOR_BYTES 2u
#define MAJOR_TEXT 3u
#define MAJOR_LIST 4u
#define MAJOR_MAP 5u
#define MAJOR_TAG 6u
#define MAJOR_SIMPLE 7u
#define INDEFINITE 31u
#define BREAK 0xFFu
#define DEEPEST 8u
#define LARGEST_COUNT 0x7FFFFFFFu

typedef struct {
    const uint8_t *at;
    const uint8_t *end;
} reader;

/** The head of an item. */
typedef struct {
    uint32_t major;
    uint32_t additional;
    uint64_t argument;
} head;

static uint32_t left(const reader *in) {
    return (uint32_t)(in->end - in->at);
}

static int read_head(reader *in, head *found) {
    if (left(in) == 0) {
        return 0;
    }
    found->major = *in->at >> 5;
    found->additional = *in->at & 31u;
    found->argument = found->additional;
    in->at++;
    if (found->additional >= 24u && found->additional <= 27u) {
        uint32_t bytes = 1u << (found->additional - 24u);
        if (left(in) < bytes) {
            return 0;
        }
        found->argument = 0;
        for (uint32_t i = 0; i < bytes; i++) {
            found->argument = found->argument << 8 | *in->at++;
        }
    }
    return found->additional < 28u || found->additional == INDEFINITE;
}

static int is_break(const reader *in) {
    return left(in) > 0 && *in->at == BREAK;
}

static int skip(reader *in, uint32_t depth);

/** Items up to a break. */
static int skip_until_break(reader *in, uint32_t depth, uint32_t per_entry) {
    while (!is_break(in)) {
        for (uint32_t i = 0; i < per_entry; i++) {
            if (!skip(in, depth)) {
                return 0;
            }
        }
    }
    in->at++;
    return 1;
}

static int skip_items(reader *in, const head *of, uint32_t depth, uint32_t per_entry) {
    if (depth == DEEPEST) {
        return 0;
    }
    if (of->additional == INDEFINITE) {
        return skip_until_break(in, depth + 1u, per_entry);
    }
    if (of->argument > left(in)) { // each item has at least one byte
        return 0;
    }
    for (uint64_t i = 0; i < of->argument * per_entry; i++) {
        if (!skip(in, depth + 1u)) {
            return 0;
        }
    }
    return 1;
}

static int skip_string(reader *in, const head *of) {
    if (of->additional != INDEFINITE) {
        if (of->argument > left(in)) {
            return 0;
        }
        in->at += of->argument;
        return 1;
    }
    while (!is_break(in)) {
        head chunk;
        if (!read_head(in, &chunk) || chunk.major != of->major || chunk.additional == INDEFINITE
            || !skip_string(in, &chunk)) {
            return 0;
        }
    }
    in->at++;
    return 1;
}

/** Passes one item. */
static int skip(reader *in, uint32_t depth) {
    head found;
    if (!read_head(in, &found)) {
        return 0;
    }
    switch (found.major) {
    case MAJOR_UNSIGNED:
    case MAJOR_NEGATIVE:
        return found.additional != INDEFINITE;
    case MAJOR_BYTES:
    case MAJOR_TEXT:
        return skip_string(in, &found);
    case MAJOR_LIST:
        return skip_items(in, &found, depth, 1);
    case MAJOR_MAP:
        return skip_items(in, &found, depth, 2);
    case MAJOR_TAG:
        return found.additional != INDEFINITE && depth < DEEPEST && skip(in, depth + 1u);
    default:
        return found.additional != INDEFINITE; // a break where none may be
    }
}

/** Steps into a map. @return whether another entry follows */
static int next_entry(reader *in, const head *map, uint64_t *entry) {
    if (map->additional == INDEFINITE) {
        return !is_break(in);
    }
    return (*entry)++ < map->argument;
}

/** A text of definite length. */
static int read_key(reader *in, const uint8_t **key, uint32_t *count) {
    head found;
    if (!read_head(in, &found) || found.major != MAJOR_TEXT || found.additional == INDEFINITE
        || found.argument > left(in)) {
        return 0;
    }
    *key = in->at;
    *count = (uint32_t)found.argument;
    in->at += found.argument;
    return 1;
}

/** How often a key is in a map whose items are sound; where its first value is. */
static uint32_t occurrences(reader in, const uint8_t *key, uint32_t count, reader *value) {
    head map;
    uint64_t entry = 0;
    uint32_t found = 0;
    read_head(&in, &map);
    while (next_entry(&in, &map, &entry)) {
        const uint8_t *name;
        uint32_t length;
        if (!read_key(&in, &name, &length)) {
            return 0;
        }
        if (length == count && memcmp(name, key, count) == 0 && found++ == 0) {
            *value = in;
        }
        skip(&in, 1);
    }
    return found;
}

int cbor_is_map(const uint8_t *bytes, uint32_t count) {
    reader whole = {bytes, bytes + count};
    reader in = whole;
    reader ignored;
    head map;
    uint64_t entry = 0;
    if (!skip(&in, 0) || left(&in) != 0) {
        return 0;
    }
    in = whole;
    read_head(&in, &map);
    if (map.major != MAJOR_MAP) {
        return 0;
    }
    while (next_entry(&in, &map, &entry)) {
        const uint8_t *key;
        uint32_t length;
        if (!read_key(&in, &key, &length) || occurrences(whole, key, length, &ignored) > 1u) {
            return 0;
        }
        skip(&in, 1);
    }
    return 1;
}

cbor_value cbor_find(const uint8_t *bytes, uint32_t count, const char *key) {
    cbor_value result = {CBOR_ABSENT, 0, NULL};
    reader whole = {bytes, bytes + count};
    reader in = whole;
    head found;
    if (count == 0 || occurrences(whole, (const uint8_t *)key, (uint32_t)strlen(key), &in) == 0
        || !read_head(&in, &found)) {
        return result;
    }
    result.number = found.argument;
    result.bytes = in.at;
    result.kind = CBOR_OTHER;
    if (found.major == MAJOR_UNSIGNED || found.major == MAJOR_NEGATIVE) {
        result.kind = found.major == MAJOR_UNSIGNED ? CBOR_UNSIGNED : CBOR_NEGATIVE;
    } else if ((found.major == MAJOR_BYTES || found.major == MAJOR_TEXT) && found.additional != INDEFINITE) {
        result.kind = found.major == MAJOR_BYTES ? CBOR_BYTES : CBOR_TEXT;
    } else if (found.major == MAJOR_SIMPLE && (found.additional == 20u || found.additional == 21u)) {
        result.kind = CBOR_FLAG;
        result.number = found.additional - 20u;
    }
    return result;
}

int cbor_find_count(const uint8_t *bytes, uint32_t count, const char *key, uint32_t *number) {
    cbor_value value = cbor_find(bytes, count, key);
    if (value.kind != CBOR_UNSIGNED || value.number > LARGEST_COUNT) {
        return 0;
    }
    *number = (uint32_t)value.number;
    return 1;
}
