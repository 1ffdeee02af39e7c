#include "p256.h"

#include <string.h>

#define LIMBS 8u

/** A number below 2^256, least significant limb first. In the arithmetic below in Montgomery's form, times 2^256. */
typedef struct {
    uint32_t limb[LIMBS];
} number;

/** A prime and what Montgomery's multiplication needs of it. */
typedef struct {
    number prime;
    /** 2^512 modulo the prime: brings a number into the form */
    number square;
    /** -1 / prime modulo 2^32 */
    uint32_t inverse;
} field;

/** x = X / Z^2, y = Y / Z^3; Z = 0 is the point at infinity. */
typedef struct {
    number x;
    number y;
    number z;
} point;

/** SP 800-186, 3.2.1.3; square and inverse follow from the primes. */
static const field curve_field = {
    {{0xffffffffu, 0xffffffffu, 0xffffffffu, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000001u, 0xffffffffu}},
    {{0x00000003u, 0x00000000u, 0xffffffffu, 0xfffffffbu, 0xfffffffeu, 0xffffffffu, 0xfffffffdu, 0x00000004u}},
    0x00000001u};
static const field order_field = {
    {{0xfc632551u, 0xf3b9cac2u, 0xa7179e84u, 0xbce6faadu, 0xffffffffu, 0xffffffffu, 0x00000000u, 0xffffffffu}},
    {{0xbe79eea2u, 0x83244c95u, 0x49bd6fa6u, 0x4699799cu, 0x2b6bec59u, 0x2845b239u, 0xf3d95620u, 0x66e12d94u}},
    0xee00bc4fu};
static const number curve_b = {
    {0x27d2604bu, 0x3bce3c3eu, 0xcc53b0f6u, 0x651d06b0u, 0x769886bcu, 0xb3ebbd55u, 0xaa3a93e7u, 0x5ac635d8u}};
static const number base_x = {
    {0xd898c296u, 0xf4a13945u, 0x2deb33a0u, 0x77037d81u, 0x63a440f2u, 0xf8bce6e5u, 0xe12c4247u, 0x6b17d1f2u}};
static const number base_y = {
    {0x37bf51f5u, 0xcbb64068u, 0x6b315eceu, 0x2bce3357u, 0x7c0f9e16u, 0x8ee7eb4au, 0xfe1a7f9bu, 0x4fe342e2u}};
static const number one = {{1, 0, 0, 0, 0, 0, 0, 0}};

static number read_number(const uint8_t *bytes) {
    number result;
    for (uint32_t i = 0; i < LIMBS; i++) {
        const uint8_t *at = bytes + 4u * (LIMBS - 1u - i);
        result.limb[i] = (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
    }
    return result;
}

static int is_zero(const number *a) {
    uint32_t any = 0;
    for (uint32_t i = 0; i < LIMBS; i++) {
        any |= a->limb[i];
    }
    return any == 0;
}

static int is_equal(const number *a, const number *b) {
    return memcmp(a->limb, b->limb, sizeof a->limb) == 0;
}

static int is_below(const number *a, const number *b) {
    for (uint32_t i = LIMBS; i-- > 0;) {
        if (a->limb[i] != b->limb[i]) {
            return a->limb[i] < b->limb[i];
        }
    }
    return 0;
}

/** a - b modulo 2^256. @return the borrow */
static uint32_t subtract_limbs(number *result, const number *a, const number *b) {
    uint32_t borrow = 0;
    for (uint32_t i = 0; i < LIMBS; i++) {
        uint64_t difference = (uint64_t)a->limb[i] - b->limb[i] - borrow;
        result->limb[i] = (uint32_t)difference;
        borrow = (uint32_t)(difference >> 63);
    }
    return borrow;
}

/** a + b modulo 2^256. @return the carry */
static uint32_t add_limbs(number *result, const number *a, const number *b) {
    uint32_t carry = 0;
    for (uint32_t i = 0; i < LIMBS; i++) {
        uint64_t sum = (uint64_t)a->limb[i] + b->limb[i] + carry;
        result->limb[i] = (uint32_t)sum;
        carry = (uint32_t)(sum >> 32);
    }
    return carry;
}

static number sum(const field *f, number a, number b) {
    number result;
    uint32_t carry = add_limbs(&result, &a, &b);
    if (carry != 0 || !is_below(&result, &f->prime)) {
        subtract_limbs(&result, &result, &f->prime);
    }
    return result;
}

static number difference(const field *f, number a, number b) {
    number result;
    if (subtract_limbs(&result, &a, &b) != 0) {
        add_limbs(&result, &result, &f->prime);
    }
    return result;
}

/** t += factor * a, over LIMBS + 1 limbs. @return the carry out of the last one */
static uint32_t add_multiple(uint32_t *t, uint32_t factor, const number *a) {
    uint64_t carry = 0;
    for (uint32_t j = 0; j < LIMBS; j++) {
        carry += (uint64_t)factor * a->limb[j] + t[j];
        t[j] = (uint32_t)carry;
        carry >>= 32;
    }
    carry += t[LIMBS];
    t[LIMBS] = (uint32_t)carry;
    return (uint32_t)(carry >> 32);
}

/** a b / 2^256 (Montgomery 1985), limb by limb. */
static number product(const field *f, number a, number b) {
    uint32_t t[LIMBS + 2u] = {0};
    number result;
    for (uint32_t i = 0; i < LIMBS; i++) {
        t[LIMBS + 1u] = add_multiple(t, b.limb[i], &a);
        t[LIMBS + 1u] += add_multiple(t, t[0] * f->inverse, &f->prime);
        memmove(t, t + 1, (LIMBS + 1u) * sizeof t[0]); // the lowest limb is 0 now
    }
    memcpy(result.limb, t, sizeof result.limb);
    if (t[LIMBS] != 0 || !is_below(&result, &f->prime)) {
        subtract_limbs(&result, &result, &f->prime);
    }
    return result;
}

static number into_form(const field *f, number a) {
    return product(f, a, f->square);
}

static number out_of_form(const field *f, number a) {
    return product(f, a, one);
}

/** 1 / a = a^(prime - 2) (Fermat). */
static number reciprocal(const field *f, number a) {
    number exponent;
    number two = {{2, 0, 0, 0, 0, 0, 0, 0}};
    number result = into_form(f, one);
    subtract_limbs(&exponent, &f->prime, &two);
    for (uint32_t bit = 256; bit-- > 0;) {
        result = product(f, result, result);
        if ((exponent.limb[bit / 32u] >> bit % 32u & 1u) != 0) {
            result = product(f, result, a);
        }
    }
    return result;
}

static number times(const field *f, uint32_t small, number a) {
    number result = a;
    for (uint32_t i = 1; i < small; i++) {
        result = sum(f, result, a);
    }
    return result;
}

/** 2 P, for a curve with a = -3. */
static point doubled(const point *p) {
    const field *f = &curve_field;
    point result;
    number delta = product(f, p->z, p->z);
    number gamma = product(f, p->y, p->y);
    number beta = product(f, p->x, gamma);
    number alpha = times(f, 3, product(f, difference(f, p->x, delta), sum(f, p->x, delta)));
    number yz = sum(f, p->y, p->z);
    result.x = difference(f, product(f, alpha, alpha), times(f, 8, beta));
    result.z = difference(f, difference(f, product(f, yz, yz), gamma), delta);
    result.y = difference(
        f, product(f, alpha, difference(f, times(f, 4, beta), result.x)), times(f, 8, product(f, gamma, gamma)));
    return result;
}

/** P + Q, for any two points. */
static point added(const point *p, const point *q) {
    const field *f = &curve_field;
    if (is_zero(&p->z)) {
        return *q;
    }
    if (is_zero(&q->z)) {
        return *p;
    }
    number pzz = product(f, p->z, p->z);
    number qzz = product(f, q->z, q->z);
    number u1 = product(f, p->x, qzz);
    number u2 = product(f, q->x, pzz);
    number s1 = product(f, product(f, p->y, q->z), qzz);
    number s2 = product(f, product(f, q->y, p->z), pzz);
    if (is_equal(&u1, &u2) && is_equal(&s1, &s2)) {
        return doubled(p);
    }
    number h = difference(f, u2, u1); // 0 for P = -Q, and then so is Z
    number r = difference(f, s2, s1);
    number hh = product(f, h, h);
    number hhh = product(f, hh, h);
    number v = product(f, u1, hh);
    point result;
    result.x = difference(f, difference(f, product(f, r, r), hhh), times(f, 2, v));
    result.y = difference(f, product(f, r, difference(f, v, result.x)), product(f, s1, hhh));
    result.z = product(f, product(f, p->z, q->z), h);
    return result;
}

static uint32_t bit_of(const number *a, uint32_t bit) {
    return a->limb[bit / 32u] >> bit % 32u & 1u;
}

/** a G + b Q with both sums in one pass (Shamir's trick). */
static point combination(const number *a, const number *b, const point *q) {
    point base = {into_form(&curve_field, base_x), into_form(&curve_field, base_y), into_form(&curve_field, one)};
    point both = added(&base, q);
    point result;
    memset(&result, 0, sizeof result);
    for (uint32_t bit = 256; bit-- > 0;) {
        uint32_t chosen = bit_of(a, bit) + 2u * bit_of(b, bit);
        result = doubled(&result);
        if (chosen != 0) {
            result = added(&result, chosen == 1u ? &base : chosen == 2u ? q : &both);
        }
    }
    return result;
}

/** Reads a point and checks y^2 = x^3 - 3x + b. @return 1 if it is on the curve */
static int read_point(point *result, const uint8_t key[64]) {
    const field *f = &curve_field;
    number x = read_number(key);
    number y = read_number(key + P256_NUMBER_BYTES);
    if (!is_below(&x, &f->prime) || !is_below(&y, &f->prime)) {
        return 0;
    }
    result->x = into_form(f, x);
    result->y = into_form(f, y);
    result->z = into_form(f, one);
    number cube = product(f, product(f, result->x, result->x), result->x);
    number right = sum(f, difference(f, cube, times(f, 3, result->x)), into_form(f, curve_b));
    number left = product(f, result->y, result->y);
    return is_equal(&left, &right);
}

static int is_scalar(const number *a) {
    return !is_zero(a) && is_below(a, &order_field.prime);
}

int p256_verify(const uint8_t key[64], const uint8_t digest[32], const uint8_t signature[64]) {
    const field *n = &order_field;
    point q;
    number r = read_number(signature);
    number s = read_number(signature + P256_NUMBER_BYTES);
    number e = read_number(digest);
    if (!is_scalar(&r) || !is_scalar(&s) || !read_point(&q, key)) {
        return 0;
    }
    if (!is_below(&e, &n->prime)) {
        subtract_limbs(&e, &e, &n->prime);
    }
    number w = reciprocal(n, into_form(n, s));
    number u1 = product(n, e, w); // e plain times w in the form: a plain number
    number u2 = product(n, r, w);
    point sum_point = combination(&u1, &u2, &q);
    if (is_zero(&sum_point.z)) {
        return 0;
    }
    number z = reciprocal(&curve_field, sum_point.z);
    number x = out_of_form(&curve_field, product(&curve_field, sum_point.x, product(&curve_field, z, z)));
    if (!is_below(&x, &n->prime)) {
        subtract_limbs(&x, &x, &n->prime);
    }
    return is_equal(&x, &r);
}
