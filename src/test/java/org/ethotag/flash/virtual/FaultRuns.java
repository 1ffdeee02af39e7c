package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.ToLongFunction;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.TagConnector;

/**
 * Tags that run the old model and get the new one, each with one fault: whatever happens, the tag runs the old or the new
 * model, whole; the receipt says which; a second attempt succeeds.
 */
final class FaultRuns {
    static final ModelImage OLD = FlashBench.image(1);
    static final ModelImage NEW = FlashBench.image(2);

    private final Path folder;
    private int runs;

    FaultRuns(Path folder) {
        this.folder = folder;
        try (var bench = new FlashBench(folder)) {
            assertThat(bench.flash(OLD).verified()).isTrue();
        }
    }

    /** One run with a fault, what it left, and the second attempt. @param gone whether the cable stays out afterwards */
    void survives(String fault, boolean gone) {
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
    FlashBench bench(String... faults) {
        Path own = folder.resolve("run" + runs++);
        try {
            Files.createDirectories(own);
            Files.copy(folder.resolve("memory"), own.resolve("memory"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new FlashBench(own, faults);
    }

    long count(ToLongFunction<VirtualTag> what) {
        try (var bench = bench()) {
            bench.flash(NEW);
            return what.applyAsLong((VirtualTag) bench.tag());
        }
    }

    /** Every byte that a good job sends. */
    byte[] transcript() {
        try (var bench = bench()) {
            var tap = new TappedConnector(bench.tag().connector());
            assertThat(bench.flash(FlashBench.order(NEW.bytes()), tap).verified())
                    .isTrue();
            return tap.sent();
        }
    }

    static FlashOrder willing(ModelImage image) {
        return new FlashOrder(
                "model.img",
                image.bytes(),
                List.of(FlashBench.KEYS.publicKey()),
                FlashBench.SERIAL,
                FlashRules.usual().allowingOlder());
    }

    static List<String> codes(FlashReceipt receipt) {
        return receipt.problems().stream().map(problem -> problem.code().name()).toList();
    }
}
