package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.flash.BootMode;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashOutcome;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.FlashRules;
import org.ethotag.flash.ImageSlot;
import org.ethotag.flash.Journal;
import org.ethotag.flash.SelfTest;
import org.ethotag.flash.SlotSize;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.UploadResult;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.SmpPacket;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What both forms of the virtual tag must do, the one in Java and the one in C on an emulated processor. */
abstract class TagFormTest {
    private static final ImageVersion ONE = ImageVersion.of(1, 0, 0);

    @TempDir
    Path folder;

    abstract FlashBench.Form form();

    /** Flash operations, of the upload and the swap that follow, before which power fails. */
    abstract IntStream cuts();

    @Test
    void goodModelsAreFlashedOneAfterTheOtherWithGoldenWindowsBitEqual() {
        try (var bench = new FlashBench(form(), folder)) {
            for (int seed = 1; seed <= 2; seed++) {
                var image = FlashBench.image(seed);
                FlashReceipt receipt = bench.flash(image);
                assertThat(receipt.problems()).isEmpty();
                assertThat(receipt.outcome()).isEqualTo(FlashOutcome.VERIFIED);
                assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
                assertThat(receipt.unchecked()).isEmpty();
                assertThat(bench.running()).isEqualTo(image.modelId().orElseThrow());
                assertThat(bench.settled()).isTrue();
            }
        }
    }

    @Test
    void imagesThatTheTagMustNotStartAreRefusedAtTheStartWithoutAWord() {
        var good = FlashBench.image(3);
        byte[] bytes = good.bytes();
        var bad = List.of(
                TestImages.flipped(bytes, 1_000),
                TestImages.flipped(bytes, bytes.length - 1),
                FlashBench.image(3, FlashBench.HARDWARE, ONE, ONE, ModelKeys.create())
                        .bytes(),
                FlashBench.image(3, "another-tag", ONE, ONE, FlashBench.KEYS).bytes(),
                FlashBench.image(3, FlashBench.HARDWARE, ImageVersion.of(1, 0, 1), ONE, FlashBench.KEYS)
                        .bytes());
        for (int i = 0; i < bad.size(); i++) {
            Path own = folder.resolve("bad" + i);
            assertThat(own.toFile().mkdir()).isTrue();
            try (var bench = new FlashBench(form(), own)) {
                install(bench, bad.get(i));
                assertThat(bench.running()).as("image %d", i).isEmpty();
                assertThat(running(bench).confirmed()).as("image %d", i).isTrue();
            }
        }
    }

    @Test
    void aTagThatTrustsAnEd25519KeyStartsWhatItSignedAndNothingElse() {
        var keys = ModelKeys.create(KeyKind.ED25519);
        var settings = VirtualTagSettings.of(FlashBench.SERIAL, FlashBench.HARDWARE, List.of(keys.publicKey()));
        var image = FlashBench.image(1, FlashBench.HARDWARE, ONE, ONE, keys);
        var order = new FlashOrder(
                "model.img", image.bytes(), List.of(keys.publicKey()), FlashBench.SERIAL, FlashRules.usual());
        byte[] other = FlashBench.image(3, FlashBench.HARDWARE, ONE, ONE, keys).bytes();
        byte[] flipped = TestImages.flipped(other, other.length - 1);
        try (var tag = form().open(folder.resolve("memory"), settings)) {
            var journal = new Journal(folder.resolve("journal"), tag.clock());
            FlashReceipt receipt = new FlashJob(order, tag.connector(), journal).run(JobMonitor.unwatched());
            assertThat(receipt.problems()).isEmpty();
            assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
            for (byte[] bad : List.of(FlashBench.image(2).bytes(), flipped)) {
                install(tag, bad);
                try (TagLink link = tag.connector().connect("", Duration.ofSeconds(10))) {
                    assertThat(link.identity().orElseThrow().modelId())
                            .isEqualTo(image.modelId().orElseThrow());
                }
            }
        }
    }

    @Test
    void aModelWhoseGoldenWindowsFailIsGoneAfterTheNextRestart() {
        try (var bench = new FlashBench(form(), folder)) {
            assertThat(bench.flash(FlashBench.image(1)).problems()).isEmpty();
            install(bench, FlashBench.lying(2).bytes());
            try (TagLink link = link(bench)) {
                SelfTest test = link.selfTest().orElseThrow();
                for (int i = 0; i < 50 && test.state() == SelfTest.State.RUNNING; i++) {
                    link.clock().pause(Duration.ofMillis(100));
                    test = link.selfTest().orElseThrow();
                }
                assertThat(test.state()).isEqualTo(SelfTest.State.FAILED);
                assertThat(link.identity().orElseThrow().onTrial()).isTrue();
                assertThat(link.reset()).isTrue();
                link.clock().pause(Duration.ofSeconds(1));
            }
            assertThat(bench.running()).isEqualTo(FlashBench.image(1).modelId().orElseThrow());
            assertThat(bench.settled()).isTrue();
        }
    }

    @Test
    void aPowerCutAtAnyFlashOperationLeavesTheOldOrTheNewModelWholeAndTheNextAttemptSucceeds() throws Exception {
        var old = FlashBench.image(1);
        var image = FlashBench.image(2);
        Path prepared = folder.resolve("prepared");
        Files.createDirectory(prepared);
        try (var bench = new FlashBench(form(), prepared)) {
            assertThat(bench.flash(old).problems()).isEmpty();
        }
        for (int cut : cuts().toArray()) {
            Path own = folder.resolve("cut" + cut);
            Files.createDirectory(own);
            Files.copy(prepared.resolve("memory"), own.resolve("memory"));
            try (var bench = new FlashBench(form(), own, "power-cut-after-operations:" + cut)) {
                install(bench, image.bytes());
                bench.tag().plugIn(); // the start may end in the cut
                bench.tag().powerCycle();
                assertThat(bench.running())
                        .as("cut at %d", cut)
                        .isIn(old.modelId().orElseThrow(), image.modelId().orElseThrow());
                FlashReceipt receipt = bench.flash(image);
                assertThat(receipt.problems()).as("cut at %d", cut).isEmpty();
                assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
            }
        }
    }

    @Test
    void anUploadGoesOnWhereAnEarlierConnectionEnded() {
        byte[] image = FlashBench.image(1).bytes();
        try (var bench = new FlashBench(form(), folder)) {
            var first = new FewLines(bench.tag(), 6);
            assertThatThrownBy(() -> {
                        try (var link = first.open()) {
                            link.upload(image, 1, JobMonitor.unwatched());
                        }
                    })
                    .isInstanceOf(ProblemException.class);
            try (TagLink link = link(bench)) {
                UploadResult rest = link.upload(image, 1, JobMonitor.unwatched());
                assertThat(rest.startedAt()).isBetween(1_000, image.length - 1);
                assertThat(rest.startedAt() + rest.sentBytes()).isEqualTo(image.length);
                assertThat(link.upload(image, 1, JobMonitor.unwatched()))
                        .isEqualTo(new UploadResult(0, image.length, true));
            }
        }
    }

    @Test
    void clockEchoAndSettingsAreKept() {
        try (var bench = new FlashBench(form(), folder);
                TagLink link = link(bench)) {
            assertThat(link.setTime(FlashBench.NOON)).isTrue();
            assertThat(Duration.between(FlashBench.NOON, link.time().orElseThrow()))
                    .isBetween(Duration.ZERO, Duration.ofSeconds(30));
            assertThat(link.setSetting("tag/name", new byte[] {1, 2})).isTrue();
            assertThat(link.setting("tag/name").orElseThrow()).containsExactly(1, 2);
            assertThat(link.echo("hello")).isEqualTo("hello");
            assertThat(link.bootloader()).contains("MCUboot");
        }
    }

    /** golden/flash/smp/PROVENANCE.md; Zephyr before 3.5 calls the map of an error "ret", which is as good as "err". */
    @Test
    void requestsOfZephyrsOwnTestsGetZephyrsOwnAnswers() throws IOException {
        try (var bench = new FlashBench(form(), folder)) {
            int connection = bench.tag().plugIn().orElseThrow();
            for (String[] exchange : rows("exchanges.csv")) {
                byte[] heard = RawRequest.answer(
                        bench.tag(), connection, HexFormat.of().parseHex(exchange[1]));
                String answer = HexFormat.of().formatHex(heard).replace("63726574bf", "63657272bf");
                assertThat(answer).as(exchange[0]).isEqualTo(exchange[2]);
            }
        }
    }

    /** What a stranger's program sends, in the order of its list; the slot of the program itself is not to be erased. */
    @Test
    void requestsOfAnotherClientAreAnsweredInItsOwnTerms() throws IOException {
        try (var bench = new FlashBench(form(), folder)) {
            int connection = bench.tag().plugIn().orElseThrow();
            for (String[] message : rows("messages.csv")) {
                if (!message[0].contains("request") || message[0].startsWith("reset")) {
                    continue;
                }
                byte[] bytes = HexFormat.of().parseHex(message[message.length - 1]);
                var request = SmpPacket.parse(bytes).orElseThrow();
                var answer = SmpPacket.parse(RawRequest.answer(bench.tag(), connection, bytes))
                        .orElseThrow();
                assertThat(answer.answers(request)).as(message[0]).isTrue();
                boolean refused = answer.body().has("rc") || RawRequest.refusal(answer.body()) > 0;
                boolean toBeRefused = message[0].contains("erase") || message[0].contains("query");
                assertThat(refused && !message[0].equals("erase request"))
                        .as(message[0] + ": " + answer.body())
                        .isEqualTo(toBeRefused && !message[0].equals("erase request"));
                if (message[0].startsWith("read setting")) {
                    assertThat(answer.body())
                            .isEqualTo(Fields.of("val", "example".getBytes(StandardCharsets.US_ASCII)));
                }
            }
        }
    }

    private static List<String[]> rows(String file) throws IOException {
        try (var in = TagFormTest.class.getResourceAsStream("/golden/flash/smp/" + file)) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().skip(1).map(line -> line.split(",")).toList();
        }
    }

    @Test
    void settingsAreForgottenLoadedAgainAndMissedInTheGroupsOwnTerms() {
        try (var bench = new FlashBench(form(), folder);
                TagLink link = link(bench)) {
            assertThat(link.setting("tag/name")).isEmpty();
            link.setSetting("tag/name", new byte[] {1});
            link.saveSettings();
            link.setSetting("tag/name", new byte[] {2});
        }
        try (var bench = new FlashBench(form(), folder)) {
            var name = Fields.of("name", "tag/name");
            int connection = bench.tag().plugIn().orElseThrow();
            assertThat(setting(bench, connection, false, 0, name)).isEqualTo(Fields.of("val", new byte[] {1}));
            assertThat(setting(bench, connection, true, 1, name)).isEqualTo(Fields.none());
            assertThat(RawRequest.refusal(setting(bench, connection, false, 0, name)))
                    .isEqualTo(3);
            assertThat(RawRequest.refusal(setting(bench, connection, true, 1, name)))
                    .isEqualTo(3);
            assertThat(setting(bench, connection, false, 3, Fields.none())).isEqualTo(Fields.none());
            assertThat(setting(bench, connection, false, 0, name)).isEqualTo(Fields.of("val", new byte[] {1}));
        }
    }

    private static Fields setting(FlashBench bench, int connection, boolean writes, int command, Fields body) {
        return RawRequest.ask(bench.tag(), connection, writes, RawRequest.SETTINGS, command, body);
    }

    @Test
    void everyImageIsNamedByAHashAndAllSlotsAreShownWithTheWayTheyAreSwapped() {
        try (var bench = new FlashBench(form(), folder);
                TagLink link = link(bench)) {
            assertThat(link.imageState())
                    .isNotEmpty()
                    .allSatisfy(slot -> assertThat(slot.hash()).hasSize(64));
            assertThat(link.slots().orElseThrow()).extracting(SlotSize::image).contains(0, 1);
            assertThat(link.bootMode()).contains(BootMode.SWAP_USING_SCRATCH);
        }
    }

    /** Upload, mark for trial, restart; or as much of it as the tag lives through. */
    private static void install(FlashBench bench, byte[] image) {
        install(bench.tag(), image);
    }

    private static void install(PluggableTag tag, byte[] image) {
        try (TagLink link = tag.connector().connect("", Duration.ofSeconds(10))) {
            link.upload(image, 1, JobMonitor.unwatched());
            link.test(HexFormat.of()
                    .formatHex(
                            ModelImage.parse(Arrays.copyOf(image, image.length)).hash()));
            link.reset();
            link.clock().pause(Duration.ofSeconds(1));
        } catch (ProblemException lost) {
            assertThat(lost.problem().code()) // power was cut on the way
                    .isIn(FlashProblem.LINE_LOST, FlashProblem.NO_ANSWER, FlashProblem.TAG_NOT_FOUND);
        }
    }

    private static ImageSlot running(FlashBench bench) {
        try (TagLink link = link(bench)) {
            return ImageSlot.find(link.imageState(), 1, 0).orElseThrow();
        }
    }

    private static TagLink link(FlashBench bench) {
        return bench.tag().connector().connect("", Duration.ofSeconds(10));
    }
}
