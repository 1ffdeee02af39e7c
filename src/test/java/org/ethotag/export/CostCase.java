package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.export.CRuntime.Core;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.Students;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;

/**
 * A network of the usual shape on a core: 256 samples of 3 axes, {@code hidden} units, perceptron of 16, 5 classes.
 *
 * @param front with an input perceptron of as many units
 */
record CostCase(Core core, int hidden, boolean front, int weightBits, WeightLayout layout) {
    static final int SAMPLES = CountedCore.STEPS;
    static final int PERCEPTRON = 16;
    static final int CLASSES = 5;
    static final List<Integer> SIZES = CountedCore.SIZES;

    /** Without an input perceptron. */
    CostCase(Core core, int hidden, int weightBits, WeightLayout layout) {
        this(core, hidden, false, weightBits, layout);
    }

    /** The student of that size, always the same one. */
    static StudentModel student(int hidden) {
        return student(hidden, false);
    }

    /** @param front with an input perceptron as wide as the recurrent layer */
    static StudentModel student(int hidden, boolean front) {
        var random = new Random(hidden);
        var student = front
                ? Students.withFront(random, hidden, hidden, PERCEPTRON, CLASSES, 0.7)
                : Students.random(random, hidden, PERCEPTRON, CLASSES, 1);
        return new StudentModel(
                student.spec(),
                student.weights(),
                student.normalization(),
                WindowSpec.nonOverlapping(SAMPLES),
                new SampleRate(50),
                student.classes());
    }

    ModelBlob blob() {
        return ModelBlob.of(Students.quantize(student(hidden, front), weightBits), layout);
    }

    /** Instructions of every window, by {@code cost.elf} of the folder. */
    List<Long> count(Path folder, List<short[][]> windows) throws IOException, InterruptedException {
        byte[] blob = blob().bytes();
        var in = new ByteSink().int32(blob.length).int32(windows.size()).int32(SAMPLES);
        in.bytes(blob);
        windows.forEach(window -> counts(in, window));
        Files.write(folder.resolve("in"), in.toArray());
        CRuntime.run(folder, CRuntime.emulator(core, "cost.elf", Instructions.COUNTING));
        var read = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out"))).order(ByteOrder.LITTLE_ENDIAN);
        var instructions = Instructions.calibrated(read);
        assertThat(read.getInt()).as("status of ethotag_open").isZero();
        var counted = new ArrayList<Long>();
        for (int i = 0; i < windows.size(); i++) {
            counted.add(instructions.next(read));
        }
        return counted;
    }

    /** Appends a window, [sample][axis]. */
    static void counts(ByteSink in, short[][] window) {
        for (short[] sample : window) {
            for (short count : sample) {
                in.int16(count);
            }
        }
    }
}
