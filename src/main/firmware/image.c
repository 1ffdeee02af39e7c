#include "image.h"

#include "der.h"
#include "ed25519.h"
#include "p256.h"

#include <string.h>

#define PROTECTED_MAGIC 0x6908u
#define PLAIN_MAGIC 0x6907u
#define AREA_HEAD 4u
#define RECORD_HEAD 4u
#define DEPENDENCY_BYTES 12u

static uint32_t read16(const uint8_t *at) {
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static uint32_t read32(const uint8_t *at) {
    return read16(at) | read16(at + 2) << 16;
}

static image_version read_version(const uint8_t *at) {
    image_version version = {at[0], at[1], read16(at + 2), read32(at + 4)};
    return version;
}

int image_begins(const uint8_t *bytes, uint32_t count) {
    return count >= IMAGE_HEADER_BYTES && read32(bytes) == IMAGE_MAGIC;
}

/** @return length of an area whose records fill it exactly, or 0 */
static uint32_t area_bytes(const uint8_t *area, uint32_t capacity, uint32_t magic) {
    if (capacity < AREA_HEAD || read16(area) != magic) {
        return 0;
    }
    uint32_t total = read16(area + 2);
    if (total < AREA_HEAD || total > capacity) {
        return 0;
    }
    uint32_t at = AREA_HEAD;
    while (total - at >= RECORD_HEAD) {
        uint32_t length = read16(area + at + 2u);
        at += RECORD_HEAD;
        if (length > total - at) {
            return 0;
        }
        at += length;
    }
    return at == total ? total : 0;
}

int image_open(image *found, const uint8_t *bytes, uint32_t capacity) {
    if (!image_begins(bytes, capacity)) {
        return 0;
    }
    uint32_t header = read16(bytes + 8);
    uint32_t guarded = read16(bytes + 10);
    uint32_t payload = read32(bytes + 12);
    if (header < IMAGE_HEADER_BYTES || header > capacity || payload > capacity - header
        || guarded > capacity - header - payload) {
        return 0;
    }
    uint32_t at = header + payload;
    if (guarded > 0 && area_bytes(bytes + at, guarded, PROTECTED_MAGIC) != guarded) {
        return 0;
    }
    found->bytes = bytes;
    found->version = read_version(bytes + 20);
    found->header_bytes = header;
    found->payload_bytes = payload;
    found->protected_bytes = guarded;
    found->hashed_bytes = at + guarded;
    found->plain_bytes = area_bytes(bytes + at + guarded, capacity - at - guarded, PLAIN_MAGIC);
    return found->plain_bytes > 0;
}

const uint8_t *image_record(const image *found, uint32_t type, uint32_t *bytes) {
    int guarded = type == IMAGE_TLV_DEPENDENCY || type == IMAGE_TLV_HARDWARE;
    const uint8_t *area = found->bytes + found->hashed_bytes - (guarded ? found->protected_bytes : 0u);
    uint32_t total = guarded ? found->protected_bytes : found->plain_bytes;
    for (uint32_t at = AREA_HEAD; at + RECORD_HEAD <= total;) {
        uint32_t length = read16(area + at + 2u);
        if (read16(area + at) == type) {
            *bytes = length;
            return area + at + RECORD_HEAD;
        }
        at += RECORD_HEAD + length;
    }
    return NULL;
}

/** @return 1 and the digest of the hashed bytes if it is the one that the image claims */
static int digest_holds(const image *found, uint8_t digest[SHA256_BYTES]) {
    uint32_t bytes = 0;
    const uint8_t *claimed = image_record(found, IMAGE_TLV_SHA256, &bytes);
    if (claimed == NULL || bytes != SHA256_BYTES) {
        return 0;
    }
    sha256_of(found->bytes, found->hashed_bytes, digest);
    return memcmp(digest, claimed, SHA256_BYTES) == 0;
}

int image_is_whole(const image *found) {
    uint8_t digest[SHA256_BYTES];
    return digest_holds(found, digest);
}

static int is_key(const image_key *key, const uint8_t *hash) {
    uint8_t digest[SHA256_BYTES];
    sha256_of(key->der, key->bytes, digest);
    return memcmp(digest, hash, SHA256_BYTES) == 0;
}

static int ecdsa_holds(const image *found, const image_key *key, const uint8_t digest[SHA256_BYTES]) {
    uint8_t point[64];
    uint8_t numbers[64];
    uint32_t bytes = 0;
    const uint8_t *signature = image_record(found, IMAGE_TLV_ECDSA, &bytes);
    return signature != NULL && der_key(key->der, key->bytes, point) && der_signature(signature, bytes, numbers)
           && p256_verify(point, digest, numbers);
}

/** MCUboot has the digest signed, not the image. */
static int ed25519_holds(const image *found, const image_key *key, const uint8_t digest[SHA256_BYTES]) {
    uint8_t point[ED25519_KEY_BYTES];
    uint32_t bytes = 0;
    const uint8_t *signature = image_record(found, IMAGE_TLV_ED25519, &bytes);
    return signature != NULL && bytes == ED25519_SIGNATURE_BYTES && der_ed25519_key(key->der, key->bytes, point)
           && ed25519_verify(point, digest, SHA256_BYTES, signature);
}

int image_is_trusted(const image *found, const image_key *keys, uint32_t count) {
    uint8_t digest[SHA256_BYTES];
    uint32_t bytes = 0;
    const uint8_t *hash = image_record(found, IMAGE_TLV_KEY_HASH, &bytes);
    if (hash == NULL || bytes != SHA256_BYTES || !digest_holds(found, digest)) {
        return 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (is_key(&keys[i], hash)) {
            return ecdsa_holds(found, &keys[i], digest) || ed25519_holds(found, &keys[i], digest);
        }
    }
    return 0;
}

int image_fits(const image *found, const char *hardware) {
    uint32_t bytes = 0;
    const uint8_t *id = image_record(found, IMAGE_TLV_HARDWARE, &bytes);
    return id == NULL || (bytes == strlen(hardware) && memcmp(id, hardware, bytes) == 0);
}

int image_accepts(const image *found, uint32_t other, const image_version *version) {
    uint32_t bytes = 0;
    const uint8_t *dependency = image_record(found, IMAGE_TLV_DEPENDENCY, &bytes);
    if (dependency == NULL || bytes != DEPENDENCY_BYTES || dependency[0] != other) {
        return 1;
    }
    image_version least = read_version(dependency + 4);
    return image_compare(version, &least) >= 0;
}

static int compared(uint32_t a, uint32_t b) {
    return a < b ? -1 : a > b;
}

int image_compare(const image_version *a, const image_version *b) {
    int order = compared(a->major, b->major);
    order = order != 0 ? order : compared(a->minor, b->minor);
    order = order != 0 ? order : compared(a->revision, b->revision);
    return order != 0 ? order : compared(a->build, b->build);
}

int image_parse_version(image_version *version, const char *text) {
    uint32_t part[3] = {0, 0, 0};
    uint32_t digits = 0;
    uint32_t parts = 0;
    for (; *text != 0; text++) {
        if (*text == '.') {
            parts += digits > 0 && parts < 2u ? 1u : 3u;
            digits = 0;
        } else if (*text >= '0' && *text <= '9' && parts < 3u && part[parts] < 6553u) {
            part[parts] = part[parts] * 10u + (uint32_t)(*text - '0');
            digits++;
        } else {
            return 0;
        }
        if (parts > 2u) {
            return 0;
        }
    }
    version->major = part[0];
    version->minor = part[1];
    version->revision = part[2];
    version->build = 0;
    return parts == 2u && digits > 0 && part[0] < 256u && part[1] < 256u;
}
