package org.ethotag.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ethotag.dataset.DatasetFile;
import org.ethotag.export.GoldenWindows;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.ModelBlob;
import org.ethotag.export.image.Images;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.uf2.Uf2File;
import org.ethotag.export.uf2.Uf2Writer;
import org.ethotag.file.SmallFile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.rollcall.RollCallList;
import org.ethotag.label.Bout;
import org.ethotag.model.ModelFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.EthogramFile;
import org.ethotag.project.ImportPresets;
import org.ethotag.recording.ClockMap;
import org.ethotag.recording.RecordingProblem;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.Learners;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.labels.LabelTable;

/**
 * A kind of file that may come from a stranger.
 *
 * @param name of the kind
 * @param file what such a file is called
 * @param valid a whole one
 * @param reading reads one, every part of it; whatever is wrong is a {@code ProblemException}
 */
record Stranger(String name, String file, byte[] valid, Consumer<Path> reading) {
    /** What a command reads of a file with labels. */
    private static final long MOST_LABEL_BYTES = 256L << 20;

    private static final int HEADER_BYTES = 136;
    private static final int TAIL_BYTES = 24;
    private static final int SOME = 40;

    @Override
    public String toString() {
        return name;
    }

    /** Puts content into a folder and reads it. */
    void read(Path folder, byte[] content) {
        try {
            reading.accept(Files.write(folder.resolve(file), content));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every kind that is one file; recordings are tried in {@code HostileFilesTest}, too. */
    static List<Stranger> all(Path scratch) throws IOException {
        var all = new ArrayList<>(texts(scratch));
        all.addAll(binaries(scratch));
        return all;
    }

    /** Those that are JSON. */
    static List<Stranger> json(Path scratch) throws IOException {
        var preset = scratch.resolve("preset.json");
        ImportPresets.write(
                preset,
                new ImportPreset(
                        "collar", List.of("time", "x"), ImportSettings.guessed().withUnit("g")));
        var ethogram = scratch.resolve("ethogram.json");
        EthogramFile.write(ethogram, "Cattle", SampleStudy.ethogram());
        var boris = scratch.resolve("ethogram.boris");
        EthogramFile.write(boris, "Cattle", SampleStudy.ethogram());
        return List.of(
                new Stranger("tag profile", "tag.json", resource("/tag-profiles/virtual.json"), TagProfiles::read),
                new Stranger("import preset", "preset.json", Files.readAllBytes(preset), ImportPresets::read),
                new Stranger("ethogram", "ethogram.json", Files.readAllBytes(ethogram), EthogramFile::read),
                new Stranger("BORIS project", "ethogram.boris", Files.readAllBytes(boris), EthogramFile::read));
    }

    /** Labels of other programs and of ours. */
    static List<Stranger> labels() throws IOException {
        var labels = new ArrayList<Stranger>();
        for (var format : LabelTable.Format.values()) {
            if (format != LabelTable.Format.SAMPLES) {
                labels.add(labels(format));
            }
        }
        return labels;
    }

    private static Stranger labels(LabelTable.Format format) throws IOException {
        var clock = ClockMap.regular(Instant.parse("2025-06-01T12:00:00Z"), new SampleRate(10));
        var table = new LabelTable(new SessionTime("s1", clock, ZoneId.of("UTC"), 1000), "101", 0);
        var text = new StringBuilder();
        table.write(
                List.of(
                        new Bout(new SampleRange(0, 100), "grazing"),
                        new Bout(new SampleRange(100, 160), "walking"),
                        new Bout(new SampleRange(200, 1000), "resting")),
                format,
                text);
        return new Stranger("labels as " + format, "labels", text.toString().getBytes(UTF_8), file -> {
            table.readAll(text(file), format, file.toString());
        });
    }

    private static List<Stranger> texts(Path scratch) throws IOException {
        var texts = new ArrayList<>(json(scratch));
        texts.addAll(labels());
        var list = "animal,tag,image\n1219,VT-0001,model.bin\n1319,VT-0002,model.bin\n";
        texts.add(new Stranger("roll-call list", "list.csv", list.getBytes(UTF_8), RollCallList::read));
        var keys = ModelKeys.create();
        texts.add(new Stranger("public key", "key.pem", keys.publicPem().getBytes(UTF_8), ModelKeys::readPublic));
        return texts;
    }

    private static List<Stranger> binaries(Path scratch) {
        var payload = Images.payload(1, 4);
        var keys = ModelKeys.create();
        var dataset = scratch.resolve("windows.dataset");
        DatasetFile.write(Learners.separable(40, 1), dataset);
        return List.of(
                bytes("blob", payload.blob().bytes(), ModelBlob::parse),
                bytes("golden windows", payload.golden().bytes(), GoldenWindows::parse),
                bytes("payload of an image", payload.bytes(), ImagePayload::parse),
                bytes(
                        "signed image",
                        ModelImage.sign(payload, Images.target(), keys).bytes(),
                        content -> {
                            var image = ModelImage.parse(content);
                            image.hardwareId();
                            image.minimumFirmware();
                            image.payload();
                            image.verify(keys.publicKey());
                        }),
                bytes(
                        "UF2",
                        Uf2Writer.write(new byte[2000], 0xADA52840L, 0x80000),
                        content -> Uf2File.parse(content).content(0x80000, 2000)),
                new Stranger(
                        "teacher",
                        "teacher.model",
                        ModelFile.bytes(Learners.teacher(16, new Random(1))),
                        ModelFile::readTeacher),
                new Stranger(
                        "student",
                        "student.model",
                        ModelFile.bytes(Learners.student(8, 16, new Random(1))),
                        ModelFile::readStudent),
                new Stranger("windows of a fold", "windows.dataset", content(dataset), DatasetFile::read),
                new Stranger("trace", "s1.trace", StrangeStudy.trace(scratch), Stranger::readTrace));
    }

    private static Stranger bytes(String name, byte[] valid, Consumer<byte[]> parsing) {
        return new Stranger(name, "file.bin", valid, file -> parsing.accept(content(file)));
    }

    /** All samples and the picture of a trace. */
    private static void readTrace(Path file) {
        try (var recording = new RecordingStore(file.toAbsolutePath().getParent()).open("s1")) {
            StrangeStudy.look(recording);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = Stranger.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] content(Path file) {
        try {
            return SmallFile.bytes(file, 16 << 20);
        } catch (IOException failure) {
            throw new ProblemException(RecordingProblem.CANNOT_READ_FILE, file, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        }
    }

    private static String text(Path file) {
        try {
            return SmallFile.text(file, MOST_LABEL_BYTES);
        } catch (IOException notText) {
            // the command says so in its own words; a reader that is handed such characters anyway must bear them
            return new String(content(file), UTF_8);
        }
    }

    /** Places of the words of four bytes of a file, all of its beginning and some of the rest. */
    static int[] words(int length) {
        int step = Math.max(97, length / SOME);
        return IntStream.range(0, Math.max(0, length - 3))
                .filter(at -> at < HEADER_BYTES || at % step == 0 || at > length - TAIL_BYTES)
                .toArray();
    }
}
