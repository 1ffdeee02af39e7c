package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.uf2.Uf2File;
import org.ethotag.export.uf2.Uf2Writer;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameDecoder.Reading;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Bytes from strangers, a million of them: whatever they are, reading ends soon, in a value or in a problem, and takes no
 * more memory than so few bytes explain. The inputs are sound ones with bits flipped, pieces cut out or doubled, and
 * lengths that lie; each is told by its number.
 */
@Timeout(300)
class ParserFuzzTest {
    /** A quarter of a million of each of four kinds; another count with -Dethotag.fuzz.inputs=N for all together. */
    private static final int EACH = Integer.getInteger("ethotag.fuzz.inputs", 1_000_000) / 4;

    /** A decoded copy, a copy of the part that is looked at, one that is handed out, and what is made of it. */
    private static final long PER_BYTE = 4;

    /** Whatever the input: the three texts of a problem take 7 KB; measured at most 9 KB. */
    private static final long FOR_A_PROBLEM = 16L << 10;

    /** The same and the buffers of the CBOR library, 8 KB each; measured at most 32 KB. */
    private static final long FOR_A_MAP = 48L << 10;

    /** The first ones load classes. */
    private static final int MEASURED = 1_000;

    private static final long LONGEST_NANOS = 2_000_000_000L;

    private final ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final byte[] scratch = new byte[1 << 15];

    @BeforeEach
    void loadWhatIsLoadedOnce() {
        assertThat(memory.isThreadAllocatedMemorySupported()).isTrue();
        Cbor.decode(new byte[] {(byte) 0xA0}, 0, 1);
    }

    @Test
    void frames() {
        byte[] sound = FrameEncoder.frame(upload().encode(Cbor.Lengths.DEFINITE));
        fuzz(sound, FOR_A_MAP, input -> {
            var reading = input.length % 2 == 0 ? Reading.MARKER_ANYWHERE : Reading.MARKER_AT_LINE_START;
            var decoder = new FrameDecoder(1020, reading);
            decoder.feed(input, input.length).forEach(SmpPacket::parse);
        });
    }

    @Test
    void maps() {
        byte[] sound = state().encode(Cbor.Lengths.INDEFINITE);
        fuzz(
                sound,
                FOR_A_MAP,
                input -> SmpPacket.parse(input).ifPresent(packet -> {
                    ImageSlot.listOf(packet.body());
                    SlotSize.listOf(packet.body());
                    SmpAnswer.of(packet.body());
                    TagIdentity.of(packet.body());
                    SelfTest.of(packet.body());
                    LiveClassification.of(packet.body());
                    BehaviourCounts.listOf(packet.body());
                }));
    }

    @Test
    void images() {
        var target = new ImageTarget("ethotag-virtual-1", ImageVersion.of(1, 0, 1), ImageVersion.of(1, 0, 0));
        var keys = ModelKeys.create();
        byte[] sound = ModelImage.sign(Images.payload(1, 1), target, keys).bytes();
        fuzz(sound, FOR_A_PROBLEM, input -> {
            var image = ModelImage.parse(input);
            image.hardwareId();
            image.modelId();
            image.minimumFirmware();
            image.hash();
        });
    }

    @Test
    void uf2Files() {
        byte[] sound = Uf2Writer.write(new byte[1_000], 0xADA52840L, 0xD0000);
        fuzz(sound, FOR_A_PROBLEM, input -> Uf2File.parse(input).content(0xD0000, 1_000));
    }

    @Test
    void aLengthThatLiesCostsNothing() {
        for (int major : new int[] {0x5B, 0x7B, 0x9B, 0xBB}) { // byte string, text, list, map of 2^31 - 1 entries
            byte[] lie = ByteBuffer.allocate(12)
                    .put(new byte[] {(byte) 0xA1, 0x61, 'd', (byte) major})
                    .putLong(Integer.MAX_VALUE)
                    .array();
            twice(lie, FOR_A_MAP, input -> Cbor.decode(input, 0, input.length));
        }
        byte[] image = new byte[600];
        ByteBuffer.wrap(image)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x96F3B83D)
                .putInt(0)
                .putShort((short) 512);
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(12, Integer.MAX_VALUE);
        twice(image, FOR_A_PROBLEM, ModelImage::parse);
    }

    private void twice(byte[] input, long fixed, Consumer<byte[]> parser) {
        check(0, input, fixed, parser);
        check(MEASURED, input, fixed, parser);
    }

    private void fuzz(byte[] sound, long fixed, Consumer<byte[]> parser) {
        for (int i = 0; i < EACH; i++) {
            check(i, broken(new Random(i), sound), fixed, parser);
        }
    }

    private void check(int number, byte[] input, long fixed, Consumer<byte[]> parser) {
        long nanos = System.nanoTime();
        long before = memory.getCurrentThreadAllocatedBytes();
        try {
            parser.accept(input);
        } catch (ProblemException refused) {
            // that is how it should end, mostly
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError mistake) {
            throw new AssertionError("input " + number, mistake);
        }
        long taken = memory.getCurrentThreadAllocatedBytes() - before;
        if (number >= MEASURED && taken > fixed + PER_BYTE * input.length) {
            throw new AssertionError("input " + number + " of " + input.length + " bytes took " + taken);
        }
        if (System.nanoTime() - nanos > LONGEST_NANOS) {
            throw new AssertionError("input " + number + " took too long");
        }
    }

    /** Cut, spliced, flipped, or with a word that lies; now and then only noise. */
    private byte[] broken(Random random, byte[] sound) {
        int length = Math.min(sound.length, scratch.length);
        System.arraycopy(sound, 0, scratch, 0, length);
        switch (random.nextInt(8)) {
            case 0 -> length = random.nextInt(length);
            case 1 -> {
                int from = random.nextInt(length);
                int part = Math.min(length - from, random.nextInt(64));
                System.arraycopy(sound, from, scratch, random.nextInt(length - part + 1), part);
            }
            case 2 -> {
                int at = random.nextInt(Math.max(1, length - 4));
                Arrays.fill(scratch, at, Math.min(length, at + 4), (byte) (random.nextBoolean() ? 0xFF : 0x7F));
            }
            case 3 -> {
                length = random.nextInt(80);
                for (int i = 0; i < length; i++) {
                    scratch[i] = (byte) random.nextInt();
                }
            }
            default -> length = sound.length;
        }
        for (int i = random.nextInt(5); i > 0 && length > 0; i--) {
            int near = random.nextBoolean() ? Math.min(64, length) : length;
            scratch[random.nextInt(near)] ^= (byte) (1 << random.nextInt(8));
        }
        return Arrays.copyOf(scratch, length);
    }

    private static SmpPacket upload() {
        var body = Fields.of("image", 1)
                .with("len", 20_000)
                .with("sha", new byte[32])
                .with("off", 0)
                .with("data", new byte[120]);
        return new SmpPacket(1, 2, 1, 7, 1, body);
    }

    private static SmpPacket state() {
        var slot = Fields.of("image", 1)
                .with("slot", 0)
                .with("version", "1.0.0")
                .with("hash", new byte[32])
                .with("confirmed", true);
        return new SmpPacket(
                1, 1, 1, 7, 0, Fields.of("images", List.of(slot, slot)).with("logits", List.of(1, 2)));
    }
}
