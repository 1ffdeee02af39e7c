#include "board.h"

#include <stddef.h>
#include <string.h>

/* CMSDK UART0 (Arm DDI 0479, 4.3), SysTick and NVIC (Arm DDI 0403, B3), LEDs of the FPGA's registers (AN385, 4.2). */
#define REGISTER(address) (*(volatile uint32_t *)(address))
#define UART_DATA REGISTER(0x40004000u)
#define UART_STATE REGISTER(0x40004004u)
#define UART_CONTROL REGISTER(0x40004008u)
#define UART_CLEAR REGISTER(0x4000400Cu)
#define UART_DIVIDER REGISTER(0x40004010u)
#define SYSTICK_CONTROL REGISTER(0xE000E010u)
#define SYSTICK_RELOAD REGISTER(0xE000E014u)
#define SYSTICK_VALUE REGISTER(0xE000E018u)
#define NVIC_ENABLE REGISTER(0xE000E100u)
#define FPGA_LED REGISTER(0x40028000u)

#define UART_TX_FULL 1u
#define UART_RX_FULL 2u
#define UART_TX_AND_RX_ON 3u
#define UART_RX_INTERRUPT 8u
#define UART_RX_CLEAR 2u
#define UART_LEAST_DIVIDER 16u
#define SYSTICK_ON 7u // with interrupt, by the core's clock
#define CORE_HZ 25000000u
#define TICK_MS 10u

/** More than the four frames that the tag says it takes: 4 lines of 127 bytes and one of 20 for each. */
#define QUEUE_BYTES 4096u

/* Shared with the interrupts; each index has one writer. */
static volatile uint32_t ticks;
static volatile uint32_t arrived;
static volatile uint32_t taken;
static volatile uint8_t queue[QUEUE_BYTES];

void board_tick(void);
void board_uart(void);

void board_tick(void) {
    ticks++;
}

void board_uart(void) {
    UART_CLEAR = UART_RX_CLEAR;
    while ((UART_STATE & UART_RX_FULL) != 0) {
        uint8_t byte = (uint8_t)UART_DATA;
        if (arrived - taken < QUEUE_BYTES) { // else it is lost, as in any UART that is not read
            queue[arrived % QUEUE_BYTES] = byte;
            arrived++;
        }
    }
}

void board_start(void) {
    SYSTICK_RELOAD = CORE_HZ / 1000u * TICK_MS - 1u;
    SYSTICK_VALUE = 0;
    SYSTICK_CONTROL = SYSTICK_ON;
    UART_DIVIDER = UART_LEAST_DIVIDER;
    UART_CONTROL = UART_TX_AND_RX_ON | UART_RX_INTERRUPT;
    NVIC_ENABLE = 1u; // UART0 receives: interrupt 0
}

uint32_t board_ms(void) {
    return ticks * TICK_MS;
}

int board_read(uint8_t *byte) {
    if (arrived == taken) {
        return 0;
    }
    *byte = queue[taken % QUEUE_BYTES];
    taken++;
    return 1;
}

void board_write(const uint8_t *bytes, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        while ((UART_STATE & UART_TX_FULL) != 0) {
        }
        UART_DATA = bytes[i];
    }
}

/** With interrupts masked a pending one still ends the sleep, so none is slept through. */
void board_sleep(void) {
    __asm__ volatile("cpsid i" ::: "memory");
    if (arrived == taken) {
        __asm__ volatile("wfi" ::: "memory");
    }
    __asm__ volatile("cpsie i" ::: "memory");
}

void board_led(int on) {
    FPGA_LED = on ? 1u : 0u;
}

/* Semihosting (Arm, Semihosting for AArch32 and AArch64): calls into the emulator. */
#define SEMIHOSTING_OPEN 0x01u
#define SEMIHOSTING_WRITE0 0x04u
#define SEMIHOSTING_READ 0x06u
#define SEMIHOSTING_COMMAND_LINE 0x15u
#define SEMIHOSTING_EXIT 0x20u
#define APPLICATION_EXIT 0x20026u
#define MODE_READ_BINARY 1u

static uint32_t call(uint32_t operation, const void *block) {
    register uint32_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = block;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

const char *board_argument(const char *name, char value[64]) {
    char line[512];
    uint32_t block[2] = {(uint32_t)line, sizeof line};
    size_t length = strlen(name);
    if (call(SEMIHOSTING_COMMAND_LINE, block) != 0) {
        return NULL;
    }
    for (const char *word = line; word != NULL; word = strchr(word, ' ')) {
        word += *word == ' ' ? 1 : 0;
        if (strncmp(word, name, length) == 0) {
            size_t count = strcspn(word + length, " ");
            count = count < 63u ? count : 63u;
            memcpy(value, word + length, count);
            value[count] = 0;
            return value;
        }
    }
    return NULL;
}

int board_open(const char *path) {
    uint32_t block[3] = {(uint32_t)path, MODE_READ_BINARY, (uint32_t)strlen(path)};
    return (int)call(SEMIHOSTING_OPEN, block);
}

uint32_t board_read_file(int file, uint8_t *bytes, uint32_t count) {
    uint32_t block[3] = {(uint32_t)file, (uint32_t)bytes, count};
    return count - call(SEMIHOSTING_READ, block); // the call gives what is left
}

void board_print(const char *text) {
    call(SEMIHOSTING_WRITE0, text);
}

void board_stop(int status) {
    uint32_t block[2] = {APPLICATION_EXIT, (uint32_t)status};
    for (;;) {
        call(SEMIHOSTING_EXIT, block);
    }
}
