/* Flash memory that is mapped into the address space. Erasing a sector sets all its bits, writing only clears bits. On
 * the emulated boards it is a file of the computer; a driver for real flash has the same two operations. */
#ifndef FLASH_H
#define FLASH_H

#include <stddef.h>
#include <stdint.h>

#define FLASH_SECTOR 4096u
#define FLASH_ERASED 0xFFu

typedef struct {
    uint8_t *bytes;
    uint32_t size;
    /** erased sectors and writes since the start */
    uint32_t operations;
    /** power fails at this operation, counted from 1; never for 0 */
    uint32_t cut_at;
    /** whether power fails in the middle of that operation rather than before it */
    int torn;
    /** the power failure; does not return */
    void (*power_fails)(void);
} flash;

/** Whether [at, at + count) lies inside. */
int flash_holds(const flash *memory, uint32_t at, uint32_t count);

/** Erases one sector.
 *  @param at where it begins, inside and a multiple of FLASH_SECTOR; anything else changes nothing */
void flash_erase(flash *memory, uint32_t at);

/** Clears the bits that are 0 in the source. Nothing changes if the place is not inside. */
void flash_write(flash *memory, uint32_t at, const uint8_t *source, uint32_t count);

#endif
