package org.ethotag.flash.virtual;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ethotag.flash.TagLink;

/** One emulated tag on the bench, with models that answer without any arithmetic. */
final class TestBench implements AutoCloseable {
    static final String HARDWARE = "ethotag-virtual-1";
    static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final KeyPair KEYS = TestImages.keys();

    private final Path memory;
    private VirtualTagSettings settings = VirtualTagSettings.of("TAG-7", HARDWARE, List.of(KEYS.getPublic()));
    private VirtualTag tag;

    TestBench(Path folder, String... faults) {
        memory = folder.resolve("memory");
        for (String fault : faults) {
            settings = settings.with(Fault.parse(fault));
        }
        tag = open();
    }

    private VirtualTag open() {
        return VirtualTag.open(memory, settings, new SimulatedClock(() -> NOON), TestBench::model);
    }

    /** The same memory under another program run, without faults. */
    void restartHost() {
        tag.close();
        settings = VirtualTagSettings.of("TAG-7", HARDWARE, List.of(KEYS.getPublic()));
        tag = open();
    }

    VirtualTag tag() {
        return tag;
    }

    TagLink link() {
        return tag.connector().connect("", Duration.ofSeconds(5));
    }

    static byte[] image(byte[] payload) {
        return TestImages.image(payload, KEYS, HARDWARE, 1, 0, 0);
    }

    static byte[] image(byte[] payload, String hardware, int... firmware) {
        return TestImages.image(payload, KEYS, hardware, firmware);
    }

    /** A payload that says MODEL is one: its two golden windows give what the payload's length and first byte say. */
    static byte[] modelPayload(int length, int seed) {
        byte[] payload = TestImages.payload(length, seed);
        System.arraycopy("MODEL".getBytes(StandardCharsets.US_ASCII), 0, payload, 0, 5);
        return payload;
    }

    static Optional<TagModel> model(byte[] payload) {
        if (payload.length < 16 || payload[0] != 'M' || payload[1] != 'O') {
            return Optional.empty();
        }
        return Optional.of(new TagModel() {
            @Override
            public String id() {
                return "%016x".formatted((long) Arrays.hashCode(payload) & 0xFFFFFFFFL);
            }

            @Override
            public String label(int classIndex) {
                return classIndex == 0 ? "grazing" : "other";
            }

            @Override
            public int classes() {
                return 2;
            }

            @Override
            public int windows() {
                return 2;
            }

            @Override
            public byte[] samples(int window) {
                return Arrays.copyOf(payload, 300 + window);
            }

            @Override
            public int[] expected(int window) {
                return new int[] {payload[5] + window, payload.length};
            }

            @Override
            public int[] logits(int window) {
                return expected(window);
            }

            @Override
            public int windowSamples() {
                return 4;
            }

            @Override
            public int[] classify(short[][] counts) {
                return new int[] {counts[0][0], counts[3][2]};
            }

            @Override
            public int classOf(int[] logits) {
                return logits[0] >= logits[1] ? 0 : 1;
            }
        });
    }

    @Override
    public void close() {
        tag.close();
    }
}
