package org.ethotag.flash;

import java.util.List;
import java.util.Locale;
import org.ethotag.export.image.ImageVersion;

/**
 * A kind of tag as data (format: tag-profile).
 *
 * @param id short name, lower-case letters, digits and hyphens
 * @param name for people
 * @param picture icon name, or empty
 * @param usb how its port names itself
 * @param hardwareId what images for it carry
 * @param mcu its processor
 * @param sensor its accelerometer
 * @param linkMode how a model reaches it
 * @param modelImage which image is the model
 * @param slotBytes size of that image's slots
 * @param minimumFirmware the oldest firmware that runs our models
 * @param uf2 where a UF2 file would put the model
 * @param battery what the forecast needs
 * @param minimumBatteryPercent below it nothing is flashed
 */
public record TagProfile(
        String id,
        String name,
        String picture,
        Usb usb,
        String hardwareId,
        Mcu mcu,
        Sensor sensor,
        LinkMode linkMode,
        int modelImage,
        int slotBytes,
        ImageVersion minimumFirmware,
        Uf2 uf2,
        Battery battery,
        int minimumBatteryPercent) {
    /**
     * How a port names itself.
     *
     * @param vendor USB vendor id, or -1 if the tag has no port of its own
     * @param product USB product id, or -1
     */
    public record Usb(int vendor, int product) {}

    /**
     * A processor and what of it a model may use.
     *
     * @param core for example "cortex-m3"
     * @param clockHz cycles per second
     * @param flashBytes for the blob
     * @param ramBytes for state and scratch
     */
    public record Mcu(String core, long clockHz, int flashBytes, int ramBytes) {}

    /**
     * An accelerometer.
     *
     * @param name its type
     * @param rangeG full scale, plus and minus, in g
     * @param countsPerG raw counts per g
     * @param ratesHz sample rates that the tag offers
     */
    public record Sensor(String name, double rangeG, double countsPerG, List<Double> ratesHz) {
        public Sensor {
            ratesHz = List.copyOf(ratesHz);
        }
    }

    /**
     * A UF2 drive.
     *
     * @param family id of the chip family, or 0 if the tag has no such drive
     * @param address where the model lies in flash
     * @param boardId what the drive's INFO_UF2.TXT calls the board, or empty if that cannot tell tags apart
     */
    public record Uf2(long family, long address, String boardId) {}

    /**
     * Battery and currents, as the data sheets give them.
     *
     * @param capacityMah in mAh
     * @param volts nominal
     * @param sleepUa while nothing happens, in microampere
     * @param sensorUa accelerometer at work, in microampere
     * @param activeUa processor at full clock, in microampere
     * @param radioUa radio while it sends at 0 dBm, in microampere
     */
    public record Battery(
            double capacityMah, double volts, double sleepUa, double sensorUa, double activeUa, double radioUa) {}

    /** How a model reaches a tag. */
    public enum LinkMode {
        /** SMP to the firmware, MCUboot swaps and reverts. */
        MCUBOOT_PAIR,
        /** A loader that writes where the model runs: no way back. */
        DIRECT,
        /** A file on a drive. */
        UF2;

        /** As the profile file has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
