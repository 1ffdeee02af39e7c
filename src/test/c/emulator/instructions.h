/* Counts the instructions of a call on an emulated core.
 *
 * With "-icount shift=6" every instruction takes 64 ns of the machine's time, and the CMSDK timer of the MPS2 boards counts
 * down every 40 ns (25 MHz). Starting the timer starts its phase, so a count of ticks belongs to one count of
 * instructions only. */
#ifndef ETHOTAG_INSTRUCTIONS_H
#define ETHOTAG_INSTRUCTIONS_H

#include <stdint.h>

typedef void ethotag_measured(void *argument);

/** Ticks of 40 ns from before the call to after it, call and return included. At most 2^32 - 1. */
__attribute__((noinline)) static uint32_t ethotag_ticks(ethotag_measured *call, void *argument) {
    /* Arm DDI 0479C, 3.5 APB timer: CTRL, VALUE, RELOAD */
    volatile uint32_t *timer = (volatile uint32_t *)0x40000000u;
    timer[0] = 0;
    timer[2] = UINT32_MAX;
    timer[1] = UINT32_MAX;
    timer[0] = 1;
    call(argument);
    return UINT32_MAX - timer[1];
}

#define ETHOTAG_NOPS_0
#define ETHOTAG_NOPS_1 "nop\n\t"
#define ETHOTAG_NOPS_2 ETHOTAG_NOPS_1 ETHOTAG_NOPS_1
#define ETHOTAG_NOPS_4 ETHOTAG_NOPS_2 ETHOTAG_NOPS_2

/** Calls of a known length, to calibrate the counter: 0 to 7 instructions that do nothing, then the return. */
#define ETHOTAG_KNOWN(n, four, two, one) \
    __attribute__((noinline)) static void ethotag_known_##n(void *argument) { \
        (void)argument; \
        __asm__ volatile(ETHOTAG_NOPS_##four ETHOTAG_NOPS_##two ETHOTAG_NOPS_##one ""); \
    }

ETHOTAG_KNOWN(0, 0, 0, 0)
ETHOTAG_KNOWN(1, 0, 0, 1)
ETHOTAG_KNOWN(2, 0, 2, 0)
ETHOTAG_KNOWN(3, 0, 2, 1)
ETHOTAG_KNOWN(4, 4, 0, 0)
ETHOTAG_KNOWN(5, 4, 0, 1)
ETHOTAG_KNOWN(6, 4, 2, 0)
ETHOTAG_KNOWN(7, 4, 2, 1)

#define ETHOTAG_KNOWN_CALLS 8u

static ethotag_measured *const ethotag_known[ETHOTAG_KNOWN_CALLS] = {
    ethotag_known_0, ethotag_known_1, ethotag_known_2, ethotag_known_3,
    ethotag_known_4, ethotag_known_5, ethotag_known_6, ethotag_known_7};

#endif
