package org.ethotag.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.SensorScale;

/** The float32 build of a student around {@code src/test/c/cost_float.c}, for this machine or for an emulated core. */
final class FloatBuild {
    private final Path folder;
    private final List<String> command;
    private final int classes;
    private final boolean counted;

    private FloatBuild(Path folder, List<String> command, int classes, boolean counted) {
        this.folder = folder;
        this.command = command;
        this.counted = counted;
        this.classes = classes;
    }

    /** What came out of a window; 0 instructions where there is no counter. */
    record Answer(float[] logits, long instructions) {}

    static FloatBuild forHost(Path folder, StudentModel student, SensorScale sensor)
            throws IOException, InterruptedException {
        CRuntime.require(folder, "gcc");
        var sources = write(folder, student, sensor);
        var flags = List.of("-I" + folder.resolve(FloatSource.FOLDER), "-lm");
        CRuntime.run(folder, CRuntime.compiler("gcc", CRuntime.sanitizers(folder), with(sources, flags), "program"));
        return new FloatBuild(folder, List.of(folder.resolve("program").toString()), classes(student), false);
    }

    static FloatBuild emulated(Path folder, Core core, StudentModel student, SensorScale sensor)
            throws IOException, InterruptedException {
        var sources = write(folder, student, sensor);
        var flags = List.of("-I" + folder.resolve(FloatSource.FOLDER));
        CRuntime.crossCompile(folder, core, flags, with(sources, List.of("-lm")), "float.elf");
        return new FloatBuild(
                folder, CRuntime.emulator(core, "float.elf", Instructions.COUNTING), classes(student), true);
    }

    private static int classes(StudentModel student) {
        return student.classes().size();
    }

    private static List<String> with(List<String> sources, List<String> more) {
        return Stream.of(sources, more).flatMap(List::stream).toList();
    }

    /** Lays the exporter's files down; the C files of the program. */
    private static List<String> write(Path folder, StudentModel student, SensorScale sensor) throws IOException {
        var sources = new ArrayList<>(List.of(CRuntime.test("cost_float.c")));
        for (var file : FloatSource.files(student, sensor).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.write(path, file.getValue());
            if (file.getKey().endsWith(".c")) {
                sources.add(path.toString());
            }
        }
        return sources;
    }

    /** Runs windows of counts, [sample][axis] each, of the length that the student was trained on. */
    List<Answer> run(List<short[][]> windows) throws IOException, InterruptedException {
        var in = new ByteSink().int32(windows.size());
        windows.forEach(window -> CostCase.counts(in, window));
        Files.write(folder.resolve("in"), in.toArray());
        CRuntime.run(folder, command);
        var read = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out"))).order(ByteOrder.LITTLE_ENDIAN);
        var instructions = counted ? Instructions.calibrated(read) : Instructions.uncounted(read);
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < windows.size(); i++) {
            long count = instructions.next(read);
            float[] logits = new float[classes];
            for (int c = 0; c < classes; c++) {
                logits[c] = read.getFloat();
            }
            answers.add(new Answer(logits, count));
        }
        return answers;
    }
}
