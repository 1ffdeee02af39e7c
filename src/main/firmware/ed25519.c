#include "ed25519.h"

#include "sha512.h"

#include <string.h>

#define LIMBS 8u

/** A number modulo p = 2^255 - 19, least significant limb first. Any of the numbers below 2^256 may stand for its residue;
 * 2^256 is 38 modulo p. */
typedef struct {
    uint32_t limb[LIMBS];
} number;

/** x = X / Z, y = Y / Z, x y = T / Z (5.1.4). */
typedef struct {
    number x;
    number y;
    number z;
    number t;
} point;

static const number one = {{1}};
/** d = -121665 / 121666, and twice of it; a root of -1 (5.1.3) */
static const number curve_d = {
    {0x135978a3u, 0x75eb4dcau, 0x4141d8abu, 0x00700a4du, 0x7779e898u, 0x8cc74079u, 0x2b6ffe73u, 0x52036ceeu}};
static const number curve_2d = {
    {0x26b2f159u, 0xebd69b94u, 0x8283b156u, 0x00e0149au, 0xeef3d130u, 0x198e80f2u, 0x56dffce7u, 0x2406d9dcu}};
static const number root_of_minus_one = {
    {0x4a0ea0b0u, 0xc4ee1b27u, 0xad2fe478u, 0x2f431806u, 0x3dfbd7a7u, 0x2b4d0099u, 0x4fc1df0bu, 0x2b832480u}};
/** B (5.1) */
static const point base = {
    {{0x8f25d51au, 0xc9562d60u, 0x9525a7b2u, 0x692cc760u, 0xfdd6dc5cu, 0xc0a4e231u, 0xcd6e53feu, 0x216936d3u}},
    {{0x66666658u, 0x66666666u, 0x66666666u, 0x66666666u, 0x66666666u, 0x66666666u, 0x66666666u, 0x66666666u}},
    {{1}},
    {{0xa5b7dda3u, 0x6dde8ab3u, 0x775152f5u, 0x20f09f80u, 0x64abe37du, 0x66ea4e8eu, 0xd78b7665u, 0x67875f0fu}}};
/** L, the order of B */
static const number order = {
    {0x5cf5d3edu, 0x5812631au, 0xa2f79cd6u, 0x14def9deu, 0x00000000u, 0x00000000u, 0x00000000u, 0x10000000u}};
/** (p - 5) / 8 and p - 2, for roots and inverses */
static const number root_exponent = {
    {0xfffffffdu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x0fffffffu}};
static const number inverse_exponent = {
    {0xffffffebu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x7fffffffu}};

/** Adds a small number. @return the carry */
static uint32_t add_small(number *sum, uint32_t small) {
    uint64_t carry = small;
    for (uint32_t i = 0; i < LIMBS; i++) {
        carry += sum->limb[i];
        sum->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    return (uint32_t)carry;
}

/** Takes back so many times 2^256 that were carried out. */
static void fold(number *sum, uint32_t carry) {
    while (carry > 0) {
        carry = add_small(sum, 38u * carry);
    }
}

static void add(number *sum, const number *a, const number *b) {
    uint64_t carry = 0;
    for (uint32_t i = 0; i < LIMBS; i++) {
        carry += (uint64_t)a->limb[i] + b->limb[i];
        sum->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    fold(sum, (uint32_t)carry);
}

/** a - b as whole numbers. @return what had to be borrowed, 0 or 1 times 2^256 */
static uint32_t take(number *difference, const number *a, const number *b) {
    uint64_t borrow = 0;
    for (uint32_t i = 0; i < LIMBS; i++) {
        uint64_t rest = (uint64_t)a->limb[i] - b->limb[i] - borrow;
        difference->limb[i] = (uint32_t)rest;
        borrow = rest >> 63;
    }
    return (uint32_t)borrow;
}

static void subtract(number *difference, const number *a, const number *b) {
    static const number thirty_eight = {{38}};
    uint32_t borrow = take(difference, a, b);
    while (borrow > 0) {
        borrow = take(difference, difference, &thirty_eight);
    }
}

static void multiply(number *product, const number *a, const number *b) {
    uint32_t wide[2u * LIMBS] = {0};
    for (uint32_t i = 0; i < LIMBS; i++) {
        uint64_t carry = 0;
        for (uint32_t j = 0; j < LIMBS; j++) {
            carry += (uint64_t)a->limb[i] * b->limb[j] + wide[i + j];
            wide[i + j] = (uint32_t)carry;
            carry >>= 32;
        }
        wide[i + LIMBS] = (uint32_t)carry;
    }
    uint64_t carry = 0;
    for (uint32_t i = 0; i < LIMBS; i++) {
        carry += (uint64_t)wide[LIMBS + i] * 38u + wide[i];
        product->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
    fold(product, (uint32_t)carry);
}

static void square(number *product, const number *a) {
    multiply(product, a, a);
}

static uint32_t bit(const number *a, uint32_t index) {
    return a->limb[index / 32u] >> (index % 32u) & 1u;
}

static void power(number *result, const number *a, const number *exponent) {
    number product = one;
    for (uint32_t i = 256; i-- > 0;) {
        square(&product, &product);
        if (bit(exponent, i)) {
            multiply(&product, &product, a);
        }
    }
    *result = product;
}

/** Makes the number the one of its residue that is below p. */
static void reduce(number *a) {
    for (uint32_t i = 0; i < 2u; i++) {
        uint32_t high = a->limb[LIMBS - 1u] >> 31;
        a->limb[LIMBS - 1u] &= 0x7fffffffu;
        add_small(a, 19u * high); // 2^255 is 19
    }
    number more = *a;
    add_small(&more, 19u);
    if (bit(&more, 255)) {
        more.limb[LIMBS - 1u] &= 0x7fffffffu;
        *a = more;
    }
}

static int is_zero(const number *a) {
    static const number zero;
    number reduced = *a;
    reduce(&reduced);
    return memcmp(&reduced, &zero, sizeof zero) == 0;
}

static int is_equal(const number *a, const number *b) {
    number difference;
    subtract(&difference, a, b);
    return is_zero(&difference);
}

static number read(const uint8_t bytes[32]) {
    number value;
    for (uint32_t i = 0; i < LIMBS; i++) {
        value.limb[i] = (uint32_t)bytes[4u * i] | (uint32_t)bytes[4u * i + 1u] << 8 | (uint32_t)bytes[4u * i + 2u] << 16
                        | (uint32_t)bytes[4u * i + 3u] << 24;
    }
    return value;
}

/** 5.1.3: x from y. @return 1 if there is such a point */
static int decode(point *p, const uint8_t bytes[32]) {
    number y2, u, v, v3, x, check;
    uint32_t odd = bytes[31] >> 7;
    p->y = read(bytes);
    p->y.limb[LIMBS - 1u] &= 0x7fffffffu;
    number canonical = p->y;
    reduce(&canonical);
    if (memcmp(&canonical, &p->y, sizeof canonical) != 0) {
        return 0;
    }
    square(&y2, &p->y);
    subtract(&u, &y2, &one);
    multiply(&v, &curve_d, &y2);
    add(&v, &v, &one);
    square(&v3, &v);
    multiply(&v3, &v3, &v);
    square(&x, &v3);
    multiply(&x, &x, &v);
    multiply(&x, &x, &u); // u v^7
    power(&x, &x, &root_exponent);
    multiply(&x, &x, &v3);
    multiply(&x, &x, &u);
    square(&check, &x);
    multiply(&check, &check, &v);
    if (!is_equal(&check, &u)) {
        add(&check, &check, &u);
        if (!is_zero(&check)) {
            return 0;
        }
        multiply(&x, &x, &root_of_minus_one);
    }
    reduce(&x);
    if (is_zero(&x) && odd) {
        return 0;
    }
    if (bit(&x, 0) != odd) {
        static const number zero;
        subtract(&x, &zero, &x);
    }
    p->x = x;
    p->z = one;
    multiply(&p->t, &p->x, &p->y);
    return 1;
}

static void encode(uint8_t bytes[32], const point *p) {
    number inverse, x, y;
    power(&inverse, &p->z, &inverse_exponent);
    multiply(&x, &p->x, &inverse);
    multiply(&y, &p->y, &inverse);
    reduce(&x);
    reduce(&y);
    y.limb[LIMBS - 1u] |= bit(&x, 0) << 31;
    for (uint32_t i = 0; i < 32u; i++) {
        bytes[i] = (uint8_t)(y.limb[i / 4u] >> (8u * (i % 4u)));
    }
}

/** Of the four products of E, F, G, H that both formulas of 5.1.4 end with. */
static void finish(point *p, const number *e, const number *f, const number *g, const number *h) {
    multiply(&p->x, e, f);
    multiply(&p->y, g, h);
    multiply(&p->t, e, h);
    multiply(&p->z, f, g);
}

/** The formulas are complete: they hold for equal and for opposite points too. */
static void add_points(point *sum, const point *p, const point *q) {
    number a, b, c, d, e, other;
    subtract(&a, &p->y, &p->x);
    subtract(&other, &q->y, &q->x);
    multiply(&a, &a, &other);
    add(&b, &p->y, &p->x);
    add(&other, &q->y, &q->x);
    multiply(&b, &b, &other);
    multiply(&c, &p->t, &q->t);
    multiply(&c, &c, &curve_2d);
    multiply(&d, &p->z, &q->z);
    add(&d, &d, &d);
    subtract(&e, &b, &a);
    add(&b, &b, &a);
    subtract(&a, &d, &c);
    add(&d, &d, &c);
    finish(sum, &e, &a, &d, &b);
}

static void double_point(point *p) {
    number a, b, c, e, f, g, h;
    square(&a, &p->x);
    square(&b, &p->y);
    square(&c, &p->z);
    add(&c, &c, &c);
    add(&h, &a, &b);
    add(&e, &p->x, &p->y);
    square(&e, &e);
    subtract(&e, &h, &e);
    subtract(&g, &a, &b);
    add(&f, &c, &g);
    finish(p, &e, &f, &g, &h);
}

/** s B + k A, both at once (Straus). */
static void combine(point *result, const number *s, const number *k, const point *a) {
    static const point neutral = {{{0}}, {{1}}, {{1}}, {{0}}};
    point both;
    add_points(&both, &base, a);
    *result = neutral;
    for (uint32_t i = 256; i-- > 0;) {
        double_point(result);
        uint32_t bits = bit(s, i) | bit(k, i) << 1;
        if (bits != 0) {
            add_points(result, result, bits == 1u ? &base : bits == 2u ? a : &both);
        }
    }
}

/** 64 bytes, least significant first, modulo the order, bit by bit. */
static number modulo_order(const uint8_t bytes[64]) {
    number rest = {{0}};
    for (uint32_t i = 512; i-- > 0;) {
        number smaller;
        uint32_t carry = (uint32_t)bytes[i / 8u] >> (i % 8u) & 1u;
        for (uint32_t j = 0; j < LIMBS; j++) {
            uint32_t high = rest.limb[j] >> 31;
            rest.limb[j] = rest.limb[j] << 1 | carry;
            carry = high;
        }
        if (take(&smaller, &rest, &order) == 0) {
            rest = smaller; // the rest stays below twice the order, which is below 2^254
        }
    }
    return rest;
}

int ed25519_verify(const uint8_t key[ED25519_KEY_BYTES], const uint8_t *message, uint32_t bytes,
                   const uint8_t signature[ED25519_SIGNATURE_BYTES]) {
    static const number zero;
    uint8_t digest[SHA512_BYTES];
    uint8_t expected[32];
    number s = read(signature + 32);
    number k, smaller;
    point a, r;
    sha512 hash;
    if (take(&smaller, &s, &order) == 0 || !decode(&a, key)) {
        return 0;
    }
    sha512_start(&hash);
    sha512_add(&hash, signature, 32);
    sha512_add(&hash, key, ED25519_KEY_BYTES);
    sha512_add(&hash, message, bytes);
    sha512_end(&hash, digest);
    k = modulo_order(digest);
    subtract(&a.x, &zero, &a.x); // R = s B - k A
    subtract(&a.t, &zero, &a.t);
    combine(&r, &s, &k, &a);
    encode(expected, &r);
    return memcmp(expected, signature, sizeof expected) == 0;
}
