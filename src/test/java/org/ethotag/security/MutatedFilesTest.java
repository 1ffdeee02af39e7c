package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whole files of every kind with seeded damage: a value or a problem comes out, never anything else. */
class MutatedFilesTest {
    /** Of each kind; more with -Dethotag.mutations=N. */
    private static final int TRIES = Integer.getInteger("ethotag.mutations", 300);

    private static final String[] WORDS = {
        "null",
        "-1",
        "1e999",
        "\"\"",
        "{}",
        "[]",
        "9223372036854775808",
        "NaN",
        "../..",
        "\u0000",
        "\uFFFF",
        "<!--",
        "&x;"
    };

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyDamageEndsInAValueOrAProblem() throws IOException {
        return Stranger.all(folder).stream()
                .map(stranger -> DynamicTest.dynamicTest(stranger.name(), () -> mutate(stranger)));
    }

    private void mutate(Stranger stranger) throws IOException {
        var place = Files.createDirectories(folder.resolve("mutated"));
        assertThat(Refusals.refused(stranger.name(), 0, () -> stranger.read(place, stranger.valid())))
                .as("the whole file is refused")
                .isFalse();
        int refused = 0;
        for (long seed = 0; seed < TRIES; seed++) {
            byte[] broken = broken(new Random(seed), stranger.valid());
            boolean no = Refusals.refused(
                    stranger.name() + " with seed " + seed, broken.length, () -> stranger.read(place, broken));
            refused += no ? 1 : 0;
        }
        assertThat(refused).as("damaged files that were refused").isGreaterThan(TRIES / 20);
    }

    /** Cut off, bits turned, a piece doubled, taken out or replaced by a word that parsers dislike. */
    private static byte[] broken(Random random, byte[] whole) {
        byte[] broken = whole.clone();
        for (int i = 1 + random.nextInt(3); i > 0 && broken.length > 0; i--) {
            int near = random.nextBoolean() ? Math.min(128, broken.length) : broken.length;
            int at = random.nextInt(near);
            int end = Math.min(broken.length, at + 1 + random.nextInt(40));
            broken = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(broken, at);
                case 1 -> spliced(broken, at, end, new byte[0]);
                case 2 -> spliced(broken, at, at, Arrays.copyOfRange(broken, at, end));
                case 3 -> spliced(broken, at, end, word(random));
                default -> flipped(random, broken, near);
            };
        }
        return broken;
    }

    private static byte[] word(Random random) {
        return WORDS[random.nextInt(WORDS.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(Random random, byte[] bytes, int near) {
        byte[] flipped = bytes.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            flipped[random.nextInt(near)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] whole = new byte[bytes.length - (to - from) + piece.length];
        System.arraycopy(bytes, 0, whole, 0, from);
        System.arraycopy(piece, 0, whole, from, piece.length);
        System.arraycopy(bytes, to, whole, from + piece.length, bytes.length - to);
        return whole;
    }
}
