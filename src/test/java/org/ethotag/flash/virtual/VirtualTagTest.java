package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ethotag.testkit.Trials.trials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.ethotag.flash.BehaviourCounts;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.ImageSlot;
import org.ethotag.flash.SelfTest;
import org.ethotag.flash.SlotSize;
import org.ethotag.flash.TagIdentity;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.UploadResult;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualTagTest {
    private static final String NO_MODEL = "";

    @TempDir
    Path folder;

    @Test
    void itAnswersTheGoldenRequestsByteForByte() {
        try (var bench = new TestBench(folder)) {
            int connection = bench.tag().plugIn().orElseThrow();
            assertThat(ask(bench, connection, "ABMCAAAJAAAAAKFhZGVoZWxsbyVv"))
                    .isEqualTo("\u0006\tABQDAAAKAAAAAL9hcmVoZWxsb/8GPg==\n");
        }
    }

    @Test
    void aFactoryNewTagRunsNoModelAndSaysWhoItIs() {
        try (var bench = new TestBench(folder);
                var link = bench.link()) {
            assertThat(link.identity())
                    .contains(new TagIdentity("TAG-7", TestBench.HARDWARE, "1.0.0", 87, NO_MODEL, false));
            assertThat(link.imageState())
                    .extracting(ImageSlot::image, ImageSlot::slot, ImageSlot::confirmed)
                    .containsExactly(tuple(0, 0, true), tuple(1, 0, true));
            assertThat(link.bootloader()).contains("MCUboot");
            assertThat(link.slots().orElseThrow()).contains(new SlotSize(1, 1, 81_920, 73_728));
            assertThat(link.largestPacket()).isEqualTo(1020);
            assertThat(link.protocolVersion()).isEqualTo(2);
        }
    }

    @Test
    void clockAndSettingsAreKept() {
        try (var bench = new TestBench(folder);
                var link = bench.link()) {
            var time = Instant.parse("2026-05-01T10:15:30.250Z");
            assertThat(link.setTime(time)).isTrue();
            assertThat(link.time()).contains(time);
            assertThat(link.setSetting("tag/name", new byte[] {1, 2})).isTrue();
            assertThat(link.setting("tag/name").orElseThrow()).containsExactly(1, 2);
            assertThat(link.echo("hello")).isEqualTo("hello");
        }
    }

    @Test
    void aGoodModelIsTriedTestedConfirmedAndThereAfterTheNextRestart() {
        byte[] image = TestBench.image(TestBench.modelPayload(5_000, 1));
        try (var bench = new TestBench(folder)) {
            install(bench, image);
            for (int start = 0; start < 2; start++) {
                try (var link = bench.link()) {
                    assertThat(running(link).hash()).isEqualTo(TestImages.hash(image));
                    assertThat(running(link).confirmed()).isTrue();
                    assertThat(link.identity().orElseThrow().modelId()).isNotEmpty();
                    assertThat(ImageSlot.find(link.imageState(), 1, 1)).isPresent();
                }
                bench.restartHost();
            }
        }
    }

    @Test
    void aModelThatFailsItsSelfTestIsGoneAfterTheNextRestart() {
        try (var bench = new TestBench(folder, "self-test-fails")) {
            install(bench, TestBench.image(TestBench.modelPayload(5_000, 1)));
            try (var link = bench.link()) {
                assertThat(link.selfTest())
                        .hasValueSatisfying(test -> assertThat(test.state()).isEqualTo(SelfTest.State.FAILED));
                assertThat(running(link).confirmed()).isFalse();
                assertThat(link.reset()).isTrue();
            }
            try (var link = bench.link()) {
                assertThat(link.identity().orElseThrow().modelId()).isEmpty();
                assertThat(running(link).confirmed()).isTrue();
            }
        }
    }

    @Test
    void unsignedForeignDamagedAndUnsuitableModelsAreRefusedAtTheStartWithoutAWord() {
        byte[] payload = TestBench.modelPayload(3_000, 2);
        byte[] good = TestBench.image(payload);
        for (byte[] bad : List.of(
                TestImages.flipped(good, good.length - 1),
                TestImages.flipped(good, 1_000),
                TestImages.image(payload, TestImages.keys(), TestBench.HARDWARE, 1, 0, 0),
                TestBench.image(payload, "another-tag", 1, 0, 0),
                TestBench.image(payload, TestBench.HARDWARE, 1, 0, 1))) {
            try (var bench = new TestBench(folder)) {
                install(bench, bad);
                try (var link = bench.link()) {
                    assertThat(link.identity().orElseThrow().modelId()).isEmpty();
                    assertThat(running(link).confirmed()).isTrue();
                }
                delete();
            }
        }
    }

    @Test
    void aPowerCutAtAnyFlashOperationOfTheSwapLeavesTheNewModelWhole() {
        byte[] image = TestBench.image(TestBench.modelPayload(9_000, 3));
        int upload = operationsOf(image);
        for (int operation = upload + 1; operation < upload + 220; operation += 3) {
            try (var bench = new TestBench(folder, "power-cut-after-operations:" + operation)) {
                install(bench, image);
                bench.tag().plugIn(); // the first start may end in the cut
                bench.tag().powerCycle();
                try (var link = bench.link()) {
                    assertThat(running(link).hash())
                            .as("cut at %d", operation)
                            .isIn(TestImages.hash(image), firstHash(bench));
                    assertThat(bench.tag().inRecovery()).isFalse();
                }
                delete();
            }
        }
    }

    private static String firstHash(TestBench bench) {
        try (var link = bench.link()) {
            return ImageSlot.find(link.imageState(), 1, 0).orElseThrow().hash();
        }
    }

    /** Erasing the slot and storing the pieces, as the fresh upload of {@link #install} needs them. */
    private int operationsOf(byte[] image) {
        return 20 + image.length / 1_000 + 2;
    }

    @Test
    void oversizePacketsVanish() {
        try (var bench = new TestBench(folder, "small-buffer");
                var link = bench.link()) {
            assertThat(link.largestPacket()).isEqualTo(380);
            assertThatThrownBy(() -> link.echo("x".repeat(400)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().code()).isEqualTo(FlashProblem.NO_ANSWER));
            assertThat(link.echo("still there")).isEqualTo("still there");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "prompt",
                "duplicate-response",
                "drop-nth-response:3",
                "drop-nth-response:4",
                "drop-nth-response:9",
                "late-response:4",
                "late-response:7",
                "no-parameters",
                "small-buffer",
                "lying-buffer",
                "version-1-only",
                "err-maps",
                "reset-mid-upload:1",
                "reset-mid-upload:2500"
            })
    void anUploadSurvives(String fault) {
        byte[] image = TestBench.image(TestBench.modelPayload(6_000, 4));
        try (var bench = new TestBench(folder, fault)) {
            install(bench, image);
            try (var link = bench.link()) {
                assertThat(running(link).hash()).isEqualTo(TestImages.hash(image));
                assertThat(running(link).confirmed()).isTrue();
            }
        }
    }

    @Test
    void anUploadGoesOnWhereAnEarlierConnectionEnded() {
        byte[] image = TestBench.image(TestBench.modelPayload(20_000, 5));
        try (var bench = new TestBench(folder, "unplug-after-bytes:9000")) {
            var link = bench.link();
            assertThatThrownBy(() -> link.upload(image, 1, JobMonitor.unwatched()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().code()).isEqualTo(FlashProblem.LINE_LOST));
            try (var again = bench.link()) {
                var result = again.upload(image, 1, JobMonitor.unwatched());
                assertThat(result.startedAt()).isBetween(5_000, 7_000);
                assertThat(result.startedAt() + result.sentBytes()).isEqualTo(image.length);
                assertThat(again.upload(image, 1, JobMonitor.unwatched()))
                        .isEqualTo(new UploadResult(0, image.length, true));
            }
        }
    }

    @Test
    void anUploadStopsWhenSomebodyElseWrites() {
        assertProblem("other-writer:3000", FlashProblem.UPLOAD_TAKEN_OVER);
    }

    @Test
    void anUploadThatIsStoredWronglyIsAProblem() {
        assertProblem("corrupt-upload", FlashProblem.UPLOAD_MISMATCH);
    }

    @Test
    void aSilentTagIsAProblemAfterAllTries() {
        try (var bench = new TestBench(folder, "silent")) {
            assertThatThrownBy(bench::link)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.problem().code()).isEqualTo(FlashProblem.NO_ANSWER));
        }
    }

    @Test
    void liveClassificationCountsAndSamplesComeFromTheRunningModel() {
        byte[] payload = TestBench.modelPayload(5_000, 6);
        try (var bench = new TestBench(folder)) {
            install(bench, TestBench.image(payload));
            try (var link = bench.link()) {
                assertThat(link.live().orElseThrow().number())
                        .as("no window is whole yet")
                        .isEqualTo(-1);
                link.clock().pause(Firmware.STRIDE.multipliedBy(2 * BehaviourCounts.INFERENCES + 3));
                var live = link.live().orElseThrow();
                assertThat(live.number()).isEqualTo(2 * BehaviourCounts.INFERENCES + 2);
                assertThat(live.logits()).containsExactly((int) payload[5], 5_000);
                assertThat(live.label()).isEqualTo("other");
                assertThat(link.liveSamples(live.number()).orElseThrow()).hasSize(300);
                assertThat(link.counts(0).orElseThrow())
                        .extracting(BehaviourCounts::index, BehaviourCounts::counts)
                        .containsExactly(tuple(0L, List.of(0, 256)), tuple(1L, List.of(0, 256)));
            }
        }
    }

    @Test
    void noBytesMakeItThrowOrForgetItsImages() {
        try (var bench = new TestBench(folder)) {
            int connection = bench.tag().plugIn().orElseThrow();
            trials(5_000, random -> {
                byte[] packet = new byte[random.nextInt(80)];
                random.nextBytes(packet);
                if (packet.length >= 8) {
                    packet[0] = (byte) (random.nextInt(2) << 3 | random.nextInt(4));
                    packet[2] = 0;
                    packet[3] = (byte) (packet.length - 8);
                    packet[4] = 0;
                    packet[5] = (byte) new int[] {0, 1, 3, 64}[random.nextInt(4)];
                    packet[7] = (byte) (random.nextInt(9) == 5 ? 0 : random.nextInt(9));
                }
                byte[] frame = FrameEncoder.frame(packet.length == 0 ? new byte[1] : packet);
                bench.tag().receive(connection, frame);
            });
            bench.tag().powerCycle();
            try (var link = bench.link()) {
                assertThat(running(link).confirmed()).isTrue();
            }
        }
    }

    @Test
    void aFileThatIsNoMemoryIsAProblem() throws Exception {
        Path file = folder.resolve("other");
        Files.write(file, new byte[10_000]);
        assertThatThrownBy(() -> FlashFile.open(file, new Faults(List.of()))).isInstanceOf(ProblemException.class);
    }

    @Test
    void faultsAreReadByName() {
        assertThat(Fault.parse("power-cut-after-bytes:12")).isEqualTo(new Fault(FaultKind.POWER_CUT_AFTER_BYTES, 12));
        assertThat(Fault.parse("garbage")).isEqualTo(new Fault(FaultKind.GARBAGE, 0));
        for (String bad : List.of("", "nonsense", "garbage:1", "drop-nth-response", "drop-nth-response:0", "x:y")) {
            assertThatThrownBy(() -> Fault.parse(bad)).isInstanceOf(ProblemException.class);
        }
    }

    private void assertProblem(String fault, FlashProblem problem) {
        byte[] image = TestBench.image(TestBench.modelPayload(9_000, 7));
        try (var bench = new TestBench(folder, fault);
                var link = bench.link()) {
            assertThatThrownBy(() -> link.upload(image, 1, JobMonitor.unwatched()))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            thrown -> assertThat(thrown.problem().code()).isEqualTo(problem));
        }
    }

    private static void install(TestBench bench, byte[] image) {
        try (var link = bench.link()) {
            link.upload(image, 1, JobMonitor.unwatched());
            link.test(TestImages.hash(image));
            link.reset();
        } catch (ProblemException lost) {
            assertThat(lost.problem().code()).isEqualTo(FlashProblem.LINE_LOST); // power was cut on the way
        }
    }

    private static ImageSlot running(TagLink link) {
        return ImageSlot.find(link.imageState(), 1, 0).orElseThrow();
    }

    private void delete() {
        try {
            Files.delete(folder.resolve("memory"));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String ask(TestBench bench, int connection, String base64) {
        byte[] line = ("\u0006\t" + base64 + "\n").getBytes(StandardCharsets.ISO_8859_1);
        return new String(bench.tag().receive(connection, line), StandardCharsets.ISO_8859_1);
    }
}
