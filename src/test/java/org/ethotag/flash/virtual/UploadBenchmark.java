package org.ethotag.flash.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ethotag.flash.SerialLine;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagLine;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.job.JobMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Image bytes per second of an upload beside what the same pseudo-terminal carries in packets of the same size: in an
 * echo loop of the protocol, and in a bare loop that knows no protocol, in which frames of that length are answered by
 * as many bytes as an upload's answer has. Prints figures; {@code mvn test -Dtest=UploadBenchmark -Dbenchmark.uploads=31}.
 */
@EnabledIfSystemProperty(named = "benchmark.uploads", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class UploadBenchmark {
    private static final int IMAGE_BYTES = 64 * 1024;
    private static final int WARM_UP = 10;
    private static final int BARE_ANSWER_BYTES = 32;
    private static final int ECHO_OVERHEAD_BYTES = 8 + 1 + 2 + 3; // head, map, name, length of the text
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] MAGIC = {(byte) 0x3D, (byte) 0xB8, (byte) 0xF3, (byte) 0x96};

    @TempDir
    private Path folder;

    @BeforeEach
    void onlyWherePseudoTerminalsExist() {
        assumeTrue(PseudoTerminal.available(), "pseudo-terminals exist on Linux and macOS only");
    }

    @Test
    void uploadBesideEchoAndBareLoop() {
        int rounds = Integer.getInteger("benchmark.uploads");
        var settings = VirtualTagSettings.of(FlashBench.SERIAL, FlashBench.HARDWARE, List.of());
        try (var tag = VirtualTag.open(folder.resolve("memory"), settings, TagClock.system());
                var port = VirtualTagPort.open(folder.resolve("ttyTag"), tag);
                var link = TagLink.open(SerialLine.open(port.link().toString(), TagClock.system()), 1)) {
            int packet = link.largestPacket();
            var bare = new BareTag(FrameEncoder.frame(new byte[packet]).length);
            try (var barePort = VirtualTagPort.open(folder.resolve("ttyBare"), bare);
                    var line = SerialLine.open(barePort.link().toString(), TagClock.system())) {
                double[] upload = new double[rounds];
                double[] echo = new double[rounds];
                double[] loop = new double[rounds];
                for (int i = -WARM_UP; i < rounds; i++) { // in turns, so that a busy machine is busy for all three
                    double up = upload(link, i);
                    double ec = echo(link, packet);
                    double ba = bare(line, packet);
                    if (i >= 0) {
                        upload[i] = up;
                        echo[i] = ec;
                        loop[i] = ba;
                    }
                }
                System.out.printf(
                        "packets of %d bytes, %d uploads of %d bytes; medians%n", packet, rounds, IMAGE_BYTES);
                System.out.printf("upload:    %,12.0f image bytes per second%n", median(upload));
                print("echo loop", echo, upload);
                print("bare loop", loop, upload);
            }
        }
    }

    private static double upload(TagLink link, int seed) {
        byte[] file = new byte[IMAGE_BYTES];
        new Random(seed).nextBytes(file);
        System.arraycopy(MAGIC, 0, file, 0, MAGIC.length);
        long start = System.nanoTime();
        var result = link.upload(file, Bootloader.MODEL, JobMonitor.unwatched());
        double seconds = (System.nanoTime() - start) * 1e-9;
        assertEquals(IMAGE_BYTES, result.sentBytes());
        return IMAGE_BYTES / seconds;
    }

    /** Whole packets count, there but not back. */
    private static double echo(TagLink link, int packet) {
        var text = "e".repeat(packet - ECHO_OVERHEAD_BYTES);
        int packets = IMAGE_BYTES / packet;
        long start = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            assertEquals(text, link.echo(text));
        }
        return packets * (double) packet / ((System.nanoTime() - start) * 1e-9);
    }

    private static double bare(TagLine line, int packet) {
        byte[] frame = FrameEncoder.frame(new byte[packet]);
        byte[] answer = new byte[4096];
        int packets = IMAGE_BYTES / packet;
        long start = System.nanoTime();
        for (int i = 0; i < packets; i++) {
            line.write(frame);
            for (int got = 0; got < BARE_ANSWER_BYTES; ) {
                int length = line.read(answer, PATIENCE);
                assertTrue(length > 0, "the bare loop is broken");
                got += length;
            }
        }
        return packets * (double) packet / ((System.nanoTime() - start) * 1e-9);
    }

    private static void print(String what, double[] loop, double[] upload) {
        double[] ratios = new double[loop.length];
        Arrays.setAll(ratios, i -> upload[i] / loop[i]);
        System.out.printf("%s: %,12.0f bytes per second, upload is %.3f of it%n", what, median(loop), median(ratios));
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Counts bytes and answers each frame's worth of them. */
    private static final class BareTag implements PluggableTag {
        private static final byte[] NOTHING = {};

        private final int frameBytes;
        private int got;

        BareTag(int frameBytes) {
            this.frameBytes = frameBytes;
        }

        @Override
        public synchronized byte[] exchange(int number, byte[] bytes, Duration atMost) {
            got += bytes.length;
            if (got < frameBytes) {
                return NOTHING;
            }
            got -= frameBytes;
            return new byte[BARE_ANSWER_BYTES];
        }

        @Override
        public String serial() {
            return "BARE";
        }

        @Override
        public TagClock clock() {
            return TagClock.system();
        }

        @Override
        public Duration absence() {
            return Duration.ZERO;
        }

        @Override
        public Duration attention() {
            return Duration.ofMillis(50);
        }

        @Override
        public Optional<Integer> plugIn() {
            return Optional.of(1);
        }

        @Override
        public boolean connected(int number) {
            return true;
        }

        @Override
        public void powerCycle() {
            // it has no memory
        }

        @Override
        public void close() {
            // it holds nothing
        }
    }
}
