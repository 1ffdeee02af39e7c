/* The least that a Cortex-M needs before the C library's own start code. */
#include <stdint.h>

extern uint32_t stack_top;
void _start(void);

static void stuck(void) {
    for (;;) {
    }
}

typedef void (*handler)(void);

__attribute__((section(".vectors"), used)) static const struct {
    void *stack;
    handler handlers[15];
} vectors = {&stack_top, {_start, stuck, stuck, stuck, stuck, stuck}};
