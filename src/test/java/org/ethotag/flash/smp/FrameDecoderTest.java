package org.ethotag.flash.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ethotag.flash.smp.FrameDecoder.Reading;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final int LARGEST = 1020;

    @Test
    void whateverIsFramedIsReadBackInPiecesOfAnySize() {
        trials(2_000, random -> {
            byte[] packet = bytes(random, 1 + random.nextInt(LARGEST));
            byte[] frame = FrameEncoder.frame(packet);
            var decoder = decoder(Reading.values()[random.nextInt(2)]);
            var found = new ArrayList<byte[]>();
            for (int at = 0; at < frame.length; ) {
                int length = Math.min(frame.length - at, 1 + random.nextInt(200));
                found.addAll(decoder.feed(Arrays.copyOfRange(frame, at, at + length), length));
                at += length;
            }
            assertThat(found).containsExactly(packet);
        });
    }

    @Test
    void noLineIsLongerThan127Bytes() {
        String frame = new String(FrameEncoder.frame(new byte[LARGEST]), StandardCharsets.ISO_8859_1);
        assertThat(frame.lines()).allMatch(line -> line.length() <= 126).hasSize(12);
    }

    @Test
    void aPromptBeforeTheMarkerAndLogLinesBetweenDoNotHide() {
        byte[] packet = {1, 2, 3};
        var text = "[00:00] <inf> boot\r\n\u001b[1;32muart:~$ \u001b[m";
        assertThat(feed(decoder(Reading.MARKER_ANYWHERE), text, packet, "\nmore text\n"))
                .containsExactly(packet);
    }

    @Test
    void aLogLineBetweenTheLinesOfAFrameDoesNotHide() {
        byte[] packet = new byte[200];
        String frame = new String(FrameEncoder.frame(packet), StandardCharsets.ISO_8859_1);
        String broken = frame.replace("\n", "\n<wrn> battery\n");
        assertThat(feed(decoder(Reading.MARKER_ANYWHERE), broken)).containsExactly(packet);
    }

    @Test
    void aHalfFrameSwallowsTheNextOneOnlyWhereTheMarkerMustStartTheLine() {
        byte[] packet = {9, 8, 7};
        String half = new String(FrameEncoder.frame(new byte[40]), StandardCharsets.ISO_8859_1).substring(0, 20);
        assertThat(feed(decoder(Reading.MARKER_AT_LINE_START), half, packet, ""))
                .isEmpty();
        assertThat(feed(decoder(Reading.MARKER_ANYWHERE), half, packet, "")).containsExactly(packet);
        assertThat(feed(decoder(Reading.MARKER_AT_LINE_START), half + "\n", packet, ""))
                .containsExactly(packet);
    }

    @Test
    void oversizeDamagedAndForeignFramesVanishWithoutAWord() {
        byte[] good = FrameEncoder.frame(new byte[50]);
        var decoder = decoder(Reading.MARKER_ANYWHERE);
        assertThat(feed(decoder, new String(FrameEncoder.frame(new byte[LARGEST + 1]), StandardCharsets.ISO_8859_1)))
                .isEmpty();
        for (int i = 2; i < good.length - 1; i++) {
            byte[] damaged = good.clone();
            damaged[i] = damaged[i] == 'A' ? (byte) 'B' : (byte) 'A';
            if (!Arrays.equals(damaged, good)) {
                assertThat(decoder.feed(damaged, damaged.length)).isEmpty();
            }
        }
        assertThat(decoder.framesDropped()).isPositive();
        assertThat(decoder.feed(good, good.length)).containsExactly(new byte[50]);
    }

    @Test
    void anOverlongLineIsDroppedAndTheNextFrameRead() {
        var decoder = decoder(Reading.MARKER_ANYWHERE);
        assertThat(feed(decoder, "\u0006\t" + "A".repeat(100_000) + "\n")).isEmpty();
        byte[] packet = {5};
        assertThat(feed(decoder, "", packet, "")).containsExactly(packet);
    }

    @Test
    void noiseNeverThrowsAndAFrameAfterItIsStillRead() {
        trials(20_000, random -> {
            var decoder = decoder(Reading.MARKER_ANYWHERE);
            byte[] noise = noise(random);
            decoder.feed(noise, noise.length);
            byte[] packet = bytes(random, 1 + random.nextInt(30));
            assertThat(feed(decoder, "\n", packet, "")).contains(packet);
        });
    }

    /** Bytes that look like the protocol more often than chance would have it. */
    private static byte[] noise(Random random) {
        var out = new ByteArrayOutputStream();
        for (int i = random.nextInt(12); i >= 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> out.writeBytes(new byte[] {6, 9});
                case 1 -> out.writeBytes(new byte[] {4, 20});
                case 2 -> out.write('\n');
                case 3 -> out.writeBytes("//8A".repeat(random.nextInt(40)).getBytes(StandardCharsets.US_ASCII));
                case 4 -> {
                    byte[] frame = FrameEncoder.frame(bytes(random, 1 + random.nextInt(300)));
                    frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                    out.write(frame, 0, random.nextInt(frame.length + 1));
                }
                default -> out.writeBytes(bytes(random, random.nextInt(200)));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static FrameDecoder decoder(Reading reading) {
        return new FrameDecoder(LARGEST, reading);
    }

    private static List<byte[]> feed(FrameDecoder decoder, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return decoder.feed(bytes, bytes.length);
    }

    private static List<byte[]> feed(FrameDecoder decoder, String before, byte[] packet, String after) {
        return feed(decoder, before + new String(FrameEncoder.frame(packet), StandardCharsets.ISO_8859_1) + after);
    }
}
