package org.ethotag.flash;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ethotag.export.ImageVersion;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FieldsReader;
import org.ethotag.problem.ProblemException;

/** One profile file to a {@link TagProfile}: each field checked, the first wrong one named. */
final class ProfileReader {
    private static final int LARGEST_FILE = 1 << 16;
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LARGEST_SLOT = 1 << 24;

    private final String file;
    private final Fields fields;
    private final String path;

    private ProfileReader(String file, Fields fields, String path) {
        this.file = file;
        this.fields = fields;
        this.path = path;
    }

    /** @throws ProblemException {@link FlashProblem#PROFILE_UNREADABLE} or {@link FlashProblem#PROFILE_FIELD} */
    static TagProfile read(String file, byte[] json) {
        if (json.length > LARGEST_FILE) {
            throw new ProblemException(FlashProblem.PROFILE_UNREADABLE, file, json.length + " bytes are too many");
        }
        try (var tokens = JSON.createParser(json)) {
            return new ProfileReader(file, new FieldsReader(tokens).read(), "").profile();
        } catch (IOException bad) {
            String words = String.valueOf(bad.getMessage()).lines().findFirst().orElse("");
            throw new ProblemException(FlashProblem.PROFILE_UNREADABLE, file, words).causedBy(bad);
        }
    }

    private TagProfile profile() {
        known(
                "id",
                "name",
                "picture",
                "usb",
                "hardwareId",
                "mcu",
                "sensor",
                "linkMode",
                "modelImage",
                "slotBytes",
                "minimumFirmware",
                "uf2",
                "battery",
                "minimumBatteryPercent");
        String id = text("id");
        if (!id.matches("[a-z0-9][a-z0-9-]{0,40}")) {
            throw wrong("id", "it has lower-case letters, digits and hyphens only");
        }
        return new TagProfile(
                id,
                text("name"),
                fields.text("picture").orElse(""),
                usb(),
                text("hardwareId"),
                mcu(),
                sensor(),
                linkMode(),
                (int) whole("modelImage", 1, 255),
                (int) whole("slotBytes", 16_384, LARGEST_SLOT),
                version("minimumFirmware"),
                uf2(),
                battery(),
                (int) whole("minimumBatteryPercent", 0, 100));
    }

    private TagProfile.Usb usb() {
        if (!fields.has("usb")) {
            return new TagProfile.Usb(-1, -1);
        }
        var usb = inner("usb");
        usb.known("vendor", "product");
        return new TagProfile.Usb((int) usb.whole("vendor", 0, 0xFFFF), (int) usb.whole("product", 0, 0xFFFF));
    }

    private TagProfile.Mcu mcu() {
        var mcu = inner("mcu");
        mcu.known("core", "clockHz", "flashBytes", "ramBytes");
        return new TagProfile.Mcu(
                mcu.text("core"),
                mcu.whole("clockHz", 1, 10_000_000_000L),
                (int) mcu.whole("flashBytes", 1, Integer.MAX_VALUE),
                (int) mcu.whole("ramBytes", 1, Integer.MAX_VALUE));
    }

    private TagProfile.Sensor sensor() {
        var sensor = inner("sensor");
        sensor.known("name", "rangeG", "countsPerG", "ratesHz");
        List<Double> rates = sensor.fields.decimals("ratesHz");
        if (rates.isEmpty() || rates.stream().anyMatch(rate -> !(rate > 0 && rate <= 10_000))) {
            throw sensor.wrong("ratesHz", "it is a list of rates above 0");
        }
        return new TagProfile.Sensor(
                sensor.text("name"),
                sensor.decimal("rangeG", 0.1, 1000),
                sensor.decimal("countsPerG", 1, 32_767),
                rates);
    }

    private TagProfile.LinkMode linkMode() {
        String word = text("linkMode");
        return Arrays.stream(TagProfile.LinkMode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong("linkMode", "it is one of " + TagProfile.LinkMode.words()));
    }

    private TagProfile.Uf2 uf2() {
        if (!fields.has("uf2")) {
            return new TagProfile.Uf2(0, 0, "");
        }
        var uf2 = inner("uf2");
        uf2.known("family", "address", "boardId");
        return new TagProfile.Uf2(
                uf2.whole("family", 1, 0xFFFFFFFFL),
                uf2.whole("address", 0, 0xFFFFFFFFL),
                uf2.fields.text("boardId").orElse(""));
    }

    private TagProfile.Battery battery() {
        var battery = inner("battery");
        battery.known("capacityMah", "volts", "sleepUa", "sensorUa", "activeUa", "radioUa");
        return new TagProfile.Battery(
                battery.decimal("capacityMah", 1, 1e6),
                battery.decimal("volts", 0.5, 100),
                battery.decimal("sleepUa", 0, 1e6),
                battery.decimal("sensorUa", 0, 1e6),
                battery.decimal("activeUa", 0, 1e6),
                battery.decimal("radioUa", 0, 1e6));
    }

    private ProfileReader inner(String name) {
        Fields found = fields.fields(name).orElseThrow(() -> wrong(name, "it is missing"));
        return new ProfileReader(file, found, path + name + ".");
    }

    private String text(String name) {
        return fields.text(name).filter(text -> !text.isBlank()).orElseThrow(() -> wrong(name, "a text is missing"));
    }

    private long whole(String name, long from, long to) {
        long value = fields.number(name).orElseThrow(() -> wrong(name, "a whole number is missing"));
        if (value < from || value > to) {
            throw wrong(name, value + " is not from " + from + " to " + to);
        }
        return value;
    }

    private double decimal(String name, double from, double to) {
        double value = fields.decimal(name).orElseThrow(() -> wrong(name, "a number is missing"));
        if (!(value >= from && value <= to)) {
            throw wrong(name, value + " is not from " + from + " to " + to);
        }
        return value;
    }

    private ImageVersion version(String name) {
        return Versions.parse(text(name)).orElseThrow(() -> wrong(name, "it is a version like 1.2.0"));
    }

    private void known(String... names) {
        for (String name : fields.names()) {
            if (!Arrays.asList(names).contains(name)) {
                throw wrong(name, "there is no such field");
            }
        }
    }

    private ProblemException wrong(String name, String why) {
        return new ProblemException(FlashProblem.PROFILE_FIELD, file, path + name, why);
    }
}
