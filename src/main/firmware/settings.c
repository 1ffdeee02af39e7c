#include "settings.h"

#include "ethotag.h"

#include <string.h>

/** What a sector holds. The checksum stands first and is written last. */
typedef struct {
    uint32_t checksum;
    uint32_t saves;
    uint32_t count;
    setting entries[SETTINGS_MOST];
} record;

/** The settings sector of the layout, and the sector behind it. */
static uint32_t sector(const memory *m, uint32_t saves) {
    return memory_settings(m) + saves % 2u * FLASH_SECTOR;
}

static uint32_t checksum(const record *r) {
    return ethotag_crc32((const uint8_t *)r + sizeof r->checksum, sizeof *r - sizeof r->checksum);
}

static int is_sound(const record *r) {
    if (r->count > SETTINGS_MOST || r->checksum != checksum(r)) {
        return 0;
    }
    for (uint32_t i = 0; i < r->count; i++) {
        if (r->entries[i].name_bytes > SETTINGS_NAME_BYTES || r->entries[i].value_bytes > SETTINGS_VALUE_BYTES) {
            return 0;
        }
    }
    return 1;
}

void settings_load(settings *s, const memory *m) {
    memset(s, 0, sizeof *s);
    for (uint32_t i = 0; i < 2u; i++) {
        record r;
        if (!flash_holds(m->flash, sector(m, i), FLASH_SECTOR)) {
            return;
        }
        memcpy(&r, memory_at(m, sector(m, i)), sizeof r);
        if (is_sound(&r) && r.saves > s->saves) {
            s->saves = r.saves;
            s->count = r.count;
            memcpy(s->entries, r.entries, sizeof r.entries);
        }
    }
}

void settings_save(settings *s, memory *m) {
    record r;
    s->saves++;
    memset(&r, 0, sizeof r);
    r.saves = s->saves;
    r.count = s->count;
    memcpy(r.entries, s->entries, sizeof r.entries);
    r.checksum = checksum(&r);
    uint32_t at = sector(m, s->saves);
    uint32_t head = (uint32_t)sizeof r.checksum;
    flash_erase(m->flash, at);
    flash_write(m->flash, at + head, (const uint8_t *)&r + head, (uint32_t)sizeof r - head);
    flash_write(m->flash, at, (const uint8_t *)&r, head);
}

const setting *settings_find(const settings *s, const uint8_t *name, uint32_t name_bytes) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->entries[i].name_bytes == name_bytes && memcmp(s->entries[i].name, name, name_bytes) == 0) {
            return &s->entries[i];
        }
    }
    return NULL;
}

int settings_put(settings *s, const uint8_t *name, uint32_t name_bytes, const uint8_t *value, uint32_t value_bytes) {
    if (name_bytes == 0 || name_bytes > SETTINGS_NAME_BYTES || value_bytes > SETTINGS_VALUE_BYTES) {
        return 0;
    }
    const setting *known = settings_find(s, name, name_bytes);
    if (known == NULL && s->count == SETTINGS_MOST) {
        return 0;
    }
    setting *entry = known == NULL ? &s->entries[s->count++] : &s->entries[known - s->entries];
    memset(entry, 0, sizeof *entry);
    memcpy(entry->name, name, name_bytes);
    memcpy(entry->value, value, value_bytes);
    entry->name_bytes = name_bytes;
    entry->value_bytes = value_bytes;
    return 1;
}

int settings_remove(settings *s, const uint8_t *name, uint32_t name_bytes) {
    const setting *known = settings_find(s, name, name_bytes);
    if (known == NULL) {
        return 0;
    }
    s->entries[known - s->entries] = s->entries[s->count - 1u];
    s->count--;
    return 1;
}
