package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reason to refuse an image, with its own words, and not a byte of the tag's memory changed. */
class ImageGateTest {
    private static final String HARDWARE = "ethotag-virtual-1";
    private static final ImageVersion ONE = ImageVersion.of(1, 0, 0);

    @TempDir
    private Path folder;

    private final SimulatedClock clock = new SimulatedClock(() -> FlashBench.NOON);

    @Test
    void everyBadImageIsRefusedForItsReasonBeforeTheFirstWrite() throws IOException {
        for (var kind : KeyKind.values()) {
            var keys = ModelKeys.create(kind);
            for (var bad : badImages(keys).entrySet()) {
                var memory = folder.resolve(kind.word() + bad.getKey());
                try (var tag = tag(memory, keys)) {
                    byte[] before = Files.readAllBytes(memory);
                    var receipt = flash(tag, bad.getValue(), keys, FlashRules.usual());
                    assertRefused(bad.getKey(), receipt);
                    assertThat(Files.readAllBytes(memory))
                            .as("memory after %s", bad.getKey())
                            .isEqualTo(before);
                }
            }
        }
    }

    private static Map<String, byte[]> badImages(ModelKeys keys) {
        byte[] good = image(HARDWARE, ONE, keys).bytes();
        byte[] tampered = good.clone();
        tampered[2_000] ^= 1;
        var bad = new LinkedHashMap<String, byte[]>();
        bad.put("IMAGE_TAMPERED", tampered);
        bad.put("IMAGE_UNSIGNED", unsigned(good));
        bad.put(
                "IMAGE_WRONG_KEY",
                image(HARDWARE, ONE, ModelKeys.create(keys.kind())).bytes());
        bad.put("WRONG_HARDWARE", image("ear-1", ONE, keys).bytes());
        bad.put(
                "FIRMWARE_TOO_OLD",
                image(HARDWARE, ImageVersion.of(9, 0, 0), keys).bytes());
        bad.put("BAD_FIELD", Arrays.copyOf(good, good.length - 1));
        bad.put("NOT_THIS_FORMAT", new byte[4_000]);
        return bad;
    }

    /** The same image with nothing but its digest behind it. */
    private static byte[] unsigned(byte[] signed) {
        var read = ByteBuffer.wrap(signed).order(ByteOrder.LITTLE_ENDIAN);
        int hashed = read.getShort(8) + read.getInt(12) + read.getShort(10);
        byte[] bytes = Arrays.copyOf(signed, hashed + 4 + 4 + 32);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putShort(hashed + 2, (short) 40);
        return bytes;
    }

    @Test
    void anImageThatIsTooLargeForTheSlotIsRefusedBeforeTheFirstWrite() throws IOException {
        var keys = ModelKeys.create(KeyKind.ED25519);
        var memory = folder.resolve("small");
        var settings =
                new VirtualTagSettings("TAG-7", HARDWARE, "1.0.0", List.of(keys.publicKey()), 16_384, 87, List.of());
        try (var tag = VirtualTag.open(memory, settings, clock)) {
            byte[] before = Files.readAllBytes(memory);
            byte[] image = ModelImage.sign(Images.payload(1, 64), new ImageTarget(HARDWARE, ONE, ONE), keys)
                    .bytes();
            assertRefused("IMAGE_TOO_LARGE", flash(tag, image, keys, FlashRules.usual()));
            assertThat(Files.readAllBytes(memory)).isEqualTo(before);
        }
    }

    @Test
    void aModelSignedWithEd25519IsFlashedTriedAndConfirmed() {
        var keys = ModelKeys.create(KeyKind.ED25519);
        try (var tag = tag(folder.resolve("memory"), keys)) {
            var image = image(HARDWARE, ONE, keys);
            var receipt = flash(tag, image.bytes(), keys, FlashRules.usual());
            assertEquals(FlashOutcome.VERIFIED, receipt.outcome());
            assertEquals(image.modelId().orElseThrow(), receipt.modelAfter());
        }
    }

    private static void assertRefused(String reason, FlashReceipt receipt) {
        assertEquals(FlashOutcome.REFUSED, receipt.outcome(), reason);
        assertEquals(
                List.of(reason),
                receipt.problems().stream()
                        .map(problem -> ((Enum<?>) problem.code()).name())
                        .toList());
        assertEquals(0, receipt.sentBytes());
    }

    private VirtualTag tag(Path memory, ModelKeys keys) {
        return VirtualTag.open(memory, VirtualTagSettings.of("TAG-7", HARDWARE, List.of(keys.publicKey())), clock);
    }

    private FlashReceipt flash(VirtualTag tag, byte[] image, ModelKeys keys, FlashRules rules) {
        var order = new FlashOrder("model.img", image, List.of(keys.publicKey()), "TAG-7", rules);
        return new FlashJob(order, tag.connector(), new Journal(folder.resolve("journal"), clock))
                .run(JobMonitor.unwatched());
    }

    private static ModelImage image(String hardware, ImageVersion firmware, ModelKeys keys) {
        return ModelImage.sign(Images.payload(1, 4), new ImageTarget(hardware, ONE, firmware), keys);
    }
}
