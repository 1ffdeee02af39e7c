package org.ethotag.flash.virtual;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/**
 * What an emulated tag is made as.
 *
 * @param serial its serial number; a memory file that exists already keeps its own
 * @param hardware its hardware id
 * @param firmware version of its firmware, "major.minor.revision"
 * @param trustedKeys the bootloader takes images signed with one of these (and its factory's own)
 * @param slotBytes size of each slot, a multiple of 4096
 * @param batteryPercent 0 to 100
 * @param faults what is wrong with it
 */
public record VirtualTagSettings(
        String serial,
        String hardware,
        String firmware,
        List<PublicKey> trustedKeys,
        int slotBytes,
        int batteryPercent,
        List<Fault> faults) {
    /** A slot of the reference tag. */
    public static final int USUAL_SLOT_BYTES = 80 * 1024;

    private static final int CHARGED = 87;

    public VirtualTagSettings {
        trustedKeys = List.copyOf(trustedKeys);
        faults = List.copyOf(faults);
        if (serial.isBlank() || slotBytes < 4 * FlashFile.SECTOR || slotBytes % FlashFile.SECTOR != 0) {
            throw new IllegalArgumentException("no tag: serial '" + serial + "', slots of " + slotBytes + " bytes");
        }
        if (batteryPercent < 0 || batteryPercent > 100) {
            throw new IllegalArgumentException("no battery level: " + batteryPercent);
        }
    }

    /** A sound tag with a charged battery that trusts these keys. */
    public static VirtualTagSettings of(String serial, String hardware, List<PublicKey> trustedKeys) {
        return new VirtualTagSettings(serial, hardware, "1.0.0", trustedKeys, USUAL_SLOT_BYTES, CHARGED, List.of());
    }

    /** The same tag with one more fault. */
    public VirtualTagSettings with(Fault fault) {
        var more = new ArrayList<>(faults);
        more.add(fault);
        return new VirtualTagSettings(serial, hardware, firmware, trustedKeys, slotBytes, batteryPercent, more);
    }

    /** The same tag with other firmware. */
    public VirtualTagSettings withFirmware(String version) {
        return new VirtualTagSettings(serial, hardware, version, trustedKeys, slotBytes, batteryPercent, faults);
    }
}
