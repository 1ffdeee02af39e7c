package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.virtual.FlashingParent.End;
import org.ethotag.flash.virtual.FlashingParent.Watcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that takes no more bytes, by a limit on the size of files of a process of our own; the tag is outside of it. */
class FullDiskFlashTest {
    private static final ModelImage OLD = FlashBench.image(1);
    private static final int WINDOWS = 40;
    private static final ModelImage NEW = ModelImage.sign(
            Images.payload(2, WINDOWS),
            new ImageTarget(FlashBench.HARDWARE, ImageVersion.of(1, 0, 2), ImageVersion.of(1, 0, 0)),
            FlashBench.KEYS);
    /** More than a job's journal takes at its beginning. */
    private static final int JOURNAL_BYTES = 4600;

    @TempDir
    Path folder;

    @BeforeEach
    void installTheOldModel() throws IOException {
        try (var bench = new FlashBench(folder)) {
            assertThat(bench.flash(OLD).verified()).isTrue();
        }
        try (var files = Files.list(folder.resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, the journal does not fit", "10, the journal fits and the copy of the image does not"})
    void aJobIsNotStartedWithoutRoomForItsJournal(int blocks, String why) throws IOException, InterruptedException {
        require(Path.of("/bin/sh"), "there is no shell to limit the size of files");
        assertThat(NEW.bytes().length).isGreaterThan(10 * 1024); // a block has 512 or 1024 bytes
        try (var bench = new FlashBench(folder)) {
            assertEquals(OLD.modelId().orElseThrow(), bench.running());
            byte[] before = Files.readAllBytes(folder.resolve("memory"));
            var limited = List.of("/bin/sh", "-c", "ulimit -f " + blocks + " && exec \"$0\" \"$@\"");
            var end = new FlashingParent(folder, bench).run(NEW, limited, (_, _, _) -> {});
            assertEquals(new End("REFUSED", "JOURNAL_UNWRITABLE"), end, why);
            assertArrayEquals(before, Files.readAllBytes(folder.resolve("memory")), why);
            assertNothingLeft();
            assertNextAttemptSucceeds(bench);
        }
    }

    @Test
    void aDiskThatFillsUpDuringTheUploadDoesNotStopTheJob() throws IOException, InterruptedException {
        try (var bench = new FlashBench(folder)) {
            var end = new FlashingParent(folder, bench).run(NEW, List.of(), limiting("UPLOADING", JOURNAL_BYTES));
            assertEquals(new End("VERIFIED", ""), end);
            assertEquals(NEW.modelId().orElseThrow(), bench.running());
            assertThat(bench.journal().openJobs()).isEmpty();
            assertNothingLeft();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHECKED", "UPLOADING", "TRIAL_SET", "REBOOTING"})
    void aJobWhoseJournalBecomesUnwritableStopsAndIsFinishedLater(String state)
            throws IOException, InterruptedException {
        try (var bench = new FlashBench(folder)) {
            var end = new FlashingParent(folder, bench).run(NEW, List.of(), limiting(state, 1));
            assertEquals("JOURNAL_UNWRITABLE", end.problems());
            assertEquals(OLD.modelId().orElseThrow().equals(bench.running()), !state.equals("REBOOTING"));
            var open = bench.journal().openJobs();
            assertThat(open)
                    .singleElement()
                    .satisfies(job -> assertEquals(state, job.state().name()));
            FlashReceipt receipt = bench.resume(open.getFirst());
            assertThat(receipt.problems()).isEmpty();
            assertEquals(WINDOWS, receipt.goldenWindows());
            assertNextAttemptSucceeds(bench);
        }
    }

    /** From the first request in that state on, no file of the child can grow over so many bytes. */
    private static Watcher limiting(String state, int bytes) {
        Path tool = Path.of("/usr/bin/prlimit");
        require(tool, "there is no prlimit to limit a process that runs");
        var done = new AtomicBoolean();
        return (child, _, now) -> {
            if (now.equals(state) && done.compareAndSet(false, true)) {
                var limit = new ProcessBuilder(tool.toString(), "--pid", "" + child.pid(), "--fsize=" + bytes)
                        .inheritIO()
                        .start();
                assertEquals(0, limit.waitFor());
            }
        };
    }

    private static void require(Path tool, String why) {
        assumeTrue(Files.isExecutable(tool) || "true".equals(System.getenv("CI")), why);
    }

    private void assertNextAttemptSucceeds(FlashBench bench) throws IOException {
        assertThat(bench.flash(NEW).problems()).isEmpty();
        assertEquals(NEW.modelId().orElseThrow(), bench.running());
        assertThat(bench.settled()).isTrue();
        assertNothingLeft();
    }

    private void assertNothingLeft() throws IOException {
        try (var files = Files.newDirectoryStream(folder.resolve("journal"), "*.{image,part,journal}")) {
            assertThat(files).isEmpty();
        }
    }
}
