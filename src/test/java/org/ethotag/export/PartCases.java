package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Random;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.IntMatrix;
import org.ethotag.quantization.LookupTable;
import org.ethotag.quantization.yaw.YawTurn;

/** Cases of parts that need no blob: conditioning, tables, turns. */
final class PartCases {
    private static final int CONDITION = 1;
    private static final int LOOKUP = 2;
    private static final int TURN = 5;
    private static final int ALL_INT16 = 65536;
    private static final int BAD_CONDITIONING = 12;

    private PartCases() {}

    /** A conditioning as large as it may be, or with smaller entries, and any shift and offset. */
    static InputConditioning conditioning(Random random) {
        int shift = 1 + random.nextInt(30);
        long most = Math.min(32767, (Integer.MAX_VALUE - (1L << (shift - 1))) / 65535) >> random.nextInt(12);
        int[] matrix = new int[9];
        for (int row = 0; row < 3; row++) {
            int left = (int) most;
            for (int column = 0; column < 3; column++) {
                int part = random.nextInt(left + 1);
                part = column == 2 && random.nextBoolean() ? left : part;
                left -= part;
                matrix[3 * row + column] = random.nextBoolean() ? part : -part;
            }
        }
        var offset = random.nextInt(4) == 0
                ? Counts.limits(random, 1)[0]
                : new short[] {small(random), small(random), small(random)};
        return new InputConditioning(
                IntMatrix.column(offset[0], offset[1], offset[2]), IntMatrix.of(3, 3, matrix), shift);
    }

    private static short small(Random random) {
        return (short) ((short) random.nextInt() >> random.nextInt(10));
    }

    static void write(ByteSink sink, InputConditioning conditioning) {
        for (int value : conditioning.offset().toArray()) {
            sink.int16(value);
        }
        sink.int16(conditioning.shift());
        for (int value : conditioning.matrix().toArray()) {
            sink.int16(value);
        }
    }

    private static void compare(InputConditioning expected, ByteBuffer output) {
        var offset = IntMatrix.column(output.getInt(), output.getInt(), output.getInt());
        int shift = output.getInt();
        int[] matrix = new int[9];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = output.getInt();
        }
        assertThat(new InputConditioning(offset, IntMatrix.of(3, 3, matrix), shift))
                .isEqualTo(expected);
    }

    /** The status of a turned conditioning, and the conditioning if there is one. */
    static void compareTurned(YawTurn turn, InputConditioning base, ByteBuffer output) {
        Optional<InputConditioning> turned = turn.before(base);
        assertThat(output.getInt()).as("status").isEqualTo(turned.isPresent() ? 0 : BAD_CONDITIONING);
        turned.ifPresent(expected -> compare(expected, output));
    }

    /** Raw samples through a conditioning. */
    record Condition(InputConditioning conditioning, short[][] samples) implements ParityCase {
        @Override
        public int results() {
            return samples.length;
        }

        @Override
        public void write(ByteSink sink) {
            sink.int32(CONDITION);
            PartCases.write(sink, conditioning);
            sink.int32(samples.length);
            Counts.write(sink, samples);
        }

        @Override
        public void compare(ByteBuffer output) {
            assertThat(output.getInt()).as("status").isZero();
            for (short[] raw : samples) {
                for (int axis = 0; axis < 3; axis++) {
                    assertThat(output.getInt()).isEqualTo(conditioning.apply(axis, raw[0], raw[1], raw[2]));
                }
            }
        }
    }

    /** Any bits where a conditioning should be: the runtime takes those that Java takes. */
    record AnyConditioning(short[] offset, int shift, short[] matrix) implements ParityCase {
        static AnyConditioning random(Random random) {
            int most = 1 << random.nextInt(16);
            var matrix = new short[9];
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = (short) (random.nextInt(2 * most) - most);
            }
            int shift = random.nextInt(8) == 0 ? random.nextInt(65536) : random.nextInt(34);
            return new AnyConditioning(Counts.limits(random, 1)[0], shift, matrix);
        }

        @Override
        public int results() {
            return 1;
        }

        @Override
        public void write(ByteSink sink) {
            sink.int32(CONDITION);
            Counts.write(sink, new short[][] {offset});
            sink.int16(shift);
            Counts.write(sink, new short[][] {matrix});
            sink.int32(0);
        }

        @Override
        public void compare(ByteBuffer output) {
            assertThat(output.getInt()).as(this::toString).isEqualTo(isValid() ? 0 : BAD_CONDITIONING);
        }

        private boolean isValid() {
            int[] values = new int[matrix.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = matrix[i];
            }
            try {
                new InputConditioning(
                        IntMatrix.column(offset[0], offset[1], offset[2]), IntMatrix.of(3, 3, values), shift);
                return true;
            } catch (IllegalArgumentException refused) {
                return false;
            }
        }
    }

    /** All 65,536 inputs of a table. */
    record Lookup(LookupTable table) implements ParityCase {
        @Override
        public int results() {
            return ALL_INT16;
        }

        @Override
        public void write(ByteSink sink) {
            sink.int32(LOOKUP);
            for (int i = 0; i < LookupTable.ENTRIES; i++) {
                sink.int16(table.entry(i));
            }
        }

        @Override
        public void compare(ByteBuffer output) {
            for (int q = Short.MIN_VALUE; q <= Short.MAX_VALUE; q++) {
                assertThat(output.getInt()).isEqualTo(table.at(q));
            }
        }
    }

    /** A conditioning with a turn in front of it. */
    record Turn(YawTurn turn, InputConditioning base) implements ParityCase {
        @Override
        public int results() {
            return 1;
        }

        @Override
        public void write(ByteSink sink) {
            sink.int32(TURN).int32(turn.cosine()).int32(turn.sine());
            PartCases.write(sink, base);
        }

        @Override
        public void compare(ByteBuffer output) {
            compareTurned(turn, base, output);
        }
    }
}
