/* From reset to main: the vector table, and the memory of the program. */
#include "board.h"

#include <stdint.h>

extern uint32_t stack_top;
extern uint32_t data_from;
extern uint32_t data_begin;
extern uint32_t data_end;
extern uint32_t bss_begin;
extern uint32_t bss_end;

int main(void);
void board_tick(void);
void board_uart(void);
void reset(void);

/** The processor refused an instruction or an address: a restart is all that is left. */
static void fault(void) {
    board_stop(BOARD_FAULT);
}

void reset(void) {
    const uint32_t *from = &data_from;
    for (uint32_t *to = &data_begin; to < &data_end; to++) {
        *to = *from++;
    }
    for (uint32_t *to = &bss_begin; to < &bss_end; to++) {
        *to = 0;
    }
    board_stop(main());
}

typedef void (*handler)(void);

/** Stack, 15 exceptions, and the first interrupt (Arm DDI 0403, B1.5.3). */
__attribute__((section(".vectors"), used)) static const struct {
    uint32_t *stack;
    handler exceptions[15];
    handler interrupts[1];
} vectors = {&stack_top,
             {reset, fault, fault, fault, fault, fault, 0, 0, 0, 0, fault, fault, 0, fault, board_tick},
             {board_uart}};
