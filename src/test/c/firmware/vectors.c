/* Published vectors for the parts of the reference tag that others have specified. Each check names its source. The same
 * program runs on the computer and on the emulated processors; it ends with the number of checks that failed. */
#include "base64.h"
#include "cbor.h"
#include "crc16.h"
#include "datetime.h"
#include "der.h"
#include "ed25519.h"
#include "ethotag.h"
#include "frame.h"
#include "image.h"
#include "p256.h"
#include "sha256.h"
#include "sha512.h"

#include <string.h>

#define MOST_BYTES 512u

static uint32_t failed;
static uint32_t checked;

int vectors(uint32_t *checks);

static void check(int holds) {
    checked++;
    failed += holds ? 0u : 1u;
}

static uint32_t from_hex(const char *text, uint8_t *bytes) {
    uint32_t count = 0;
    for (; text[0] != 0; text += 2) {
        uint32_t value = 0;
        for (uint32_t i = 0; i < 2u; i++) {
            char digit = text[i];
            value = value * 16u + (uint32_t)(digit <= '9' ? digit - '0' : digit <= 'F' ? digit - 'A' + 10 : digit - 'a' + 10);
        }
        bytes[count++] = (uint8_t)value;
    }
    return count;
}

static void check_sha256(const char *message, const char *expected) {
    uint8_t digest[SHA256_BYTES];
    uint8_t wanted[SHA256_BYTES];
    from_hex(expected, wanted);
    sha256_of((const uint8_t *)message, strlen(message), digest);
    check(memcmp(digest, wanted, sizeof wanted) == 0);
}

/** NIST, "Examples with Intermediate Values" for SHA-256, and its additional messages. */
static void check_digests(void) {
    uint8_t piece[1000];
    uint8_t digest[SHA256_BYTES];
    uint8_t wanted[SHA256_BYTES];
    sha256 hash;
    check_sha256("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    check_sha256("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    check_sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                 "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    memset(piece, 'a', sizeof piece);
    sha256_start(&hash);
    for (uint32_t i = 0; i < 1000u; i++) { // a million times "a"
        sha256_add(&hash, piece, sizeof piece);
    }
    sha256_end(&hash, digest);
    from_hex("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", wanted);
    check(memcmp(digest, wanted, sizeof wanted) == 0);
}

/** RFC 6979, A.2.5: key and signatures of P-256 with SHA-256; and what must not hold. */
static void check_signatures(void) {
    static const char key_text[] = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6"
                                   "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";
    static const char sample_text[] = "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
                                      "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8";
    static const char test_text[] = "F1ABB023518351CD71D881567B1EA663ED3EFCF6C5132B354F28D3B0B7D38367"
                                    "019F4113742A2B14BD25926B49C649155F267E60D3814B4C0CC84250E46F0083";
    static const char order_text[] = "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551";
    uint8_t key[64], sample[64], test[64], other[64], sample_digest[32], test_digest[32];
    from_hex(key_text, key);
    from_hex(sample_text, sample);
    from_hex(test_text, test);
    sha256_of((const uint8_t *)"sample", 6, sample_digest);
    sha256_of((const uint8_t *)"test", 4, test_digest);
    check(p256_verify(key, sample_digest, sample));
    check(p256_verify(key, test_digest, test));
    check(!p256_verify(key, test_digest, sample));
    check(!p256_verify(key, sample_digest, test));
    for (uint32_t i = 0; i < 64u; i += 21u) {
        memcpy(other, sample, 64);
        other[i] ^= 1u;
        check(!p256_verify(key, sample_digest, other));
        memcpy(other, key, 64);
        other[i] ^= 1u; // not on the curve
        check(!p256_verify(other, sample_digest, sample));
    }
    memset(other, 0, 64); // r = s = 0
    check(!p256_verify(key, sample_digest, other));
    memcpy(other, sample, 64);
    from_hex(order_text, other); // r = n
    check(!p256_verify(key, sample_digest, other));
    memcpy(other, sample, 64);
    from_hex(order_text, other + 32); // s = n
    check(!p256_verify(key, sample_digest, other));
}

/** RFC 8032, 7.1: tests 1 to 3; and what must not hold. FIPS 180-4's example "abc" for the digest behind it. */
static void check_ed25519(void) {
    static const char *const keys[3] = {"d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                                        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                                        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"};
    static const char *const signatures[3] = {
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
        "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"};
    static const uint8_t messages[3][2] = {{0}, {0x72}, {0xaf, 0x82}};
    static const char order_text[] = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
    uint8_t key[32], signature[64], other[64], digest[64], wanted[64];
    sha512 hash;
    for (uint32_t i = 0; i < 3u; i++) {
        from_hex(keys[i], key);
        from_hex(signatures[i], signature);
        check(ed25519_verify(key, messages[i], i, signature));
        check(!ed25519_verify(key, messages[2], i == 2u ? 1u : 2u, signature));
        for (uint32_t at = 0; at < 64u; at += 7u) {
            memcpy(other, signature, 64);
            other[at] ^= 1u;
            check(!ed25519_verify(key, messages[i], i, other));
        }
        memcpy(other, signature, 64);
        from_hex(order_text, other + 32); // S = L
        check(!ed25519_verify(key, messages[i], i, other));
        memset(key, 0xff, 32); // y above p
        check(!ed25519_verify(key, messages[i], i, signature));
        memset(key, 0, 32);
        key[0] = 2; // no x for this y
        check(!ed25519_verify(key, messages[i], i, signature));
    }
    sha512_start(&hash);
    sha512_add(&hash, (const uint8_t *)"abc", 3);
    sha512_end(&hash, digest);
    from_hex("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
             "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
             wanted);
    check(memcmp(digest, wanted, sizeof wanted) == 0);
}

/** Catalogue of parametrised CRC algorithms: CRC-16/XMODEM and CRC-32/ISO-HDLC of "123456789". */
static void check_checksums(void) {
    check(crc16((const uint8_t *)"123456789", 9) == 0x31C3u);
    check(ethotag_crc32((const uint8_t *)"123456789", 9) == 0xCBF43926u);
}

/** RFC 4648, section 10, and texts that are none. */
static void check_base64(void) {
    static const char *const texts[] = {"Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};
    static const char *const bad[] = {"", "Z", "Zg=", "Zg", "Z===", "====", "Zm9v!mFy", "Zg==Zg==", "Zm=v"};
    uint8_t text[16];
    uint8_t bytes[16];
    uint32_t count;
    for (uint32_t i = 0; i < 6u; i++) {
        uint32_t length = (uint32_t)strlen(texts[i]);
        check(base64_encode((const uint8_t *)"foobar", i + 1u, text) == length && memcmp(text, texts[i], length) == 0);
        check(base64_decode((const uint8_t *)texts[i], length, bytes, sizeof bytes, &count) && count == i + 1u
              && memcmp(bytes, "foobar", count) == 0);
        check(!base64_decode((const uint8_t *)texts[i], length, bytes, i, &count)); // no room
    }
    for (uint32_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        check(!base64_decode((const uint8_t *)bad[i], (uint32_t)strlen(bad[i]), bytes, sizeof bytes, &count));
    }
}

/** RFC 8949, appendix A: maps that a request may be, and items that it may not be. */
static void check_cbor(void) {
    static const char *const maps[] = {"a0", "a26161016162820203", "bf61610161629f0203ffff", "bf6346756ef563416d7421ff",
                                       "a56161614161626142616361436164614461656145", "a1616182f6f7", "a16161c074323031"
                                                                                            "332d30332d32315432303a3034"
                                                                                            "3a30305a"};
    static const char *const others[] = {"", "00", "f5", "80", "a201020304", "a2616101616102", "a1", "a16161", "bf6161ff",
                                         "bf616101", "a1616118", "a161615f42010243030405", "a16161ff", "a0a0",
                                         "a161611c00", "a161613f", "ba7fffffff6161", "a16161bb7fffffffffffffff",
                                         "a161618181818181818181818100"};
    uint8_t bytes[MOST_BYTES];
    uint32_t number;
    for (uint32_t i = 0; i < sizeof maps / sizeof maps[0]; i++) {
        check(cbor_is_map(bytes, from_hex(maps[i], bytes)));
    }
    for (uint32_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        check(!cbor_is_map(bytes, from_hex(others[i], bytes)));
    }
    uint32_t count = from_hex("bf6346756ef563416d7421ff", bytes);
    check(cbor_find(bytes, count, "Fun").kind == CBOR_FLAG && cbor_find(bytes, count, "Fun").number == 1u);
    check(cbor_find(bytes, count, "Amt").kind == CBOR_NEGATIVE && cbor_find(bytes, count, "Amt").number == 1u);
    check(cbor_find(bytes, count, "Am").kind == CBOR_ABSENT);
    count = from_hex("a161611a000f4240", bytes);
    check(cbor_find_count(bytes, count, "a", &number) && number == 1000000u);
    count = from_hex("a161611bffffffffffffffff", bytes);
    check(!cbor_find_count(bytes, count, "a", &number));
}

/** Numbers in their shortest form, RFC 8949, appendix A. */
static void check_cbor_numbers(void) {
    static const struct {
        int32_t number;
        const char *bytes;
    } cases[] = {{0, "00"},         {1, "01"},       {10, "0a"},          {23, "17"},
                 {24, "1818"},      {25, "1819"},    {100, "1864"},       {1000, "1903e8"},
                 {1000000, "1a000f4240"}, {-1, "20"}, {-10, "29"},         {-100, "3863"},
                 {-1000, "3903e7"}, {INT32_MAX, "1a7fffffff"}, {INT32_MIN, "3a7fffffff"}};
    for (uint32_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint8_t bytes[8];
        uint8_t wanted[8];
        cbor_writer writer = {bytes, sizeof bytes, 0, 0};
        cbor_signed(&writer, cases[i].number);
        check(writer.count == from_hex(cases[i].bytes, wanted) && memcmp(bytes, wanted, writer.count) == 0);
    }
}

typedef struct {
    uint8_t bytes[MOST_BYTES];
    uint32_t count;
} text_line;

static void keep(void *to, const uint8_t *bytes, uint32_t count) {
    text_line *line = to;
    if (count <= MOST_BYTES - line->count) {
        memcpy(line->bytes + line->count, bytes, count);
        line->count += count;
    }
}

static uint32_t packet_of(const char *line, uint8_t *packet) {
    frame_reader reader;
    uint32_t count = 0;
    memset(&reader, 0, sizeof reader);
    for (; *line != 0; line++) {
        const uint8_t *found;
        uint32_t length = frame_take(&reader, (uint8_t)*line, &found);
        if (length > 0) {
            memcpy(packet, found, length);
            count += length;
        }
    }
    return count;
}

/** Lines of a conversation with Zephyr 3.4 (tag link, section 3), and lines that are dropped. */
static void check_frames(void) {
    static const struct {
        const char *line;
        const char *packet;
    } cases[] = {{"\x06\x09" "ABMCAAAJAAAAAKFhZGVoZWxsbyVv\n", "0200000900000000a161646568656c6c6f"},
                 {"\x06\x09" "ABQDAAAKAAAAAL9hcmVoZWxsb/8GPg==\n", "0300000a00000000bf617265" "68656c6c6fff"},
                 {"\x06\x09" "ABMLAAAJAAEBAb9jb2ZmGQNI/xAq\n", "0b00000900010101bf636f6666190348ff"}};
    static const char *const dropped[] = {
        "\x06\x09" "ABMCAAAJAAAAAKFhZGVoZWxsbyVw\n",                   // checksum
        "\x06\x08" "ABMCAAAJAAAAAKFhZGVoZWxsbyVv\n",                   // marker
        "$ \x06\x09" "ABMCAAAJAAAAAKFhZGVoZWxsbyVv\n",                 // a half line before it
        "\x06\x09" "ABMCAAAJAAAAAKFhZGVoZWxsbyV\n",                    // base64
        "\x04\x14" "ABMCAAAJAAAAAKFhZGVoZWxsbyVv\n",                   // a rest of nothing
        "\x06\x09" "AXoCAAAJAAAAAKFhZGVoZWxsbyVv\n\x06\x09" "////\n", // announces more than the buffer has
        "\x06\x09\n", "\n\n\n"};
    uint8_t packet[MOST_BYTES];
    uint8_t wanted[MOST_BYTES];
    for (uint32_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        text_line sent = {{0}, 0};
        frame_line line = {keep, &sent};
        uint32_t count = from_hex(cases[i].packet, wanted);
        check(packet_of(cases[i].line, packet) == count && memcmp(packet, wanted, count) == 0);
        frame_send(&line, wanted, count);
        check(sent.count == strlen(cases[i].line) && memcmp(sent.bytes, cases[i].line, sent.count) == 0);
    }
    for (uint32_t i = 0; i < sizeof dropped / sizeof dropped[0]; i++) {
        check(packet_of(dropped[i], packet) == 0);
    }
}

/** The largest packet goes through in its lines; one byte more does not. */
static void check_long_frames(void) {
    uint8_t packet[FRAME_LARGEST_PACKET];
    uint8_t found[MOST_BYTES];
    char text[2u * MOST_BYTES];
    text_line sent = {{0}, 0};
    frame_line line = {keep, &sent};
    for (uint32_t i = 0; i < sizeof packet; i++) {
        packet[i] = (uint8_t)(7u * i);
    }
    frame_send(&line, packet, FRAME_LARGEST_PACKET - 40u);
    memcpy(text, sent.bytes, sent.count);
    text[sent.count] = 0;
    check(packet_of(text, found) == FRAME_LARGEST_PACKET - 40u
          && memcmp(found, packet, FRAME_LARGEST_PACKET - 40u) == 0);
}

/** RFC 3339, section 5.8, and moments whose number is known. */
static void check_times(void) {
    static const struct {
        const char *text;
        uint64_t ms;
    } cases[] = {{"1970-01-01T00:00:00.000000+00:00", 0u},
                 {"1985-04-12T23:20:50.520000+00:00", 482196050520u},
                 {"1996-12-20T00:39:57.000000+00:00", 851042397000u},
                 {"2000-02-29T23:59:59.999000+00:00", 951868799999u},
                 {"2038-01-19T03:14:08.000000+00:00", 2147483648000u}};
    static const char *const bad[] = {"", "1985-04-12", "1985-13-12T23:20:50Z", "1985-02-29T00:00:00Z",
                                      "1985-04-12T24:00:00Z", "1985-04-12T23:20:50+", "1985-04-12T23:20:50Zx",
                                      "1969-12-31T23:59:59Z", "2100-01-01T00:00:00Z", "1970-01-01T00:00:00+01:00"};
    uint64_t ms;
    char text[DATETIME_BYTES];
    for (uint32_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        check(datetime_read((const uint8_t *)cases[i].text, (uint32_t)strlen(cases[i].text), &ms) && ms == cases[i].ms);
        datetime_write(cases[i].ms, text);
        check(strcmp(text, cases[i].text) == 0);
    }
    check(datetime_read((const uint8_t *)"1996-12-19T16:39:57-08:00", 25, &ms) && ms == 851042397000u);
    check(datetime_read((const uint8_t *)"1985-04-12T23:20:50.52Z", 23, &ms) && ms == 482196050520u);
    for (uint32_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        check(!datetime_read((const uint8_t *)bad[i], (uint32_t)strlen(bad[i]), &ms));
    }
}

/** X.690, 8.3 and 10.1: integers in their shortest form and nothing behind them. */
static void check_der(void) {
    static const char *const good[] = {"3006020101020101", "3008020200ff020200ff"};
    static const char *const bad[] = {"", "3006020101020101ff", "3007020101020101", "300702020001020101",
                                      "3006020181020101", "30060201010201", "300402000200", "3106020101020101"};
    uint8_t bytes[MOST_BYTES];
    uint8_t signature[64];
    for (uint32_t i = 0; i < 2u; i++) {
        check(der_signature(bytes, from_hex(good[i], bytes), signature));
    }
    check(signature[31] == 0xFFu && signature[30] == 0);
    for (uint32_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        check(!der_signature(bytes, from_hex(bad[i], bytes), signature));
    }
}

static void check_versions(void) {
    static const char *const bad[] = {"", "1", "1.2", "1.2.3.4", "1..3", "1.2.", "256.0.0", "1.2.x", "1.2.99999"};
    image_version version;
    image_version later = {1, 3, 0, 0};
    check(image_parse_version(&version, "1.2.3") && version.major == 1u && version.minor == 2u && version.revision == 3u);
    check(image_compare(&version, &later) < 0 && image_compare(&later, &version) > 0
          && image_compare(&version, &version) == 0);
    for (uint32_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        check(!image_parse_version(&version, bad[i]));
    }
}

int vectors(uint32_t *checks) {
    check_digests();
    check_signatures();
    check_ed25519();
    check_checksums();
    check_base64();
    check_cbor();
    check_cbor_numbers();
    check_frames();
    check_long_frames();
    check_times();
    check_der();
    check_versions();
    *checks = checked;
    return (int)failed;
}
