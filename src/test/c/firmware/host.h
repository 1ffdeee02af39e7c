/* What the programs that test the tag's code on the computer share. */
#ifndef HOST_H
#define HOST_H

#include "flash.h"

#include <setjmp.h>

/** A whole file, aligned as flash memory is; ends the program if there is none. The caller frees it. */
uint8_t *host_file(const char *path, uint32_t *bytes);

/** Ends the program with a message unless something holds. */
void host_require(int holds, const char *what, uint32_t number);

/** Where a power failure of the flash below goes. */
extern jmp_buf host_power;

/** For flash.power_fails. */
void host_power_fails(void);

#endif
