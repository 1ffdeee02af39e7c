/* Named values that survive a restart once they are saved. Two sectors take turns, so that a power cut while saving
 * leaves the values of the last time. */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "memory.h"

#define SETTINGS_MOST 16u
#define SETTINGS_NAME_BYTES 32u
#define SETTINGS_VALUE_BYTES 64u

typedef struct {
    uint8_t name[SETTINGS_NAME_BYTES];
    uint8_t value[SETTINGS_VALUE_BYTES];
    uint32_t name_bytes;
    uint32_t value_bytes;
} setting;

typedef struct {
    setting entries[SETTINGS_MOST];
    uint32_t count;
    /** how often they were saved */
    uint32_t saves;
} settings;

/** Reads what was saved last; none if nothing was. */
void settings_load(settings *s, const memory *m);

/** Saves all. */
void settings_save(settings *s, memory *m);

/** @return NULL if there is none of that name */
const setting *settings_find(const settings *s, const uint8_t *name, uint32_t name_bytes);

/** Sets or replaces one, in RAM. @return 0 if it is too long or there are too many; nothing changes then */
int settings_put(settings *s, const uint8_t *name, uint32_t name_bytes, const uint8_t *value, uint32_t value_bytes);

/** Forgets one, in RAM. @return 0 if there is none of that name */
int settings_remove(settings *s, const uint8_t *name, uint32_t name_bytes);

#endif
