package org.ethotag.flash;

import com.fazecast.jSerialComm.SerialPort;
import java.util.Arrays;
import java.util.List;

/**
 * What is plugged in. The system tells of no change, so whoever watches asks every second or so, off the window's
 * thread: some drivers take long.
 */
public final class TagPorts {
    private static final String NOTHING = "Unknown";

    private TagPorts() {}

    /** The serial ports of this computer; pseudo-terminals are not among them but can be opened by path. */
    public static List<TagPort> list() {
        return Arrays.stream(SerialPort.getCommPorts()).map(TagPorts::port).toList();
    }

    private static TagPort port(SerialPort port) {
        String serial = port.getSerialNumber();
        return new TagPort(
                port.getSystemPortPath(),
                port.getDescriptivePortName(),
                serial == null || serial.equals(NOTHING) ? "" : serial,
                port.getVendorID(),
                port.getProductID());
    }
}
