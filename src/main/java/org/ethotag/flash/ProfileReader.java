package org.ethotag.flash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.flash.schema.JsonSchema;
import org.ethotag.flash.schema.JsonTree;
import org.ethotag.flash.schema.Violation;
import org.ethotag.problem.ProblemException;

/** One profile file to a {@link TagProfile}: checked against the schema, the first wrong field named with its place. */
final class ProfileReader {
    private static final int LARGEST_FILE = 1 << 16;
    private static final String SCHEMA = "/tag-profiles/tag-profile.schema.json";

    private ProfileReader() {}

    /** @throws ProblemException {@link FlashProblem#PROFILE_UNREADABLE} or {@link FlashProblem#PROFILE_FIELD} */
    static TagProfile read(String file, byte[] json) {
        if (json.length > LARGEST_FILE) {
            throw new ProblemException(FlashProblem.PROFILE_UNREADABLE, file, json.length + " bytes are too many");
        }
        try {
            var tree = JsonTree.read(json);
            schema().check(tree);
            return profile(tree);
        } catch (Violation wrong) {
            throw wrong.path().isEmpty()
                    ? new ProblemException(
                                    FlashProblem.PROFILE_UNREADABLE,
                                    file + ":" + wrong.line() + ":" + wrong.column(),
                                    wrong.why())
                            .causedBy(wrong)
                    : new ProblemException(
                                    FlashProblem.PROFILE_FIELD,
                                    file,
                                    wrong.path(),
                                    wrong.why(),
                                    wrong.line(),
                                    wrong.column())
                            .causedBy(wrong);
        }
    }

    /** What a profile must look like. */
    static JsonSchema schema() {
        try (InputStream in = ProfileReader.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("the program comes without " + SCHEMA);
            }
            return JsonSchema.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static TagProfile profile(JsonTree file) throws Violation {
        var mcu = of(file, "mcu");
        var sensor = of(file, "sensor");
        return new TagProfile(
                text(file, "id"),
                text(file, "name"),
                file.member("picture").map(JsonTree::text).orElse(""),
                file.member("usb")
                        .map(usb -> new TagProfile.Usb(whole(usb, "vendor"), whole(usb, "product")))
                        .orElse(new TagProfile.Usb(-1, -1)),
                text(file, "hardwareId"),
                new TagProfile.Mcu(
                        text(mcu, "core"), number(mcu, "clockHz"), whole(mcu, "flashBytes"), whole(mcu, "ramBytes")),
                new TagProfile.Sensor(
                        text(sensor, "name"),
                        decimal(sensor, "rangeG"),
                        decimal(sensor, "countsPerG"),
                        rates(of(sensor, "ratesHz"))),
                linkMode(text(file, "linkMode")),
                whole(file, "modelImage"),
                whole(file, "slotBytes"),
                version(of(file, "minimumFirmware")),
                file.member("uf2").map(ProfileReader::uf2).orElse(new TagProfile.Uf2(0, 0, "")),
                battery(of(file, "battery")),
                whole(file, "minimumBatteryPercent"));
    }

    private static TagProfile.Uf2 uf2(JsonTree uf2) {
        return new TagProfile.Uf2(
                number(uf2, "family"),
                number(uf2, "address"),
                uf2.member("boardId").map(JsonTree::text).orElse(""));
    }

    private static TagProfile.Battery battery(JsonTree battery) {
        return new TagProfile.Battery(
                decimal(battery, "capacityMah"),
                decimal(battery, "volts"),
                decimal(battery, "sleepUa"),
                decimal(battery, "sensorUa"),
                decimal(battery, "activeUa"),
                decimal(battery, "radioUa"));
    }

    private static List<Double> rates(JsonTree rates) {
        return rates.entries().stream().map(rate -> rate.number().doubleValue()).toList();
    }

    private static TagProfile.LinkMode linkMode(String word) {
        return Arrays.stream(TagProfile.LinkMode.values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the schema allows " + word));
    }

    /** The one rule that is not in the schema: each part has to fit its field of an image header. */
    private static ImageVersion version(JsonTree text) throws Violation {
        var version = Versions.parse(text.text());
        if (version.isEmpty()) {
            throw new Violation("minimumFirmware", text.line(), text.column(), "it is a version like 1.2.0");
        }
        return version.get();
    }

    private static JsonTree of(JsonTree tree, String name) {
        return tree.member(name).orElseThrow(() -> new IllegalStateException("the schema does not require " + name));
    }

    private static String text(JsonTree tree, String name) {
        return of(tree, name).text();
    }

    private static int whole(JsonTree tree, String name) {
        return of(tree, name).number().intValueExact();
    }

    private static long number(JsonTree tree, String name) {
        return of(tree, name).number().longValueExact();
    }

    private static double decimal(JsonTree tree, String name) {
        return of(tree, name).number().doubleValue();
    }
}
