package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.uf2.Uf2File;
import org.ethotag.export.uf2.Uf2Writer;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** Files from strangers: whatever they hold, reading ends in a value or in a problem, and never asks for much memory. */
class HostileInputTest {
    /** Some thousand of each kind; more with -Dethotag.fuzz.cases=N. */
    private static final int CASES = Integer.getInteger("ethotag.fuzz.cases", 4_000);

    /** Blobs are what a tag executes, so there are more of them; another 100,000 go through Java and C in RuntimeParityTest. */
    private static final int BLOBS = 25 * CASES;

    /** Far above what reading the largest of these files needs, far below what a lying size field could ask for. */
    private static final long MOST_BYTES = 16L << 20;

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void blobs() {
        trials(BLOBS, random -> {
            byte[] broken = BrokenBlobs.of(random, random.nextInt(1000));
            endsWell(broken, () -> assertThat(ModelBlob.parse(broken).bytes()).isEqualTo(broken));
        });
    }

    @Test
    void goldenWindows() {
        byte[] whole = Images.payload(1, 4).golden().bytes();
        trials(CASES, random -> {
            byte[] broken = broken(random, whole);
            endsWell(broken, () -> GoldenWindows.parse(broken));
        });
    }

    @Test
    void images() {
        var keys = ModelKeys.create();
        byte[] whole =
                ModelImage.sign(Images.payload(1, 2), Images.target(), keys).bytes();
        trials(CASES, random -> {
            byte[] broken = broken(random, whole);
            endsWell(broken, () -> {
                var image = ModelImage.parse(broken);
                image.hardwareId();
                image.minimumFirmware();
                image.payload();
                image.verify(keys.publicKey());
            });
        });
    }

    @Test
    void imagesWhoseHeadersAndRecordsLie() {
        byte[] whole = ModelImage.sign(Images.payload(1, 2), Images.target(), ModelKeys.create())
                .bytes();
        trials(CASES, random -> {
            byte[] broken = whole.clone();
            for (int i = 0; i < 2; i++) {
                int records = broken.length - random.nextInt(280);
                broken[random.nextBoolean() ? random.nextInt(32) : Math.min(records, broken.length - 1)] =
                        (byte) random.nextInt();
            }
            endsWell(broken, () -> ModelImage.parse(broken).payload());
        });
    }

    @Test
    void uf2Files() {
        byte[] whole = Uf2Writer.write(new byte[2000], 0xADA52840L, 0x80000);
        trials(CASES, random -> {
            byte[] broken = broken(random, whole);
            endsWell(broken, () -> Uf2File.parse(broken).content(0x80000, 2000));
        });
    }

    @Test
    void bytesOfAnyKind() {
        trials(CASES, random -> {
            byte[] noise = new byte[random.nextInt(700)];
            random.nextBytes(noise);
            endsWell(noise, () -> ModelBlob.parse(noise));
            endsWell(noise, () -> GoldenWindows.parse(noise));
            endsWell(noise, () -> ModelImage.parse(noise));
            endsWell(noise, () -> ImagePayload.parse(noise));
            endsWell(noise, () -> Uf2File.parse(noise));
        });
    }

    /** Cut off, or one to four bits flipped, or a word set to something large. */
    private static byte[] broken(Random random, byte[] whole) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] broken = whole.clone();
        int within = random.nextBoolean() ? Math.min(64, whole.length) : whole.length;
        if (random.nextInt(4) == 0) {
            int at = random.nextInt(within / 4) * 4;
            Arrays.fill(broken, at, at + 4, (byte) (random.nextBoolean() ? 0xFF : 0x7F));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            int bit = random.nextInt(8 * within);
            broken[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return broken;
    }

    private void endsWell(byte[] input, Runnable reading) {
        long before = memory.getCurrentThreadAllocatedBytes();
        try {
            reading.run();
        } catch (ProblemException refused) {
            assertThat(refused.problem().lines()).doesNotContain("{");
        }
        assertThat(memory.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated for " + input.length)
                .isLessThan(MOST_BYTES);
    }
}
