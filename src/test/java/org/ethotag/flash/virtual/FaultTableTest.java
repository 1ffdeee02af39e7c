package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.LineQuality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The fault table of the specification, exhaustively: whatever happens, the tag runs the old or the new model, whole; the
 * receipt says which; a second attempt succeeds.
 */
class FaultTableTest {
    @TempDir
    Path folder;

    private FaultRuns runs;

    @BeforeEach
    void installTheOldModel() {
        runs = new FaultRuns(folder);
    }

    @Test
    void powerCutAtEveryFlashOperation() {
        long operations = runs.count(VirtualTag::operations);
        assertThat(operations).isGreaterThan(170); // 19 sectors in three steps of erase, write and status
        for (long operation = 1; operation <= operations; operation++) {
            runs.survives("power-cut-after-operations:" + operation, false);
            runs.survives("power-cut-after-operations:" + operation, true);
        }
    }

    @Test
    void powerCutAtTheEndsOfEveryFrame() {
        byte[] transcript = runs.transcript();
        for (int at = 1; at <= transcript.length; at++) {
            boolean beforeFrame = at == transcript.length || transcript[at] == 0x06;
            if (beforeFrame || at > 1 && transcript[at - 1] == 0x06) {
                runs.survives("power-cut-after-bytes:" + at, at % 2 == 0);
            }
        }
    }

    @Test
    void twoProgramsAtOneTag() {
        try (var bench = runs.bench()) {
            try (var _ = new OtherProgram(bench)) {
                var receipt = bench.flash(FaultRuns.NEW);
                assertEquals(List.of("TAG_IN_USE"), FaultRuns.codes(receipt));
                assertEquals(FlashOutcome.REFUSED, receipt.outcome());
            }
            assertThat(bench.flash(FaultRuns.NEW).verified()).isTrue();
        }
    }

    @Test
    void aThousandGoodRunsWithoutAFalseAlarm() {
        try (var bench = new FlashBench(folder)) {
            for (int i = 0; i < 1_000; i++) {
                var image = i % 2 == 0 ? FaultRuns.NEW : FaultRuns.OLD;
                var receipt = bench.flash(FaultRuns.willing(image));
                if (!receipt.verified()
                        || !receipt.problems().isEmpty()
                        || receipt.goldenWindows() != FlashBench.WINDOWS
                        || !receipt.line().equals(LineQuality.perfect())
                        || !receipt.unchecked().isEmpty()) {
                    throw new AssertionError("run " + i + ": " + receipt);
                }
            }
            assertEquals(FaultRuns.OLD.modelId().orElseThrow(), bench.running());
            assertThat(bench.journal().openJobs()).isEmpty();
        }
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
