/* An MCUboot image in a slot: header, payload, type-length-value records (mcu-tools/mcuboot, docs/design.md). Opening it
 * checks bounds only; whether it may run is what image_is_trusted says. */
#ifndef IMAGE_H
#define IMAGE_H

#include "sha256.h"

#define IMAGE_HEADER_BYTES 32u
#define IMAGE_MAGIC 0x96F3B83Du

#define IMAGE_TLV_KEY_HASH 0x01u
#define IMAGE_TLV_SHA256 0x10u
#define IMAGE_TLV_ECDSA 0x22u
#define IMAGE_TLV_ED25519 0x24u
#define IMAGE_TLV_DEPENDENCY 0x40u
#define IMAGE_TLV_HARDWARE 0xA0u

typedef struct {
    uint32_t major;
    uint32_t minor;
    uint32_t revision;
    uint32_t build;
} image_version;

typedef struct {
    const uint8_t *bytes;
    image_version version;
    uint32_t header_bytes;
    uint32_t payload_bytes;
    /** header, payload and protected records: what digest and signature are over */
    uint32_t hashed_bytes;
    uint32_t protected_bytes;
    /** length of the area behind the hashed bytes */
    uint32_t plain_bytes;
} image;

/** One public key. */
typedef struct {
    /** SubjectPublicKeyInfo */
    const uint8_t *der;
    uint32_t bytes;
} image_key;

/** Whether a header stands there. */
int image_begins(const uint8_t *bytes, uint32_t count);

/** Finds the parts. @return 1 if all of them lie inside */
int image_open(image *found, const uint8_t *bytes, uint32_t capacity);

/** The value of a record: of the protected area for dependency and hardware, else of the other.
 *  @return NULL if there is none */
const uint8_t *image_record(const image *found, uint32_t type, uint32_t *bytes);

/** Whether the digest is right: the image is whole. */
int image_is_whole(const image *found);

/** Whether it is whole and signed with one of these keys. */
int image_is_trusted(const image *found, const image_key *keys, uint32_t count);

/** Whether it may run on this hardware; an image that names none may run anywhere. */
int image_fits(const image *found, const char *hardware);

/** Whether what it asks of another image holds. */
int image_accepts(const image *found, uint32_t other, const image_version *version);

/** @return below 0, 0 or above 0 */
int image_compare(const image_version *a, const image_version *b);

/** Reads "major.minor.revision". @return 1 if it is one */
int image_parse_version(image_version *version, const char *text);

#endif
