#include "life.h"

#include "host.h"

#include <string.h>

#define TRIAL_MS 1000u
#define LOOK_MS 10u

static const tag_facts facts = {"ethotag-virtual-1", "1.0.0", 87, (const uint8_t *)"program", 7, TRIAL_MS};

static void ignore(void *to, const uint8_t *bytes, uint32_t count) {
    (void)to;
    (void)bytes;
    (void)count;
}

static void start(tag *t, flash *memory, image_key key) {
    frame_line line = {ignore, NULL};
    host_require(tag_start(t, memory, &facts, key, line), "it does not start", 0);
}

void lonely_trial(flash memory, image_key key, const uint8_t *old, uint32_t old_bytes) {
    static tag t;
    uint32_t now_ms = 0;
    start(&t, &memory, key);
    host_require(boot_next(&t.boot) == BOOT_REVERT, "no trial", 0);
    while (!tag_work(&t, now_ms)) {
        now_ms += LOOK_MS;
        host_require(now_ms <= TRIAL_MS + LOOK_MS, "it waits for ever", now_ms);
    }
    host_require(now_ms >= TRIAL_MS, "it gave up too early", now_ms);
    host_require(t.selftest.state == SELFTEST_FAILED && t.selftest.passed < t.selftest.tested, "no failure", 0);
    start(&t, &memory, key);
    host_require(boot_next(&t.boot) == BOOT_NONE, "not settled", 0);
    host_require(memcmp(memory_at(&t.memory, boot_slot(&t.boot, 0)), old, old_bytes) == 0, "not the old model", 0);
    host_require(model_is_there(&t.model), "the old model does not run", 0);
}

void long_life(flash memory, image_key key) {
    static tag t;
    uint64_t noon = 1777636800000u; // 2026-05-01T12:00:00Z
    start(&t, &memory, key);
    tag_work(&t, UINT32_MAX - 99u);
    tag_set_time(&t, noon);
    uint32_t before = t.live.samples;
    for (uint32_t ms = 0; ms <= 200u; ms += LOOK_MS) {
        host_require(!tag_work(&t, UINT32_MAX - 99u + ms), "it restarts", ms);
        host_require(tag_time_ms(&t) == noon + ms, "its clock jumps", ms);
    }
    uint32_t expected = (uint32_t)(200u * (uint64_t)t.model.network.sample_rate_mhz / 1000000u);
    uint32_t taken = t.live.samples - before;
    host_require(taken + 1u >= expected && taken <= expected + 1u, "samples", taken);
}
