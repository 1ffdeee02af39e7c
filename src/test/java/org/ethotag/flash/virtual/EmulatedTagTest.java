package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.ImageSlot;
import org.ethotag.flash.Journal;
import org.ethotag.flash.RadioSummary;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.smp.Fields;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.IntegerEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the reference tag on an emulated processor does. */
class EmulatedTagTest {

    @TempDir
    Path folder;

    @Test
    void itAnswersTheGoldenRequestByteForByteAndDropsWhatItMust() {
        try (var tag = tag(EmulatedCore.CORTEX_M3)) {
            int connection = tag.plugIn().orElseThrow();
            send(tag, connection, "nonsense\n\u0006\tABMCAAAJAAAAAKFhZGVoZWxsbyVw\n"); // a wrong checksum
            send(tag, connection, "\u0006\tABMCAAAJAAAAAKFhZGVoZWxsbyVv\n");
            assertThat(heard(tag, connection)).isEqualTo("\u0006\tABQDAAAKAAAAAL9hcmVoZWxsb/8GPg==\n");
        }
    }

    @Test
    void everySlidingWindowOfSamplesOverTheLineIsClassifiedAsJavaDoesItAndCounted() {
        var image = FlashBench.image(4);
        var counts = noise(new Random(4), 2_000);
        var graph = Images.blob(4).graph();
        var windows = graph.windows();
        var engine = new IntegerEngine(graph);
        try (var bench = new FlashBench(EmulatedForm.on(EmulatedCore.CORTEX_M4F), folder)) {
            assertThat(bench.flash(image).verified()).isTrue();
            int connection = bench.tag().plugIn().orElseThrow();
            int sent = 0;
            int number = 0;
            for (int end = windows.lengthSamples(); end <= 700; end += windows.strideSamples()) {
                number++;
                RawRequest.feed(bench.tag(), connection, counts, sent, end);
                sent = end;
                short[][] window = Arrays.copyOfRange(counts, end - windows.lengthSamples(), end);
                Fields live = RawRequest.ask(bench.tag(), connection, false, RawRequest.OURS, 3, Fields.none());
                assertThat(live.numbers("logits"))
                        .isEqualTo(Arrays.stream(engine.logits(window))
                                .asLongStream()
                                .boxed()
                                .toList());
                assertThat(live.number("class").orElseThrow()).isEqualTo(IntegerEngine.classOf(engine.logits(window)));
            }
            assertThat(number).isGreaterThan(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfSamplesIsClassifiedLogitByLogitAndCountedForTheRadio(EmulatedCore core) throws IOException {
        EmulatedForm.requireTools();
        var graph = Images.blob(5).graph();
        var windows = graph.windows();
        var engine = new IntegerEngine(graph);
        int inferences = 300;
        var counts = noise(new Random(5), windows.lengthSamples() + (inferences - 1) * windows.strideSamples());
        Files.write(folder.resolve("samples"), RawRequest.bytes(counts, 0, counts.length));
        Files.write(folder.resolve("model.gruq"), Images.blob(5).bytes());
        var program = EmulatedProgram.build(core, FlashBench.KEYS.publicKey(), EmulatedForm.programs());
        EmulatedProcess.run(
                EmulatedForm.alone(
                        core,
                        program.toString(),
                        "-device",
                        "loader,file=model.gruq,addr=0x00100000,force-raw=on",
                        "-semihosting-config",
                        "enable=on,target=native,arg=tag,arg=samples=samples"),
                folder,
                folder.resolve("said"));
        var expected = new ArrayList<String>();
        int[] tally = new int[graph.classes().size()];
        for (int i = 0; i < inferences; i++) {
            int from = i * windows.strideSamples();
            int[] logits = engine.logits(Arrays.copyOfRange(counts, from, from + windows.lengthSamples()));
            tally[IntegerEngine.classOf(logits)]++;
            expected.add(i + " " + IntegerEngine.classOf(logits) + " " + words(logits));
            if (i == 255) {
                int last = from + windows.lengthSamples() - 1;
                expected.add("p " + words(tally) + " "
                        + radio(tally, (int) (last / graph.rate().hertz())));
            }
        }
        assertThat(Files.readAllLines(folder.resolve("said"))).isEqualTo(expected);
    }

    private static String radio(int[] tally, int seconds) {
        var counts = IntStream.of(tally).boxed().toList();
        return HexFormat.of().formatHex(new RadioSummary(0, Instant.ofEpochSecond(seconds), counts).bytes());
    }

    @Test
    void settingsThatWereSavedSurviveARestartAndOthersDoNot() {
        try (var tag = tag(EmulatedCore.CORTEX_M3)) {
            int first = tag.plugIn().orElseThrow();
            RawRequest.ask(
                    tag,
                    first,
                    true,
                    RawRequest.SETTINGS,
                    0,
                    Fields.of("name", "tag/node").with("val", new byte[] {1, 2}));
            RawRequest.ask(tag, first, true, RawRequest.SETTINGS, 3, Fields.none());
            RawRequest.ask(
                    tag,
                    first,
                    true,
                    RawRequest.SETTINGS,
                    0,
                    Fields.of("name", "tag/node").with("val", new byte[] {3, 4}));
            tag.powerCycle();
            int second = tag.plugIn().orElseThrow();
            var answer = RawRequest.ask(tag, second, false, RawRequest.SETTINGS, 0, Fields.of("name", "tag/node"));
            assertThat(answer.bytes("val").orElseThrow()).containsExactly(1, 2);
        }
    }

    @Test
    void neitherTheRunningModelNorATrialCanBeErasedOrOverwritten() {
        var trial = FlashBench.image(2);
        try (var tag = tag(EmulatedCore.CORTEX_M3)) {
            int connection = tag.plugIn().orElseThrow();
            for (int slot : new int[] {0, 1, 2}) {
                assertThat(RawRequest.refusal(
                                RawRequest.ask(tag, connection, true, RawRequest.IMAGES, 5, Fields.of("slot", slot))))
                        .isEqualTo(9);
            }
            try (TagLink link = tag.connector().connect("", RawRequest.PATIENCE)) {
                link.upload(trial.bytes(), 1, JobMonitor.unwatched());
                link.test(HexFormat.of().formatHex(trial.hash()));
            }
            connection = tag.plugIn().orElseThrow();
            byte[] head = Arrays.copyOf(FlashBench.image(3).bytes(), 100);
            var upload = Fields.of("image", 1).with("len", 5_000).with("off", 0).with("data", head);
            assertThat(RawRequest.refusal(RawRequest.ask(tag, connection, true, RawRequest.IMAGES, 1, upload)))
                    .isEqualTo(9);
            assertThat(RawRequest.refusal(
                            RawRequest.ask(tag, connection, true, RawRequest.IMAGES, 5, Fields.of("slot", 3))))
                    .isEqualTo(9);
            assertThat(RawRequest.refusal(
                            RawRequest.ask(tag, connection, true, RawRequest.IMAGES, 1, upload.with("image", 0))))
                    .isEqualTo(9);
        }
    }

    @Test
    void aSwapThatOneFormBeganIsFinishedByTheOther() throws IOException {
        var old = FlashBench.image(1);
        var young = FlashBench.image(2);
        Path prepared = folder.resolve("memory");
        try (var bench = new FlashBench(folder)) {
            assertThat(bench.flash(old).problems()).isEmpty();
            try (TagLink link = bench.tag().connector().connect("", RawRequest.PATIENCE)) {
                link.upload(young.bytes(), 1, JobMonitor.unwatched());
                link.test(HexFormat.of().formatHex(young.hash()));
            }
        }
        for (boolean javaBegins : new boolean[] {true, false}) {
            Path own = Files.createDirectory(folder.resolve("java" + javaBegins));
            Files.copy(prepared, own.resolve("memory"));
            var java = FlashBench.javaForm();
            var emulated = EmulatedForm.on(EmulatedCore.CORTEX_M3);
            try (var bench = new FlashBench(javaBegins ? java : emulated, own, "power-cut-after-operations:70")) {
                bench.tag().plugIn();
            }
            try (var bench = new FlashBench(javaBegins ? emulated : java, own)) {
                assertThat(bench.running()).isEqualTo(young.modelId().orElseThrow());
                assertThat(bench.settled()).isTrue();
            }
        }
    }

    @Test
    void powerFailsAtTheOperationThatWasAskedForAndInItsMiddleTheOldModelIsKept() {
        var old = FlashBench.image(1);
        try (var bench = new FlashBench(EmulatedForm.on(EmulatedCore.CORTEX_M3), folder)) {
            assertThat(bench.flash(old).problems()).isEmpty();
        }
        var settings = settings().with(Fault.parse("power-cut-after-operations:9"));
        try (var tag = EmulatedForm.open(EmulatedCore.CORTEX_M3, folder.resolve("memory"), settings)
                .tearing()) {
            assertThatThrownBy(() -> {
                        try (TagLink link = tag.connector().connect("", RawRequest.PATIENCE)) {
                            link.upload(FlashBench.image(2).bytes(), 1, JobMonitor.unwatched());
                        }
                    })
                    .isInstanceOf(ProblemException.class);
            try (TagLink link = tag.connector().connect("", RawRequest.PATIENCE)) {
                assertThat(tag.operations()).isEqualTo(9);
                assertThat(ImageSlot.find(link.imageState(), 1, 0).orElseThrow().hash())
                        .isEqualTo(HexFormat.of().formatHex(old.hash()));
            }
        }
    }

    @Test
    void aModelIsFlashedOverASerialDeviceThatVanishesAndReturns() {
        ModelImage image = FlashBench.image(6);
        try (var tag = tag(EmulatedCore.CORTEX_M4F);
                var port = VirtualTagPort.open(folder.resolve("ttyTag"), tag)) {
            FlashReceipt receipt = new FlashJob(
                            FlashBench.order(image.bytes()),
                            SerialConnector.at(port.link().toString()),
                            new Journal(folder.resolve("journal"), TagClock.system()))
                    .run(JobMonitor.unwatched());
            assertThat(receipt.problems()).isEmpty();
            assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
            assertThat(receipt.modelAfter()).isEqualTo(image.modelId().orElseThrow());
        }
    }

    @Test
    void faultsThatARealProgramCannotHaveAreRefusedByName() {
        var settings = settings().with(Fault.parse("swapped-tag"));
        assertThatThrownBy(() -> EmulatedForm.open(EmulatedCore.CORTEX_M3, folder.resolve("memory"), settings))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(FlashProblem.FAULT_NOT_EMULATED));
    }

    @Test
    void everySourceOfTheFirmwareIsListed() throws IOException {
        Path sources = Path.of("src/main/firmware");
        try (var files = Files.list(sources)) {
            var expected = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(".*\\.(c|h|ld)"))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(sources.resolve("FILES"))).isEqualTo(expected);
        }
        assertThat(EmulatedProgram.sources()).containsKeys("firmware/main.c", "c/include/ethotag.h");
    }

    private EmulatedTag tag(EmulatedCore core) {
        return EmulatedForm.open(core, folder.resolve("memory"), settings());
    }

    private static VirtualTagSettings settings() {
        return VirtualTagSettings.of(FlashBench.SERIAL, FlashBench.HARDWARE, List.of(FlashBench.KEYS.publicKey()));
    }

    private static short[][] noise(Random random, int samples) {
        var counts = new short[samples][3];
        for (int i = 0; i < samples; i++) {
            for (int axis = 0; axis < 3; axis++) {
                double swing = 9_000 * Math.sin(i * (axis + 1) * 0.07 + i / 400);
                counts[i][axis] = (short) (swing + 4_000 * random.nextGaussian());
            }
        }
        return counts;
    }

    private static String words(int[] numbers) {
        return IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    private static void send(PluggableTag tag, int connection, String text) {
        tag.exchange(connection, text.getBytes(StandardCharsets.ISO_8859_1), Duration.ZERO);
    }

    private static String heard(PluggableTag tag, int connection) {
        var heard = new ByteArrayOutputStream();
        byte[] part;
        do {
            part = tag.exchange(connection, new byte[0], RawRequest.PATIENCE);
            heard.writeBytes(part);
        } while (part.length > 0 && part[part.length - 1] != '\n');
        return heard.toString(StandardCharsets.ISO_8859_1);
    }
}
