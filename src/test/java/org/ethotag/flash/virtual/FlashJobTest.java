package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.FlashCheck;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.FlashState;
import org.ethotag.flash.LineQuality;
import org.ethotag.flash.SelfTest;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlashJobTest {
    private static final ImageVersion ONE = ImageVersion.of(1, 0, 0);
    private static final ImageVersion TWO = ImageVersion.of(2, 0, 0);

    @TempDir
    Path folder;

    @Test
    void aGoodModelIsFlashedTriedComparedAndConfirmed() {
        var image = FlashBench.image(1);
        try (var bench = new FlashBench(folder)) {
            FlashReceipt receipt = bench.flash(image);
            assertThat(receipt)
                    .isEqualTo(new FlashReceipt(
                            "TAG-7",
                            "ethotag-virtual-1",
                            "1.0.0",
                            87,
                            "",
                            image.modelId().orElseThrow(),
                            "model.img",
                            sha256(image.bytes()),
                            new SelfTest(
                                    SelfTest.State.PASSED,
                                    image.modelId().orElseThrow(),
                                    FlashBench.WINDOWS,
                                    FlashBench.WINDOWS),
                            FlashBench.WINDOWS,
                            FlashOutcome.VERIFIED,
                            image.size(),
                            List.of(),
                            List.of(),
                            LineQuality.perfect(),
                            FlashBench.NOON,
                            FlashBench.NOON));
            assertThat(bench.running()).isEqualTo(image.modelId().orElseThrow());
            assertThat(bench.settled()).isTrue();
            assertThat(bench.journal().openJobs()).isEmpty();
        }
    }

    @Test
    void theSameModelAgainIsOnlyComparedAndNotSent() {
        var image = FlashBench.image(1);
        try (var bench = new FlashBench(folder)) {
            bench.flash(image);
            FlashReceipt again = bench.flash(image);
            assertThat(again.outcome()).isEqualTo(FlashOutcome.VERIFIED);
            assertThat(again.sentBytes()).isZero();
            assertThat(again.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
            assertThat(again.modelBefore()).isEqualTo(again.modelAfter());
        }
    }

    @Test
    void aThousandBytesOfSecondModelReplaceTheFirst() {
        try (var bench = new FlashBench(folder)) {
            bench.flash(FlashBench.image(1));
            FlashReceipt second = bench.flash(FlashBench.image(2));
            assertThat(second.verified()).isTrue();
            assertThat(second.modelBefore())
                    .isEqualTo(FlashBench.image(1).modelId().orElseThrow());
            assertThat(bench.running()).isEqualTo(FlashBench.image(2).modelId().orElseThrow());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "self-test-fails, SELF_TEST_FAILED, OLD_MODEL_RUNS",
        "model-crashes, REVERTED, OLD_MODEL_RUNS",
        "corrupt-upload, UPLOAD_FAILED, OLD_MODEL_RUNS",
        "other-writer:2000, UPLOAD_FAILED, OLD_MODEL_RUNS",
        "wrong-hardware, WRONG_HARDWARE, REFUSED",
        "low-battery, BATTERY_LOW, REFUSED",
        "silent, NO_ANSWER, REFUSED",
        "no-return, TAG_LOST, UNKNOWN",
        "swapped-tag, TAG_LOST, UNKNOWN"
    })
    void eachFaultEndsAsTheTableSaysAndTheNextAttemptSucceeds(String fault, String problem, FlashOutcome outcome) {
        try (var bench = new FlashBench(folder)) {
            bench.flash(FlashBench.image(1));
            bench.become(fault);
            FlashReceipt receipt = bench.flash(FlashBench.image(2));
            assertThat(receipt.outcome()).isEqualTo(outcome);
            assertThat(code(receipt)).isEqualTo(problem);
            bench.become();
            if (outcome != FlashOutcome.UNKNOWN) {
                assertThat(bench.running())
                        .isEqualTo(FlashBench.image(1).modelId().orElseThrow());
                assertThat(bench.settled()).isTrue();
            }
            assertThat(bench.flash(FlashBench.image(2)).verified()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "prompt",
                "duplicate-response",
                "drop-nth-response:1",
                "drop-nth-response:5",
                "drop-nth-response:9",
                "drop-nth-response:12",
                "drop-nth-response:13",
                "drop-nth-response:14",
                "late-response:6",
                "late-response:11",
                "reset-mid-upload:3000",
                "small-buffer",
                "lying-buffer",
                "no-parameters",
                "version-1-only",
                "err-maps",
                "unplug-after-bytes:1200",
                "power-cut-after-bytes:3000",
                "power-cut-after-operations:10",
                "power-cut-after-operations:60",
                "power-cut-after-operations:150"
            })
    void theJobSucceedsIn(String fault) {
        var image = FlashBench.image(1);
        try (var bench = new FlashBench(folder, fault)) {
            FlashReceipt receipt = bench.flash(image);
            assertThat(receipt.problems()).isEmpty();
            assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
            assertThat(bench.running()).isEqualTo(image.modelId().orElseThrow());
        }
    }

    @Test
    void aTagWithoutOurCommandsIsVerifiedByItsImageStateAndTheReceiptSaysWhatWasNotChecked() {
        try (var bench = new FlashBench(folder, "no-custom-group")) {
            FlashReceipt receipt = bench.flash(FlashBench.image(1));
            assertThat(receipt.verified()).isTrue();
            assertThat(receipt.unchecked())
                    .containsExactly(
                            FlashCheck.HARDWARE, FlashCheck.BATTERY, FlashCheck.MODEL_ID, FlashCheck.GOLDEN_WINDOWS);
            assertThat(receipt.goldenWindows()).isZero();
            assertThat(receipt.selfTest()).isEqualTo(new SelfTest(SelfTest.State.NONE, "", 0, 0));
        }
    }

    @Test
    void aFailedSelfTestIsOnTheReceiptInTheTagsOwnWords() {
        var second = FlashBench.image(2);
        try (var bench = new FlashBench(folder)) {
            bench.flash(FlashBench.image(1));
            bench.become("self-test-fails");
            var told = bench.flash(second).selfTest();
            assertThat(told.state()).isEqualTo(SelfTest.State.FAILED);
            assertThat(told.modelId()).isEqualTo(second.modelId().orElseThrow());
            assertThat(told.windows()).isEqualTo(FlashBench.WINDOWS);
            assertThat(told.passed()).isLessThan(FlashBench.WINDOWS);
        }
    }

    @Test
    void aTagWhoseClockDoesNotWorkIsVerifiedAndTheReceiptSaysSo() {
        try (var bench = new FlashBench(folder, "broken-clock")) {
            FlashReceipt receipt = bench.flash(FlashBench.image(1));
            assertThat(receipt.problems()).isEmpty();
            assertThat(receipt.verified()).isTrue();
            assertThat(receipt.unchecked()).containsExactly(FlashCheck.CLOCK);
        }
    }

    @Test
    void badImagesAreRefusedBeforeTheFirstWrite() {
        var good = FlashBench.image(1);
        byte[] tampered = good.bytes();
        tampered[2_000] ^= 1;
        byte[] unsigned = TestImages.flipped(good.bytes(), good.size() - 1);
        var foreign = FlashBench.image(1, FlashBench.HARDWARE, ONE, ONE, ModelKeys.create());
        var otherTag = FlashBench.image(1, "ethotag-ear", ONE, ONE, FlashBench.KEYS);
        var newer = FlashBench.image(1, FlashBench.HARDWARE, TWO, ONE, FlashBench.KEYS);
        for (byte[] bad : List.of(
                tampered, unsigned, new byte[0], new byte[5_000], foreign.bytes(), otherTag.bytes(), newer.bytes())) {
            try (var bench = new FlashBench(folder)) {
                FlashReceipt receipt = bench.flash(FlashBench.order(bad));
                assertThat(receipt.outcome()).isEqualTo(FlashOutcome.REFUSED);
                assertThat(receipt.sentBytes()).isZero();
                assertThat(bench.running()).isEmpty();
                assertThat(bench.settled()).isTrue();
            }
        }
    }

    @Test
    void anotherTagThanExpectedIsRefused() {
        try (var bench = new FlashBench(folder)) {
            var order = new FlashOrder(
                    "model.img",
                    FlashBench.image(1).bytes(),
                    List.of(FlashBench.KEYS.publicKey()),
                    "TAG-8",
                    FlashRules.usual());
            var connector = new AnyTag(bench.tag().connector());
            FlashReceipt receipt = bench.flash(order, connector);
            assertThat(receipt.outcome()).isEqualTo(FlashOutcome.REFUSED);
            assertThat(code(receipt)).isEqualTo("WRONG_TAG");
            assertThat(bench.running()).isEmpty();
        }
    }

    @Test
    void anOlderModelNeedsExplicitPermission() {
        var older = FlashBench.image(2, FlashBench.HARDWARE, ONE, ONE, FlashBench.KEYS);
        try (var bench = new FlashBench(folder)) {
            bench.flash(FlashBench.image(1, FlashBench.HARDWARE, ONE, TWO, FlashBench.KEYS));
            assertThat(code(bench.flash(older))).isEqualTo("MODEL_OLDER");
            var order = FlashBench.order(older.bytes());
            var allowed = new FlashOrder(
                    order.name(),
                    order.image(),
                    order.trustedKeys(),
                    order.serial(),
                    order.rules().allowingOlder());
            assertThat(bench.flash(allowed).verified()).isTrue();
        }
    }

    @Test
    void aModelSignedWithAKeyThatTheTagDoesNotKnowIsNotStarted() {
        var keys = ModelKeys.create();
        var image = FlashBench.image(1, FlashBench.HARDWARE, ONE, ONE, keys);
        try (var bench = new FlashBench(folder)) {
            var order = new FlashOrder("model.img", image.bytes(), List.of(keys.publicKey()), "", FlashRules.usual());
            FlashReceipt receipt = bench.flash(order);
            assertThat(code(receipt)).isEqualTo("NOT_STARTED");
            assertThat(receipt.outcome()).isEqualTo(FlashOutcome.OLD_MODEL_RUNS);
            assertThat(bench.settled()).isTrue();
        }
    }

    @Test
    void aCablePulledAtAnyPlaceOfAnUploadLeavesTheOldModelAndTheNextAttemptGoesOn() {
        var image = FlashBench.image(2);
        for (int at = 1; at < 9_000; at += 397) {
            Path own = folder.resolve("at" + at);
            mkdir(own);
            try (var bench = new FlashBench(own, "unplug-after-bytes:" + at)) {
                FlashReceipt receipt = bench.flash(
                        FlashBench.order(image.bytes()), new OneLine(bench.tag().connector()));
                if (!receipt.verified()) {
                    assertThat(receipt.outcome())
                            .as("pulled at %d: %s", at, receipt.problems())
                            .isIn(FlashOutcome.OLD_MODEL_RUNS, FlashOutcome.REFUSED, FlashOutcome.UNKNOWN);
                    assertThat(bench.running()).isIn("", image.modelId().orElseThrow());
                }
                for (var job : bench.journal().openJobs()) {
                    assertThat(bench.resume(job).problems())
                            .as("resumed after %d", at)
                            .isEmpty();
                }
                assertThat(bench.flash(image).verified())
                        .as("again after %d", at)
                        .isTrue();
            }
        }
    }

    @Test
    void aJobThatWasKilledAtAnyStateIsFinishedFromItsJournal() {
        var image = FlashBench.image(2);
        for (FlashState state :
                List.of(FlashState.UPLOADING, FlashState.TRIAL_SET, FlashState.REBOOTING, FlashState.TRIAL_RUNNING)) {
            for (int nth = 1; nth <= 4; nth++) {
                Path own = folder.resolve(state.name() + nth);
                mkdir(own);
                try (var bench = new FlashBench(own)) {
                    if (!killed(bench, image, state, nth)) {
                        continue; // fewer things are sent in that state
                    }
                    var open = bench.journal().openJobs();
                    assertThat(open).extracting(job -> job.state()).containsExactly(state);
                    FlashReceipt receipt = bench.resume(open.getFirst());
                    assertThat(receipt.problems())
                            .as("killed at %s, %d", state, nth)
                            .isEmpty();
                    assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
                    assertThat(bench.journal().openJobs()).isEmpty();
                }
            }
        }
    }

    @Test
    void aCancelDuringTheUploadLeavesTheOldModelAndNoOpenJob() {
        try (var bench = new FlashBench(folder)) {
            var monitor = new CancelAt("bytes");
            var job = new FlashJob(
                    FlashBench.order(FlashBench.image(1).bytes()), bench.tag().connector(), bench.journal());
            assertThatThrownBy(() -> job.run(monitor)).isInstanceOf(CancellationException.class);
            assertThat(bench.running()).isEmpty();
            assertThat(bench.settled()).isTrue();
            assertThat(bench.journal().openJobs()).isEmpty();
        }
    }

    @Test
    void aCancelAfterTheTrialWasSetIsTooLate() {
        try (var bench = new FlashBench(folder)) {
            var job = new FlashJob(
                    FlashBench.order(FlashBench.image(1).bytes()), bench.tag().connector(), bench.journal());
            assertThat(job.run(new CancelAt("Restarting")).verified()).isTrue();
        }
    }

    @Test
    void progressGoesForwardAndSpeaksOfBytes() {
        var fractions = new ArrayList<Double>();
        var words = new ArrayList<String>();
        var monitor = new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                fractions.add(fraction);
                words.add(doing);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        try (var bench = new FlashBench(folder)) {
            new FlashJob(
                            FlashBench.order(FlashBench.image(1).bytes()),
                            bench.tag().connector(),
                            bench.journal())
                    .run(monitor);
        }
        assertThat(fractions).isSorted();
        assertThat(words)
                .anyMatch(text -> text.matches("\\d+ of \\d+ bytes"))
                .anyMatch(text -> text.contains("Golden"));
    }

    @Test
    void withoutAJournalNothingIsWritten() throws IOException {
        Files.writeString(folder.resolve("journal"), "a file where the folder should be");
        try (var bench = new FlashBench(folder)) {
            FlashReceipt receipt = bench.flash(FlashBench.image(1));
            assertThat(code(receipt)).isEqualTo("JOURNAL_UNWRITABLE");
            assertThat(receipt.outcome()).isEqualTo(FlashOutcome.REFUSED);
            assertThat(bench.running()).isEmpty();
        }
    }

    /** Runs a job that dies in that state. @return whether it came so far */
    private static boolean killed(FlashBench bench, ModelImage image, FlashState at, int nth) {
        var connector = new DyingConnector(bench, at, nth);
        try {
            bench.flash(FlashBench.order(image.bytes()), connector);
            return false;
        } catch (DyingConnector.Killed _) {
            return true;
        }
    }

    private static void mkdir(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String code(FlashReceipt receipt) {
        assertThat(receipt.problems()).as("%s", receipt).hasSize(1);
        ProblemCode code = receipt.problems().getFirst().code();
        return code.name();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Somebody presses the button when the progress first says this. */
    private static final class CancelAt implements JobMonitor {
        private final String words;
        private boolean pressed;

        CancelAt(String words) {
            this.words = words;
        }

        @Override
        public void progress(double fraction, String doing) {
            pressed |= doing.contains(words) && fraction > 0.05;
        }

        @Override
        public boolean cancelled() {
            return pressed;
        }
    }
}
