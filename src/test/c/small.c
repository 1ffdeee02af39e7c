/* A whole program without a C library for a small tag: opens a compiled-in model, tests it, classifies a window, and
 * says "status S stack N": the last status and the most bytes of stack that were ever used. */
#include "ethotag.h"
#include "model.h"

#define PAINT 0xA5A5A5A5u

extern uint32_t memory_left;
extern uint32_t stack_top;

static uint32_t scratch[ETHOTAG_MODEL_SCRATCH_BYTES / 4u];
static ethotag_model model;
static ethotag_session session;
static int32_t logits[ETHOTAG_MODEL_CLASSES];

/** Arm IHI 0100, semihosting. */
static void semihost(uint32_t operation, const void *argument) {
    register uint32_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = argument;
    __asm__ volatile("bkpt 0xAB" : "+r"(r0) : "r"(r1) : "memory");
}

static void say(const char *text) {
    semihost(0x04, text);
}

static void say_number(uint32_t value) {
    char digits[11];
    uint32_t at = sizeof digits - 1u;
    digits[at] = 0;
    do {
        digits[--at] = (char)('0' + value % 10u);
        value /= 10u;
    } while (value > 0);
    say(digits + at);
}

__attribute__((noinline)) static ethotag_status classify(void) {
    ethotag_status status = ethotag_open(&model, ethotag_model_blob, ETHOTAG_MODEL_BYTES);
    if (status == ETHOTAG_OK) {
        status = ethotag_self_test(&model, scratch, sizeof scratch);
    }
    if (status == ETHOTAG_OK) {
        status = ethotag_start(&session, &model, scratch, sizeof scratch);
    }
    if (status == ETHOTAG_OK) {
        for (uint32_t i = 0; i < ETHOTAG_MODEL_WINDOW_SAMPLES; i++) {
            int16_t raw[ETHOTAG_AXES] = {(int16_t)(i * 151u), (int16_t)(i * 211u), (int16_t)(i * 307u)};
            ethotag_step(&session, raw);
        }
        ethotag_logits(&session, logits);
    }
    return status;
}

void reset(void) {
    volatile uint32_t *word = &memory_left;
    volatile uint32_t *here;
    __asm__ volatile("mov %0, sp" : "=r"(here));
    for (; word < here; word++) {
        *word = PAINT;
    }
    ethotag_status status = classify();
    for (word = &memory_left; *word == PAINT; word++) {
    }
    say("status ");
    say_number((uint32_t)status);
    say(" stack ");
    say_number((uint32_t)((const volatile uint8_t *)&stack_top - (const volatile uint8_t *)word));
    say("\n");
    static const uint32_t done[2] = {0x20026u, 0};
    semihost(0x20, done);
    for (;;) {
    }
}

static void stuck(void) {
    static const uint32_t failed[2] = {0x20026u, 1};
    semihost(0x20, failed);
    for (;;) {
    }
}

typedef void (*handler)(void);

__attribute__((section(".vectors"), used)) static const struct {
    void *stack;
    handler handlers[15];
} vectors = {&stack_top, {reset, stuck, stuck, stuck, stuck, stuck}};
