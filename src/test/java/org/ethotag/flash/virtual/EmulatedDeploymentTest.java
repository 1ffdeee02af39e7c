package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ethotag.export.image.Images;
import org.ethotag.flash.smp.Fields;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.yaw.YawEstimator;
import org.ethotag.quantization.yaw.YawSettings;
import org.ethotag.quantization.yaw.YawTurn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference tag does with how its collar sits, against the same integers in Java. */
class EmulatedDeploymentTest {
    private static final int MODEL = 4;
    private static final int GRAVITY = 8192; // counts per g of the sensor of these models
    private static final int BLOCKS = 30; // more than the estimator wants to agree

    @TempDir
    Path folder;

    private final QuantizedGraph graph = Images.blob(MODEL).graph();

    @Test
    void theConditioningOfADeploymentTakesThePlaceOfTheModels() {
        var turned = new YawTurn(9_830, -13_107).before(graph.conditioning()).orElseThrow();
        short[][] counts = lively(graph.windows().lengthSamples(), 0);
        try (var conversation = conversation()) {
            conversation.write("tag/conditioning", bytes(turned));
            conversation.feed(counts);
            assertThat(conversation.live()).isEqualTo(new Live(1, logits(turned, counts)));
        }
    }

    @Test
    void theTagFindsByItselfHowFarItsCollarIsTurned() {
        int length = graph.windows().lengthSamples();
        short[][] counts = lively(BLOCKS * length, 2);
        var settings = YawSettings.of(graph.sensor(), length, 1_000, 0);
        try (var conversation = conversation()) {
            conversation.write("tag/yaw", new byte[] {(byte) 0xE8, 0x03, 0, 0});
            conversation.feed(counts);
            assertThat(conversation.live()).isEqualTo(expected(settings, counts));
        }
    }

    /** @param logits of the newest window */
    private record Live(long number, List<Long> logits) {}

    /** Sliding windows that begin anew when the turn is found. */
    private Live expected(YawSettings settings, short[][] counts) {
        int length = graph.windows().lengthSamples();
        var estimator = new YawEstimator(settings);
        var conditioning = graph.conditioning();
        boolean found = false;
        int begin = 0;
        long windows = 0;
        Live newest = null;
        for (int i = 0; i < counts.length; i++) {
            int taken = i + 1 - begin;
            if (taken >= length && (taken - length) % graph.windows().strideSamples() == 0) {
                windows++;
                newest = new Live(windows, logits(conditioning, Arrays.copyOfRange(counts, i + 1 - length, i + 1)));
            }
            boolean ended = estimator.sample(counts[i][0], counts[i][1], counts[i][2]);
            if (ended && !found && estimator.turn().isPresent()) {
                conditioning = estimator.turn().get().before(conditioning).orElseThrow();
                found = true;
                begin = i + 1;
            }
        }
        assertThat(found).isTrue();
        return newest;
    }

    private List<Long> logits(InputConditioning conditioning, short[][] window) {
        int[] logits = new IntegerEngine(graph.with(conditioning)).logits(window);
        return Arrays.stream(logits).asLongStream().boxed().toList();
    }

    /** Head down, turned by an angle in radians, and moving. */
    private static short[][] lively(int samples, double angle) {
        var random = new Random(9);
        var counts = new short[samples][3];
        for (short[] sample : counts) {
            sample[0] = (short) (GRAVITY * (0.7 * Math.cos(angle) + 0.3 * random.nextGaussian()));
            sample[1] = (short) (GRAVITY * (0.7 * Math.sin(angle) + 0.3 * random.nextGaussian()));
            sample[2] = (short) (GRAVITY * (-0.7 + 0.3 * random.nextGaussian()));
        }
        return counts;
    }

    private static byte[] bytes(InputConditioning conditioning) {
        var bytes = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        for (int axis = 0; axis < 3; axis++) {
            bytes.putShort((short) conditioning.offset().at(axis));
        }
        bytes.putShort((short) conditioning.shift());
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                bytes.putShort((short) conditioning.matrix().at(row, column));
            }
        }
        return bytes.array();
    }

    private Conversation conversation() {
        var bench = new FlashBench(EmulatedForm.on(EmulatedCore.CORTEX_M3), folder);
        assertThat(bench.flash(FlashBench.image(MODEL)).verified()).isTrue();
        return new Conversation(bench, bench.tag().plugIn().orElseThrow());
    }

    private record Conversation(FlashBench bench, int connection) implements AutoCloseable {
        void write(String name, byte[] value) {
            RawRequest.ask(
                    bench.tag(),
                    connection,
                    true,
                    RawRequest.SETTINGS,
                    0,
                    Fields.of("name", name).with("val", value));
        }

        void feed(short[][] counts) {
            RawRequest.feed(bench.tag(), connection, counts, 0, counts.length);
        }

        Live live() {
            Fields live = RawRequest.ask(bench.tag(), connection, false, RawRequest.OURS, 3, Fields.none());
            return new Live(live.number("n").orElseThrow(), live.numbers("logits"));
        }

        @Override
        public void close() {
            bench.close();
        }
    }
}
