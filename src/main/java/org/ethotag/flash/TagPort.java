package org.ethotag.flash;

/**
 * A serial port that may lead to a tag.
 *
 * @param path what opens it, for example "COM5" or "/dev/ttyACM0"
 * @param description what the system calls it
 * @param serial the serial number that the USB device reports, or empty
 * @param vendor USB vendor id, or -1 if it is no USB port
 * @param product USB product id, or -1
 */
public record TagPort(String path, String description, String serial, int vendor, int product) {
    /** Whether it belongs to a USB device; boards list ports of their own to which nobody ever connects anything. */
    public boolean usb() {
        return vendor >= 0;
    }
}
