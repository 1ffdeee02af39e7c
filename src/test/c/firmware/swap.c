/* Power cuts at every flash operation of a trial that is confirmed and of one that is not, before and in the middle of the
 * operation, and a second cut while the first one is repaired.
 * Usage: swap MEMORY KEY OLD NEW STRIDE, a memory with OLD running and NEW waiting for its trial, the key, the two images;
 * every STRIDEth operation after the first cut has the second one.
 * Signatures are checked elsewhere: here every one holds, so that tens of thousands of starts take seconds. */
#include "boot.h"
#include "ed25519.h"
#include "host.h"
#include "p256.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_STARTS 12u

typedef struct {
    uint8_t *original;
    flash flash;
    memory memory;
    boot boot;
    const uint8_t *old;
    const uint8_t *young;
    uint32_t old_bytes;
    uint32_t young_bytes;
} bench;

/** One life: when power fails, and what the firmware makes of the model on trial. */
typedef struct {
    uint32_t first_cut;
    /** after the first one; 0 for none */
    uint32_t second_cut;
    int torn;
    int confirms;
} life;

static uint32_t olds;
static uint32_t youngs;

int p256_verify(const uint8_t key[64], const uint8_t digest[32], const uint8_t signature[64]) {
    (void)key;
    (void)digest;
    (void)signature;
    return 1;
}

int ed25519_verify(const uint8_t key[32], const uint8_t *message, uint32_t bytes, const uint8_t signature[64]) {
    (void)key;
    (void)message;
    (void)bytes;
    (void)signature;
    return 0;
}

static int holds(const bench *b, uint32_t second, const uint8_t *bytes, uint32_t count) {
    return memcmp(memory_at(&b->memory, boot_slot(&b->boot, second)), bytes, count) == 0;
}

/** One start and what follows it. @return 1 when nothing is left to happen */
static int live_through(bench *b, const life *l) {
    host_require(boot_start(&b->boot), "no whole image at the start", l->first_cut);
    int is_old = holds(b, 0, b->old, b->old_bytes);
    int is_young = holds(b, 0, b->young, b->young_bytes);
    host_require(is_old || is_young, "a mixture at the start", l->first_cut);
    if (boot_next(&b->boot) == BOOT_REVERT) {
        host_require(is_young && holds(b, 1, b->old, b->old_bytes), "a trial without its fallback", l->first_cut);
        if (l->confirms) {
            boot_confirm(&b->boot);
        }
    }
    return boot_next(&b->boot) == BOOT_NONE;
}

/** @return flash operations of the whole life */
static uint32_t run(bench *b, const life *l) {
    memcpy(b->flash.bytes, b->original, b->flash.size);
    b->flash.operations = 0;
    b->flash.cut_at = l->first_cut;
    b->flash.torn = l->torn;
    volatile uint32_t starts = 0;
    if (setjmp(host_power) != 0 && l->second_cut > 0 && b->flash.operations == l->first_cut) {
        b->flash.cut_at = l->first_cut + l->second_cut;
    }
    do {
        host_require(++starts < MOST_STARTS, "it never comes to rest", l->first_cut);
    } while (!live_through(b, l));
    int is_old = holds(b, 0, b->old, b->old_bytes);
    host_require(is_old || l->confirms, "an unconfirmed model stays", l->first_cut);
    olds += is_old ? 1u : 0u;
    youngs += is_old ? 0u : 1u;
    return b->flash.operations;
}

static uint32_t run_all(bench *b, int confirms, uint32_t stride) {
    life whole = {0, 0, 0, confirms};
    uint32_t operations = run(b, &whole);
    uint32_t lives = 1;
    for (uint32_t cut = 1; cut <= operations; cut++) {
        for (int torn = 0; torn < 2; torn++) {
            for (uint32_t second = 0; second < operations; second += stride) {
                life l = {cut, second, torn, confirms};
                run(b, &l);
                lives++;
            }
        }
    }
    host_require(operations > 100u, "the swap was never begun", operations);
    return lives;
}

int main(int count, char **words) {
    bench b;
    uint32_t lives;
    memset(&b, 0, sizeof b);
    host_require(count == 6, "four files and a number", 0);
    uint32_t stride = (uint32_t)strtoul(words[5], NULL, 10);
    host_require(stride > 0, "stride", stride);
    b.original = host_file(words[1], &b.flash.size);
    b.boot.keys[0].der = host_file(words[2], &b.boot.keys[0].bytes);
    b.old = host_file(words[3], &b.old_bytes);
    b.young = host_file(words[4], &b.young_bytes);
    b.flash.bytes = malloc(b.flash.size);
    b.flash.power_fails = host_power_fails;
    host_require(b.flash.bytes != NULL, "memory", b.flash.size);
    memcpy(b.flash.bytes, b.original, b.flash.size);
    host_require(memory_open(&b.memory, &b.flash), "label", 0);
    b.boot.memory = &b.memory;
    b.boot.hardware = "ethotag-virtual-1";
    b.boot.firmware.major = 1;
    b.boot.key_count = 1;
    lives = run_all(&b, 1, stride) + run_all(&b, 0, stride);
    printf("%u lives, %u end with the old model, %u with the new one\n", (unsigned)lives, (unsigned)olds,
           (unsigned)youngs);
    host_require(olds > 0 && youngs > 0, "one end never happened", lives);
    free(b.original);
    free(b.flash.bytes);
    free((void *)(uintptr_t)b.boot.keys[0].der);
    free((void *)(uintptr_t)b.old);
    free((void *)(uintptr_t)b.young);
    return 0;
}
