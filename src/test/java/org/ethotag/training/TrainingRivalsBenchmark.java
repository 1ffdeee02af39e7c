package org.ethotag.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.dataset.Window;
import org.ethotag.job.JobMonitor;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * An epoch of learning here and in Python's PyTorch, in turns: the same windows, network, batch, optimiser, schedule and
 * number of threads. Needs a Python that has PyTorch: {@code -Dbenchmark.python=/usr/bin/python3}.
 */
@EnabledIfSystemProperty(named = "benchmark.runs", matches = "[0-9]+", disabledReason = "a benchmark, run by hand")
class TrainingRivalsBenchmark {
    private static final Path SCRIPT = Path.of("src/rivals/python/train_rival.py");
    private static final String PYTHON = System.getProperty("benchmark.python", "/usr/bin/python3");
    private static final int RUNS = Integer.getInteger("benchmark.runs", 5);
    private static final int THREADS = Integer.getInteger("benchmark.threads", 1);
    private static final List<Integer> SIZES = Arrays.stream(
                    System.getProperty("benchmark.hidden", "16,32,64").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int CLASSES = 4;
    private static final int BATCH = Integer.getInteger("benchmark.batch", 64);

    private static final double NANO = 1e-9;

    private final LongSupplier processors =
            ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())::getProcessCpuTime;

    @TempDir
    Path folder;

    /** One comparison. */
    private record Trial(String kind, int samples, int hidden, int windows, int epochs) {}

    @Test
    void students() {
        for (int hidden : SIZES) {
            compare(new Trial("gru", 51, hidden, 1536, 2));
        }
        for (int hidden : SIZES) {
            compare(new Trial("gru", 256, hidden, 512, 1));
        }
    }

    @Test
    void teachers() {
        compare(new Trial("resnet", 51, 0, 1024, 1));
        compare(new Trial("resnet", 256, 0, 256, 1));
    }

    private void compare(Trial trial) {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "no " + PYTHON);
        var dataset = windows(trial.windows(), trial.samples(), 1);
        try (var rival = new Rival(write(dataset), trial)) {
            here(dataset, trial); // warm up
            rival.train(trial.epochs());
            var ours = new ArrayList<Epoch>();
            var theirs = new ArrayList<Epoch>();
            for (int run = 0; run < RUNS; run++) {
                ours.add(here(dataset, trial));
                theirs.add(rival.train(trial.epochs()));
            }
            System.out.printf(
                    "| %s, %d samples%s | %.3f / %.3f | %.3f / %.3f | %.2f | %.2f (%.2f to %.2f) | %.4f, %.4f | %s, %d threads%n",
                    trial.kind(),
                    trial.samples(),
                    trial.hidden() == 0 ? "" : ", H = " + trial.hidden(),
                    median(ours.stream().mapToDouble(Epoch::clock)),
                    median(ours.stream().mapToDouble(Epoch::processor)),
                    median(theirs.stream().mapToDouble(Epoch::clock)),
                    median(theirs.stream().mapToDouble(Epoch::processor)),
                    median(ratios(ours, theirs, Epoch::clock)),
                    median(ratios(ours, theirs, Epoch::processor)),
                    ratios(ours, theirs, Epoch::processor).min().orElseThrow(),
                    ratios(ours, theirs, Epoch::processor).max().orElseThrow(),
                    ours.getLast().loss(),
                    theirs.getLast().loss(),
                    rival.version,
                    THREADS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A mean epoch in seconds, by the clock and of all threads' processor time, and the loss of the last one. */
    private record Epoch(double clock, double processor, double loss) {}

    private static DoubleStream ratios(List<Epoch> ours, List<Epoch> theirs, ToDoubleFunction<Epoch> what) {
        return IntStream.range(0, ours.size())
                .mapToDouble(i -> what.applyAsDouble(ours.get(i)) / what.applyAsDouble(theirs.get(i)));
    }

    private Epoch here(Dataset dataset, Trial trial) {
        var data = TrainingData.all(dataset);
        boolean gru = trial.kind().equals("gru");
        var settings = (gru ? TrainingSettings.student() : TrainingSettings.teacher())
                .withEpochs(trial.epochs())
                .withBatch(BATCH)
                .withAugmentation(Augmentation.none())
                .withThreads(THREADS)
                .withSeed(1);
        long busy = processors.getAsLong();
        var record = gru
                ? Distillation.withoutTeacher(
                                data, StudentShape.of(trial.hidden()), settings, _ -> {}, JobMonitor.unwatched())
                        .record()
                : TeacherTraining.train(data, 1, settings, _ -> {}, JobMonitor.unwatched())
                        .record();
        double busySeconds = (processors.getAsLong() - busy) * NANO;
        return new Epoch(
                record.seconds() / trial.epochs(),
                busySeconds / trial.epochs(),
                record.epochs().getLast().trainingLoss());
    }

    /** Noise whose level and tilt say the class. */
    static Dataset windows(int count, int samples, long seed) {
        var random = new Random(seed);
        var windows = new ArrayList<Window>();
        var values = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            int label = random.nextInt(CLASSES);
            float[] drawn = new float[Samples.AXES * samples];
            for (int k = 0; k < drawn.length; k++) {
                drawn[k] =
                        (float) ((0.05 + 0.1 * label) * random.nextGaussian() + (k / samples == label % 3 ? 0.4 : 0));
            }
            long from = (long) i * samples;
            windows.add(new Window("session", "animal", new SampleRange(from, from + samples), label));
            values.add(drawn);
        }
        return new Dataset(
                List.of("a", "b", "c", "d"), new SampleRate(10), WindowSpec.nonOverlapping(samples), windows, values);
    }

    /** What the script reads: normalised here, so that it has less to do in every step. */
    private Path write(Dataset dataset) throws IOException {
        int[] all = dataset.allIndices();
        var normalization = Normalization.of(dataset, all);
        int length = dataset.spec().lengthSamples();
        var bytes = ByteBuffer.allocate(all.length * (Samples.AXES * length + 1) * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (int i : all) {
            float[] raw = dataset.valuesG(i);
            for (int k = 0; k < raw.length; k++) {
                int axis = k / length;
                bytes.putFloat((raw[k] - normalization.meanG().get(axis))
                        / normalization.spreadG().get(axis));
            }
        }
        for (int label : dataset.labels(all)) {
            bytes.putInt(label);
        }
        return Files.write(folder.resolve("windows.bin"), bytes.array());
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The script, waiting for its turn. */
    private static final class Rival implements AutoCloseable {
        private final Process process;
        private final BufferedReader answers;
        private final Writer orders;
        private final String version;

        Rival(Path file, Trial trial) throws IOException {
            var settings = trial.kind().equals("gru") ? TrainingSettings.student() : TrainingSettings.teacher();
            var command = new ArrayList<>(List.of(PYTHON, SCRIPT.toString(), file.toString(), trial.kind()));
            for (Object word : Arrays.<Object>asList(
                    trial.windows(),
                    trial.samples(),
                    CLASSES,
                    trial.hidden(),
                    BATCH,
                    settings.learningRate(),
                    settings.clipNorm(),
                    THREADS)) {
                command.add(String.valueOf(word));
            }
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(THREADS));
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            process = builder.start();
            answers = process.inputReader();
            orders = process.outputWriter();
            version = answers.readLine();
        }

        Epoch train(int epochs) throws IOException {
            orders.write(epochs + "\n");
            orders.flush();
            double[] told = Arrays.stream(answers.readLine().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Epoch(told[0], told[1], told[2]);
        }

        @Override
        public void close() throws IOException {
            orders.close();
            process.onExit().join();
        }
    }
}
