/* Stands in for Zephyr's header of the same name: a sensor that lies still, z down. */
#include <stdint.h>
struct sensor_value {
    int32_t val1;
    int32_t val2;
};
enum sensor_channel { SENSOR_CHAN_ACCEL_XYZ = 3 };
static inline int sensor_sample_fetch(const struct device *device) {
    return device == &only_device ? 0 : -1;
}
static inline int sensor_channel_get(
    const struct device *device, enum sensor_channel channel, struct sensor_value *value) {
    value[0].val1 = value[0].val2 = value[1].val1 = value[1].val2 = 0;
    value[2].val1 = -9;
    value[2].val2 = -806650;
    return device == &only_device && channel == SENSOR_CHAN_ACCEL_XYZ ? 0 : -1;
}
