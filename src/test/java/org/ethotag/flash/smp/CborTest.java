package org.ethotag.flash.smp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.ethotag.flash.smp.Cbor.Lengths;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CborTest {
    @Test
    void whateverIsWrittenIsReadBackWithBothKindsOfLength() {
        trials(2_000, random -> {
            Fields fields = fields(random, 3);
            for (Lengths lengths : Lengths.values()) {
                byte[] bytes = Cbor.encode(fields, lengths);
                assertThat(Cbor.decode(bytes, 0, bytes.length)).isEqualTo(fields);
            }
        });
    }

    /** Appendix A of RFC 8949. */
    @Test
    void theExamplesOfTheStandardAreRead() {
        assertThat(decode("bf6346756ef563416d7421ff"))
                .isEqualTo(Fields.of("Fun", true).with("Amt", -2));
        assertThat(decode("bf61610161629f0203ffff")).isEqualTo(Fields.of("a", 1).with("b", List.of(2, 3)));
        assertThat(decode("a56161614161626142616361436164614461656145"))
                .isEqualTo(Fields.of("a", "A")
                        .with("b", "B")
                        .with("c", "C")
                        .with("d", "D")
                        .with("e", "E"));
    }

    @Test
    void anythingButOneMapIsAProblem() {
        for (String bad : List.of(
                "",
                "00",
                "80",
                "f6",
                "a1",
                "a16161",
                "bf6161",
                "bf616101",
                "a16161014100",
                "a2616101616102",
                "a1615f41",
                "a1616119",
                "ff",
                "a16161ff",
                "bf61615f4101ff")) {
            assertThatThrownBy(() -> decode(bad)).as(bad).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void deepNestingIsAProblemAndNoOverflow() {
        assertThatThrownBy(() -> decode("bf6161".repeat(5_000))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> decode("a16161" + "9f".repeat(5_000))).isInstanceOf(ProblemException.class);
    }

    @Test
    void randomAndDamagedInputIsReadOrAProblemAndNothingElse() {
        trials(40_000, random -> {
            byte[] bytes = random.nextBoolean() ? noise(random) : damaged(random);
            try {
                assertThat(Cbor.decode(bytes, 0, bytes.length)).isNotNull();
            } catch (ProblemException expected) {
                assertThat(expected.problem().code()).isEqualTo(SmpProblem.BAD_MAP);
            }
        });
    }

    @Test
    void aHugeDeclaredLengthOverAShortInputCostsNoMemory() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String bad : List.of(
                "a161615a7fffffff00",
                "a161617a7fffffff61",
                "a161619a7fffffff00",
                "ba7fffffff616100",
                "a1615b7fffffffffffffff",
                "a17a7fffffff61",
                "a161615a0003ffff00",
                "a161617a0003ffff61")) {
            byte[] bytes = HexFormat.of().parseHex(bad);
            assertThatThrownBy(() -> Cbor.decode(bytes, 0, bytes.length)).isInstanceOf(ProblemException.class);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            assertThatThrownBy(() -> Cbor.decode(bytes, 0, bytes.length)).isInstanceOf(ProblemException.class);
            long after = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());
            assertThat(after - before).as(bad).isLessThan(200_000);
        }
    }

    private static Fields decode(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        return Cbor.decode(bytes, 0, bytes.length);
    }

    private static Fields fields(Random random, int depth) {
        Fields fields = Fields.none();
        for (int i = random.nextInt(5); i > 0; i--) {
            fields = fields.with("k" + random.nextInt(1000), value(random, depth));
        }
        return fields;
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> random.nextBoolean();
            case 2 -> "text ä ".repeat(random.nextInt(30));
            case 3 -> random.nextDouble();
            case 4 -> {
                byte[] bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
                yield bytes;
            }
            case 5 -> fields(random, depth - 1);
            default -> {
                var list = new ArrayList<Object>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(random, depth - 1));
                }
                yield list;
            }
        };
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        if (bytes.length > 0) {
            bytes[0] = (byte) (random.nextBoolean() ? 0xBF : 0xA0 + random.nextInt(6));
        }
        return bytes;
    }

    private static byte[] damaged(Random random) {
        byte[] bytes = Cbor.encode(fields(random, 2), Lengths.values()[random.nextInt(2)]);
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
}
