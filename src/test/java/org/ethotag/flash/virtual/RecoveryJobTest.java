package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.FlashCheck;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.Journal;
import org.ethotag.flash.RecoveryJob;
import org.ethotag.flash.RecoveryOrder;
import org.ethotag.flash.TagConnector;
import org.ethotag.job.JobMonitor;
import org.ethotag.testkit.Trials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryJobTest {
    private static final KeyPair MAKER = TestImages.keys();
    private static final byte[] FIRMWARE = TestImages.image(
            "the tag's own program".repeat(200).getBytes(StandardCharsets.US_ASCII),
            MAKER,
            FlashBench.HARDWARE,
            1,
            0,
            0);

    @TempDir
    Path folder;

    private final SimulatedClock clock = new SimulatedClock(() -> FlashBench.NOON);
    private final ModelImage model = FlashBench.image(1);
    private VirtualTag tag;

    @AfterEach
    void switchOff() {
        tag.close();
    }

    @Test
    void aTagWithoutAnyImageIsBroughtBackAndProvesItsModel() {
        tag = tag("no-images");
        var receipt = recover(List.of(FIRMWARE));
        assertThat(receipt.problems()).isEmpty();
        assertEquals(FlashOutcome.VERIFIED, receipt.outcome());
        assertEquals(FlashBench.WINDOWS, receipt.goldenWindows());
        assertEquals(model.modelId().orElseThrow(), receipt.modelAfter());
        assertThat(receipt.unchecked()).containsExactly(FlashCheck.WAY_BACK);
        assertEquals(model.size() + FIRMWARE.length, receipt.sentBytes());
        assertThat(tag.inRecovery()).isFalse();
    }

    @Test
    void aTagThatOnlyWaitsKeepsItsFirmware() {
        tag = tag("recovery-pin");
        var receipt = recover(List.of());
        assertThat(receipt.problems()).isEmpty();
        assertEquals(FlashOutcome.VERIFIED, receipt.outcome());
        assertEquals("1.0.0", receipt.firmware());
    }

    @Test
    void aTagThatRunsIsNotRecovered() {
        tag = tag();
        assertRefused("NOT_IN_RECOVERY", recover(List.of(FIRMWARE)));
    }

    @Test
    void aModelAloneCannotBringBackATagWithoutFirmware() {
        tag = tag("no-images");
        assertRefused("RECOVERY_NEEDS_FIRMWARE", recover(List.of()));
    }

    @Test
    void firmwareThatNobodyTrustedSignedIsNotSent() {
        tag = tag("no-images");
        var foreign = TestImages.image(new byte[3_000], TestImages.keys(), FlashBench.HARDWARE, 1, 0, 0);
        var other = TestImages.image(new byte[3_000], MAKER, "another-tag", 1, 0, 0);
        assertRefused("IMAGE_WRONG_KEY", recover(List.of(foreign)));
        assertRefused("WRONG_HARDWARE", recover(List.of(other)));
        assertRefused("NOT_THIS_FORMAT", recover(List.of(new byte[3_000])));
        assertRefused("RECOVERY_NEEDS_FIRMWARE", recover(List.of()));
    }

    @Test
    void anOrdinaryJobRefusesATagInRecovery() {
        tag = tag("recovery-pin");
        var receipt = new FlashJob(order(), tag.connector(), journal()).run(JobMonitor.unwatched());
        assertRefused("IN_RECOVERY", receipt);
    }

    @Test
    void interruptedAnywhereItStaysInRecoveryAndTheNextRunSucceedsFromTheStart() {
        Trials.trials(40, random -> {
            var memory = folder.resolve("memory-" + random.nextLong());
            long at = 300 + random.nextInt(11_000);
            tag = tag(memory, "no-images", "unplug-after-bytes:" + at);
            var first = recover(List.of(FIRMWARE), new OneLine(tag.connector()));
            assertThat(first.outcome()).as("pulled at %d", at).isIn(FlashOutcome.UNKNOWN, FlashOutcome.REFUSED);
            assertThat(first.problems()).hasSize(1);
            var second = recover(List.of(FIRMWARE));
            if (tag.inRecovery() || !second.problems().isEmpty()) {
                // the cable was pulled after the restart: the tag runs already, and an ordinary job says so
                assertThat(second.problems().getFirst().code().name()).isEqualTo("NOT_IN_RECOVERY");
                second = new FlashJob(order(), tag.connector(), journal()).run(JobMonitor.unwatched());
            }
            assertEquals(FlashOutcome.VERIFIED, second.outcome(), () -> "after " + at);
            tag.close();
        });
        tag = tag();
    }

    @Test
    void aPowerCutDuringRecoveryLeavesItInRecoveryAndTheNextRunSucceeds() {
        for (int operation = 85; operation < 190; operation += 13) {
            tag = tag(folder.resolve("memory-" + operation), "no-images", "power-cut-after-operations:" + operation);
            assertEquals(
                    FlashOutcome.UNKNOWN,
                    recover(List.of(FIRMWARE), new OneLine(tag.connector())).outcome());
            assertEquals(FlashOutcome.VERIFIED, recover(List.of(FIRMWARE)).outcome());
            tag.close();
        }
        tag = tag();
    }

    private FlashReceipt recover(List<byte[]> firmware) {
        return recover(firmware, tag.connector());
    }

    private FlashReceipt recover(List<byte[]> firmware, TagConnector connector) {
        return new RecoveryJob(new RecoveryOrder(order(), firmware), connector, journal()).run(JobMonitor.unwatched());
    }

    private Journal journal() {
        return new Journal(folder.resolve("journal"), clock);
    }

    private FlashOrder order() {
        return new FlashOrder(
                "model.img",
                model.bytes(),
                List.of(FlashBench.KEYS.publicKey(), MAKER.getPublic()),
                "",
                FlashRules.usual());
    }

    private VirtualTag tag(String... faults) {
        return tag(folder.resolve("memory"), faults);
    }

    private VirtualTag tag(Path memory, String... faults) {
        var settings = VirtualTagSettings.of(
                FlashBench.SERIAL, FlashBench.HARDWARE, List.of(FlashBench.KEYS.publicKey(), MAKER.getPublic()));
        for (String fault : faults) {
            settings = settings.with(Fault.parse(fault));
        }
        return VirtualTag.open(memory, settings, clock);
    }

    private static void assertRefused(String code, FlashReceipt receipt) {
        assertThat(receipt.problems())
                .extracting(problem -> problem.code().name())
                .containsExactly(code);
        assertEquals(FlashOutcome.REFUSED, receipt.outcome());
        assertEquals(0, receipt.sentBytes());
    }
}
