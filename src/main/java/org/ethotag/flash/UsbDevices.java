package org.ethotag.flash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * USB devices as Linux shows them in {@code /sys/bus/usb/devices}: which of them should be a serial port but have no
 * driver. Other systems have no such folder and show none. Immutable.
 */
final class UsbDevices {
    private static final Path LINUX = Path.of("/sys/bus/usb/devices");
    private static final int HEX = 16;
    private static final String CDC_MODULE = "cdc_acm";

    /** Bridges that boards use, by vendor and product id, with the kernel module that serves them. */
    private static final Map<Integer, String> BRIDGES = Map.of(
            0x0403_6001, "ftdi_sio",
            0x0403_6015, "ftdi_sio",
            0x10C4_EA60, "cp210x",
            0x1A86_7523, "ch341",
            0x1A86_55D4, "ch341",
            0x067B_2303, "pl2303");

    private final Path folder;
    private final TagProfiles profiles;

    UsbDevices(Path folder, TagProfiles profiles) {
        this.folder = folder;
        this.profiles = profiles;
    }

    static UsbDevices ofThisComputer(TagProfiles profiles) {
        return new UsbDevices(LINUX, profiles);
    }

    /**
     * One device.
     *
     * @param name for people
     * @param serial its serial number, or empty
     * @param vendor USB vendor id
     * @param product USB product id
     * @param module the kernel module that would serve it
     */
    record Device(String name, String serial, int vendor, int product, String module) {}

    /** Tags and bridges none of whose interfaces has a driver. */
    List<Device> withoutDriver() {
        var found = new ArrayList<Device>();
        for (Path device : children(folder)) {
            int vendor = number(device.resolve("idVendor"));
            int product = number(device.resolve("idProduct"));
            var module = module(vendor, product);
            if (module.isPresent() && !driven(device)) {
                String name = text(device.resolve("product"));
                String serial = text(device.resolve("serial"));
                String shown = name.isEmpty() ? "USB %04x:%04x".formatted(vendor, product) : name;
                found.add(new Device(shown, serial, vendor, product, module.get()));
            }
        }
        return List.copyOf(found);
    }

    private Optional<String> module(int vendor, int product) {
        if (vendor < 0 || product < 0) {
            return Optional.empty();
        }
        boolean tag = profiles.all().stream()
                .anyMatch(profile ->
                        profile.usb().vendor() == vendor && profile.usb().product() == product);
        return tag ? Optional.of(CDC_MODULE) : Optional.ofNullable(BRIDGES.get(vendor << HEX | product));
    }

    /** Interfaces are the folders inside a device whose names have a colon. */
    private static boolean driven(Path device) {
        return children(device).stream()
                .filter(child -> child.getFileName().toString().contains(":"))
                .anyMatch(child -> Files.exists(child.resolve("driver")));
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException _) {
            return List.of(); // unplugged while we looked
        }
    }

    private static int number(Path file) {
        try {
            return Integer.parseInt(text(file), HEX);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException _) {
            return ""; // the device does not say, or is gone
        }
    }
}
