/* The board: Arm MPS2 with a Cortex-M3 (AN385) or Cortex-M4 (AN386), as QEMU emulates it. For another board this is what to
 * write anew. */
#ifndef BOARD_H
#define BOARD_H

#include <stdint.h>

/** How the emulator ends. */
#define BOARD_DONE 0
#define BOARD_FAULT 1
#define BOARD_BAD_ARGUMENT 2
#define BOARD_NO_MEMORY 3
#define BOARD_RESTARTS 10
#define BOARD_POWER_FAILED 11

/** Starts clock and UART. */
void board_start(void);

/** Milliseconds since the start; turns over after 49 days. */
uint32_t board_ms(void);

/** The next byte of the UART. @return 0 if none has come */
int board_read(uint8_t *byte);

/** Sends over the UART; waits while it is full. */
void board_write(const uint8_t *bytes, uint32_t count);

/** Waits for the clock's next tick or a byte. */
void board_sleep(void);

void board_led(int on);

/** A word of the emulator's command line that begins with name: what follows in it, up to 63 characters.
 *  @return NULL if there is none */
const char *board_argument(const char *name, char value[64]);

/** Opens a file of the computer for reading. @return below 0 if there is none */
int board_open(const char *path);

/** @return bytes read, 0 at the end */
uint32_t board_read_file(int file, uint8_t *bytes, uint32_t count);

/** Writes text to the emulator's console. */
void board_print(const char *text);

/** Ends the emulator. */
__attribute__((noreturn)) void board_stop(int status);

#endif
