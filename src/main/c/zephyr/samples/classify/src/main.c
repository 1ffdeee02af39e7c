/* SPDX-License-Identifier: Apache-2.0
 *
 * Proves the model on this very device, then classifies what the accelerometer with the alias accel0 measures: every window
 * on the console, and every 256 inferences the twelve bytes that a radio would send. */
#include <ethotag_stream.h>
#include <ethotag_summary.h>
#include <golden.h>
#include <model.h>

#include <zephyr/kernel.h>
#include <zephyr/sys/printk.h>

/* The windows that overlap need a state each, and one is under construction. */
static uint32_t memory[ETHOTAG_MODEL_STREAM_BYTES / 4u];
static ethotag_model model;
static ethotag_stream stream;
static int32_t logits[ETHOTAG_MODEL_CLASSES];

static uint32_t equal_windows(void) {
    uint32_t windows = ETHOTAG_GOLDEN_WINDOWS;
    uint32_t equal = 0;
    for (uint32_t window = 0; window < windows; window++) {
        uint32_t same = 1;
        ethotag_reset(&stream.session);
        for (uint32_t i = 0; i < ETHOTAG_GOLDEN_SAMPLES; i++) {
            ethotag_step(&stream.session, ethotag_golden[window].counts[i]);
        }
        ethotag_logits(&stream.session, logits);
        for (uint32_t i = 0; i < ETHOTAG_GOLDEN_CLASSES; i++) {
            same = same && logits[i] == ethotag_golden[window].logits[i];
        }
        equal += same;
    }
    return equal;
}

static ethotag_status start(void) {
    ethotag_status status = ethotag_open(&model, ethotag_model_blob, ETHOTAG_MODEL_BYTES);
    if (status == ETHOTAG_OK) {
        status = ethotag_self_test(&model, memory, sizeof memory);
    }
    if (status == ETHOTAG_OK) {
        status = ethotag_stream_start(&stream, &model, memory, sizeof memory);
    }
    return status;
}

#if defined(CONFIG_SENSOR) && DT_NODE_EXISTS(DT_ALIAS(accel0))
#include <zephyr/device.h>
#include <zephyr/drivers/sensor.h>

#define NODE 1u

static const struct device *const accelerometer = DEVICE_DT_GET(DT_ALIAS(accel0));

static int16_t counts_of(const struct sensor_value *value) {
    /* micro-m/s2 to counts; 9.80665 m/s2 are 1 g */
    int64_t micro = (int64_t)value->val1 * 1000000 + value->val2;
    int64_t counts = micro * ETHOTAG_MODEL_COUNTS_PER_G_64K / (9806650LL * 65536);
    return (int16_t)CLAMP(counts, INT16_MIN, INT16_MAX);
}

static int take_sample(int16_t *raw) {
    struct sensor_value value[ETHOTAG_AXES];
    if (sensor_sample_fetch(accelerometer) != 0
        || sensor_channel_get(accelerometer, SENSOR_CHAN_ACCEL_XYZ, value) != 0) {
        return 0;
    }
    for (uint32_t i = 0; i < ETHOTAG_AXES; i++) {
        raw[i] = counts_of(&value[i]);
    }
    return 1;
}

static void tell(void) {
    uint32_t length = 0;
    const char *label = ethotag_label(&model, ethotag_class_of(logits, model.classes), &length);
    printk("%.*s\n", (int)length, label == NULL ? "" : label);
}

static void count(ethotag_period *period) {
    uint8_t summary[ETHOTAG_SUMMARY_BYTES];
    if (ethotag_period_count(period, ethotag_class_of(logits, model.classes))
        && ethotag_summary(period, (uint32_t)(k_uptime_get() / 1000), NODE, summary) == ETHOTAG_OK) {
        for (uint32_t i = 0; i < sizeof summary; i++) {
            printk("%02x%s", summary[i], i + 1u < sizeof summary ? " " : "\n");
        }
    }
}

static void listen(void) {
    static uint16_t counts[ETHOTAG_MODEL_CLASSES];
    static struct k_timer timer;
    ethotag_period period;
    if (!device_is_ready(accelerometer)
        || ethotag_period_start(&period, counts, ETHOTAG_MODEL_CLASSES) != ETHOTAG_OK) {
        printk("no accelerometer\n");
        return;
    }
    k_timer_init(&timer, NULL, NULL);
    k_timer_start(&timer, K_NO_WAIT, K_NSEC(1000000000000ULL / ETHOTAG_MODEL_RATE_MHZ));
    for (;;) {
        int16_t raw[ETHOTAG_AXES];
        k_timer_status_sync(&timer);
        if (!take_sample(raw)) {
            ethotag_stream_restart(&stream);
        } else if (ethotag_stream_sample(&stream, raw, logits)) {
            tell();
            count(&period);
        }
    }
}
#else
static void listen(void) {
    printk("no accelerometer: give the device tree an alias accel0, and set CONFIG_SENSOR\n");
}
#endif

int main(void) {
    ethotag_status status = start();
    if (status != ETHOTAG_OK) {
        printk("model %s: status %d\n", ETHOTAG_MODEL_ID, (int)status);
        return 1;
    }
    printk("model %s, golden windows: %u of %u equal\n", ETHOTAG_MODEL_ID, (unsigned)equal_windows(),
           (unsigned)ETHOTAG_GOLDEN_WINDOWS);
    ethotag_stream_restart(&stream);
    listen();
    return 0;
}
