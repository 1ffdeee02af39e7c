/* Stands in for Zephyr's header of the same name. */
struct device {
    int number;
};
static const struct device only_device = {0};
#define DEVICE_DT_GET(node) (&only_device)
static inline int device_is_ready(const struct device *device) {
    return device == &only_device;
}
