package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.export.Images;
import org.ethotag.export.ModelImage;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.ImageSlot;
import org.ethotag.flash.Journal;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.IntegerEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only the reference tag on an emulated processor does. */
class EmulatedTagTest {
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final int OURS = 64;
    private static final int SETTINGS = 3;

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
                feed(bench.tag(), connection, counts, sent, end);
                sent = end;
                short[][] window = Arrays.copyOfRange(counts, end - windows.lengthSamples(), end);
                Fields live = ask(bench.tag(), connection, false, OURS, 3, Fields.none());
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
        Files.write(folder.resolve("samples"), bytes(counts, 0, counts.length));
        Files.write(folder.resolve("model.gruq"), Images.blob(5).bytes());
        var program = EmulatedProgram.build(core, FlashBench.KEYS.publicKey(), EmulatedForm.programs());
        EmulatedProcess.run(
                List.of(
                        "qemu-system-arm",
                        "-M",
                        core.machine(),
                        "-display",
                        "none",
                        "-serial",
                        "none",
                        "-monitor",
                        "none",
                        "-kernel",
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

    /** Twelve bytes: a count per class, the time, the node. */
    private static String radio(int[] tally, int seconds) {
        var bytes = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        for (int count : tally) {
            bytes.put((byte) Math.min(count, 255));
        }
        bytes.putInt(6, seconds);
        return HexFormat.of().formatHex(bytes.array());
    }

    @Test
    void settingsThatWereSavedSurviveARestartAndOthersDoNot() {
        try (var tag = tag(EmulatedCore.CORTEX_M3)) {
            int first = tag.plugIn().orElseThrow();
            ask(tag, first, true, SETTINGS, 0, Fields.of("name", "tag/node").with("val", new byte[] {1, 2}));
            ask(tag, first, true, SETTINGS, 3, Fields.none());
            ask(tag, first, true, SETTINGS, 0, Fields.of("name", "tag/node").with("val", new byte[] {3, 4}));
            tag.powerCycle();
            int second = tag.plugIn().orElseThrow();
            var answer = ask(tag, second, false, SETTINGS, 0, Fields.of("name", "tag/node"));
            assertThat(answer.bytes("val").orElseThrow()).containsExactly(1, 2);
        }
    }

    @Test
    void neitherTheRunningModelNorATrialCanBeErasedOrOverwritten() {
        var trial = FlashBench.image(2);
        try (var tag = tag(EmulatedCore.CORTEX_M3)) {
            int connection = tag.plugIn().orElseThrow();
            for (int slot : new int[] {0, 1, 2}) {
                assertThat(refusal(ask(tag, connection, true, 1, 5, Fields.of("slot", slot))))
                        .isEqualTo(9);
            }
            try (TagLink link = tag.connector().connect("", A_WHILE)) {
                link.upload(trial.bytes(), 1, JobMonitor.unwatched());
                link.test(HexFormat.of().formatHex(trial.hash()));
            }
            connection = tag.plugIn().orElseThrow();
            byte[] head = Arrays.copyOf(FlashBench.image(3).bytes(), 100);
            var upload = Fields.of("image", 1).with("len", 5_000).with("off", 0).with("data", head);
            assertThat(refusal(ask(tag, connection, true, 1, 1, upload))).isEqualTo(9);
            assertThat(refusal(ask(tag, connection, true, 1, 5, Fields.of("slot", 3))))
                    .isEqualTo(9);
            assertThat(refusal(ask(tag, connection, true, 1, 1, upload.with("image", 0))))
                    .isEqualTo(9);
        }
    }

    @Test
    void aSwapThatOneFormBeganIsFinishedByTheOther() throws IOException {
        var old = FlashBench.image(1);
        var young = FlashBench.image(2);
        Path prepared = folder.resolve("memory");
        try (var bench = new FlashBench(folder)) {
            bench.flash(old);
            try (TagLink link = bench.tag().connector().connect("", A_WHILE)) {
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
            bench.flash(old);
        }
        var settings = settings().with(Fault.parse("power-cut-after-operations:9"));
        try (var tag = EmulatedForm.open(EmulatedCore.CORTEX_M3, folder.resolve("memory"), settings)
                .tearing()) {
            assertThatThrownBy(() -> {
                        try (TagLink link = tag.connector().connect("", A_WHILE)) {
                            link.upload(FlashBench.image(2).bytes(), 1, JobMonitor.unwatched());
                        }
                    })
                    .isInstanceOf(ProblemException.class);
            try (TagLink link = tag.connector().connect("", A_WHILE)) {
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

    private static byte[] bytes(short[][] counts, int from, int to) {
        var bytes = ByteBuffer.allocate((to - from) * 6).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            for (short count : counts[i]) {
                bytes.putShort(count);
            }
        }
        return bytes.array();
    }

    private static void feed(PluggableTag tag, int connection, short[][] counts, int from, int to) {
        for (int at = from; at < to; at += 50) {
            byte[] part = bytes(counts, at, Math.min(to, at + 50));
            ask(tag, connection, true, OURS, 4, Fields.of("data", part));
        }
    }

    private static int refusal(Fields answer) {
        return answer.fields("err")
                .flatMap(error -> error.count("rc").stream().boxed().findFirst())
                .orElse(-1);
    }

    private static String words(int[] numbers) {
        return IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    /** One request of the second version and the fields of its answer. */
    private static Fields ask(PluggableTag tag, int connection, boolean writes, int group, int command, Fields body) {
        var request = new SmpPacket(1, writes ? 2 : 0, group, 5, command, body);
        byte[] frame = FrameEncoder.frame(request.encode(Cbor.Lengths.DEFINITE));
        var decoder = new FrameDecoder(1_000, FrameDecoder.Reading.MARKER_ANYWHERE);
        byte[] heard = tag.exchange(connection, frame, A_WHILE);
        while (heard.length > 0) {
            for (byte[] packet : decoder.feed(heard, heard.length)) {
                return SmpPacket.parse(packet).orElseThrow().body();
            }
            heard = tag.exchange(connection, new byte[0], A_WHILE);
        }
        throw new AssertionError("no answer to " + request);
    }

    private static void send(PluggableTag tag, int connection, String text) {
        tag.exchange(connection, text.getBytes(StandardCharsets.ISO_8859_1), Duration.ZERO);
    }

    private static String heard(PluggableTag tag, int connection) {
        var heard = new ByteArrayOutputStream();
        byte[] part;
        do {
            part = tag.exchange(connection, new byte[0], A_WHILE);
            heard.writeBytes(part);
        } while (part.length > 0 && part[part.length - 1] != '\n');
        return heard.toString(StandardCharsets.ISO_8859_1);
    }
}
