package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashReceipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A flashing program that is killed without warning, in every state of its journal: the tag runs the old or the new model,
 * whole, the next start says which, and a second attempt succeeds. By default at the first and the last thing that the
 * program does in each state; {@code -Dethotag.flash.kills=20} takes that many of each state.
 */
class KilledFlashTest {
    private static final int MOST_PER_STATE = Integer.getInteger("ethotag.flash.kills", 2);
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
    void aGoodJobKilledInAnyStateIsFinishedByTheNextStart() throws IOException, InterruptedException {
        var states = states(NEW, "VERIFIED");
        assertThat(List.copyOf(new LinkedHashSet<>(states)))
                .containsExactly(
                        "",
                        "FOUND",
                        "IDENTIFIED",
                        "CHECKED",
                        "UPLOADING",
                        "UPLOADED",
                        "TRIAL_SET",
                        "REBOOTING",
                        "TRIAL_RUNNING",
                        "CONFIRMED");
        for (int number : moments(states)) {
            survives(NEW, number, "killed at request " + number + ", " + states.get(number));
        }
    }

    @Test
    void aModelThatFailsItsSelfTestIsTakenBackWhereverTheProgramWasKilled() throws IOException, InterruptedException {
        var lying = FlashBench.lying(3);
        var states = states(lying, "OLD_MODEL_RUNS");
        assertThat(states).contains("TRIAL_RUNNING", "REVERTED");
        for (int number : moments(states)) {
            if (states.get(number).matches("REBOOTING|TRIAL_RUNNING|REVERTED")) {
                survives(lying, number, "lying, killed at request " + number + ", " + states.get(number));
            }
        }
    }

    @Test
    void aJobThatWasRefusedAndKilledLeavesNothingToDo() throws IOException, InterruptedException {
        var foreign =
                FlashBench.image(4, "another-tag", ImageVersion.of(1, 0, 0), ImageVersion.of(1, 0, 4), FlashBench.KEYS);
        var states = states(foreign, "REFUSED");
        assertThat(states).contains("FAILED");
        for (int number : moments(states)) {
            survives(foreign, number, "foreign, killed at request " + number + ", " + states.get(number));
        }
    }

    private void survives(ModelImage image, int number, String story) throws IOException, InterruptedException {
        Path own = own();
        String old = OLD.modelId().orElseThrow();
        String fresh = image.modelId().orElseThrow();
        try (var bench = new FlashBench(own)) {
            var end = new FlashingParent(own, bench).run(image, List.of(), FlashingParent.Watcher.killingAt(number));
            assertEquals("", end.outcome(), story);
            assertThat(bench.running()).as(story).isIn(old, fresh);
            for (var job : bench.journal().openJobs()) {
                FlashReceipt receipt = bench.resume(job);
                boolean good = image == NEW;
                assertEquals(good, receipt.verified(), story + ": " + receipt);
                assertThat(receipt.outcome())
                        .as(story)
                        .isIn(FlashOutcome.VERIFIED, FlashOutcome.OLD_MODEL_RUNS, FlashOutcome.REFUSED);
                assertEquals(good ? fresh : old, bench.running(), story);
            }
            assertThat(bench.journal().openJobs()).as(story).isEmpty();
            assertThat(bench.flash(NEW).problems()).as("again: " + story).isEmpty();
            assertEquals(NEW.modelId().orElseThrow(), bench.running(), story);
            assertThat(bench.settled()).as(story).isTrue();
            try (var images = Files.newDirectoryStream(own.resolve("journal"), "*.{image,part,journal}")) {
                assertThat(images).as(story).isEmpty();
            }
        }
    }

    /** What the journal says at each request of a child that nobody kills. */
    private List<String> states(ModelImage image, String outcome) throws IOException, InterruptedException {
        Path own = own();
        var seen = new ArrayList<String>();
        try (var bench = new FlashBench(own)) {
            var end = new FlashingParent(own, bench).run(image, List.of(), FlashingParent.Watcher.noting(seen));
            assertEquals(outcome, end.outcome(), end.problems());
        }
        return seen;
    }

    /** Evenly from the first to the last request of each state. */
    private static SequencedSet<Integer> moments(List<String> states) {
        var moments = new TreeSet<Integer>();
        for (int from = 0; from < states.size(); ) {
            int to = from;
            while (to + 1 < states.size() && states.get(to + 1).equals(states.get(from))) {
                to++;
            }
            for (int i = 0; i < MOST_PER_STATE; i++) {
                moments.add(from + (to - from) * i / Math.max(1, MOST_PER_STATE - 1));
            }
            from = to + 1;
        }
        return moments;
    }

    private Path own() throws IOException {
        Path own = Files.createDirectories(folder.resolve("run" + runs++));
        Files.copy(folder.resolve("memory"), own.resolve("memory"));
        return own;
    }
}
