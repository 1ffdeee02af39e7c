package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ethotag.export.ModelImage;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.LineQuality;
import org.ethotag.flash.TagConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault table of the specification, exhaustively: whatever happens, the tag runs the old or the new model, whole; the
 * receipt says which; a second attempt succeeds.
 */
class FaultTableTest {
    private static final ModelImage OLD = FlashBench.image(1);
    private static final ModelImage NEW = FlashBench.image(2);

    @TempDir
    Path folder;

    private int runs;

    @BeforeEach
    void installTheOldModel() {
        try (var bench = new FlashBench(folder)) {
            assertThat(bench.flash(OLD).verified()).isTrue();
        }
    }

    @Test
    void powerCutAtEveryFlashOperation() {
        long operations = count(VirtualTag::operations);
        assertThat(operations).isGreaterThan(170); // 19 sectors in three steps of erase, write and status
        for (long operation = 1; operation <= operations; operation++) {
            survives("power-cut-after-operations:" + operation, false);
            survives("power-cut-after-operations:" + operation, true);
        }
    }

    @Test
    void powerCutAtTheEndsOfEveryFrame() {
        byte[] transcript = transcript();
        for (int at = 1; at <= transcript.length; at++) {
            boolean beforeFrame = at == transcript.length || transcript[at] == 0x06;
            if (beforeFrame || at > 1 && transcript[at - 1] == 0x06) {
                survives("power-cut-after-bytes:" + at, at % 2 == 0);
            }
        }
    }

    @Test
    void twoProgramsAtOneTag() {
        try (var bench = bench()) {
            try (var _ = new OtherProgram(bench)) {
                var receipt = bench.flash(NEW);
                assertEquals(List.of("TAG_IN_USE"), codes(receipt));
                assertEquals(FlashOutcome.REFUSED, receipt.outcome());
            }
            assertThat(bench.flash(NEW).verified()).isTrue();
        }
    }

    @Test
    void aThousandGoodRunsWithoutAFalseAlarm() {
        try (var bench = new FlashBench(folder)) {
            for (int i = 0; i < 1_000; i++) {
                var image = i % 2 == 0 ? NEW : OLD;
                var receipt = bench.flash(willing(image));
                if (!receipt.verified()
                        || !receipt.problems().isEmpty()
                        || receipt.goldenWindows() != FlashBench.WINDOWS
                        || !receipt.line().equals(LineQuality.perfect())
                        || !receipt.unchecked().isEmpty()) {
                    throw new AssertionError("run " + i + ": " + receipt);
                }
            }
            assertEquals(OLD.modelId().orElseThrow(), bench.running());
            assertThat(bench.journal().openJobs()).isEmpty();
        }
    }

    /** One run with a fault, what it left, and the second attempt. @param gone whether the cable stays out afterwards */
    private void survives(String fault, boolean gone) {
        try (var bench = bench(fault)) {
            TagConnector connector =
                    gone ? new OneLine(bench.tag().connector()) : bench.tag().connector();
            FlashReceipt receipt = bench.flash(willing(NEW), connector);
            String running = bench.running();
            String old = OLD.modelId().orElseThrow();
            String fresh = NEW.modelId().orElseThrow();
            String story = fault + ", gone " + gone + ": " + receipt.outcome() + " " + codes(receipt);
            assertThat(((VirtualTag) bench.tag()).inRecovery()).as(story).isFalse();
            switch (receipt.outcome()) {
                case VERIFIED -> assertEquals(fresh, running, story);
                case REFUSED, OLD_MODEL_RUNS -> assertEquals(old, running, story);
                case UNKNOWN -> assertThat(running).as(story).isIn(old, fresh);
            }
            boolean provedNothing = codes(receipt).contains("NOT_STARTED"); // power failed before the confirmation
            if (!gone && !(fault.startsWith("power") && provedNothing)) {
                assertEquals(FlashOutcome.VERIFIED, receipt.outcome(), story);
            }
            for (var job : bench.journal().openJobs()) {
                var resumed = bench.resume(job);
                boolean wentBack = fault.startsWith("power") && codes(resumed).contains("NOT_STARTED");
                assertThat(wentBack || resumed.verified())
                        .as("resumed: " + story + ", then " + codes(resumed))
                        .isTrue();
            }
            assertThat(bench.flash(willing(NEW)).problems())
                    .as("again: " + story)
                    .isEmpty();
            assertEquals(fresh, bench.running(), story);
            assertThat(bench.settled()).as(story).isTrue();
        }
    }

    /** A copy of the tag that runs the old model. */
    private FlashBench bench(String... faults) {
        Path own = folder.resolve("run" + runs++);
        try {
            Files.createDirectories(own);
            Files.copy(folder.resolve("memory"), own.resolve("memory"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new FlashBench(own, faults);
    }

    private long count(ToLongFunction<VirtualTag> what) {
        try (var bench = bench()) {
            bench.flash(NEW);
            return what.applyAsLong((VirtualTag) bench.tag());
        }
    }

    /** Every byte that a good job sends. */
    private byte[] transcript() {
        try (var bench = bench()) {
            var tap = new TappedConnector(bench.tag().connector());
            assertThat(bench.flash(FlashBench.order(NEW.bytes()), tap).verified())
                    .isTrue();
            return tap.sent();
        }
    }

    private static FlashOrder willing(ModelImage image) {
        return new FlashOrder(
                "model.img",
                image.bytes(),
                List.of(FlashBench.KEYS.publicKey()),
                FlashBench.SERIAL,
                FlashRules.usual().allowingOlder());
    }

    private static List<String> codes(FlashReceipt receipt) {
        return receipt.problems().stream().map(problem -> problem.code().name()).toList();
    }

    /** Another program that is in the middle of flashing the tag. */
    private static final class OtherProgram implements AutoCloseable {
        private final FileChannel file;

        OtherProgram(FlashBench bench) {
            try {
                bench.journal().openJobs();
                var lock = bench.lockFile();
                Files.createDirectories(lock.getParent());
                file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                assertThat(file.tryLock()).isNotNull();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
