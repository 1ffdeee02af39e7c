/* The least that a Cortex-M needs before the C library's own start code. */
#include <stdint.h>

extern uint32_t stack_top;
void _start(void);

static void stuck(void) {
    for (;;) {
    }
}

static void reset(void) {
#if defined(__ARM_FP)
    /* Armv7-M manual, B3.2.20 CPACR: full access to the floating-point unit */
    *(volatile uint32_t *)0xE000ED88u |= 0xFu << 20;
    __asm__ volatile("dsb\n\tisb");
#endif
    _start();
}

typedef void (*handler)(void);

__attribute__((section(".vectors"), used)) static const struct {
    void *stack;
    handler handlers[15];
} vectors = {&stack_top, {reset, stuck, stuck, stuck, stuck, stuck}};
