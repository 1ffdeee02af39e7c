package org.ethotag.sample;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.Samples;

/**
 * Makes up collar recordings of cattle. The same settings make the same text on every machine: it uses
 * {@link java.util.Random}, whose numbers the platform specifies, {@link StrictMath}, and otherwise only operations that
 * IEEE 754 rounds exactly. Of any length: nothing is kept but the state of one collar.
 */
public final class HerdGenerator {
    private static final int ROWS_PER_REPORT = 50_000;
    /** Makes the streams of two animals differ in all bits of their seeds (the odd constant of SplitMix64). */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final HerdSettings settings;

    public HerdGenerator(HerdSettings settings) {
        this.settings = settings;
    }

    /** Whether the behaviour stands in the last column. */
    public enum Labels {
        WRITTEN,
        LEFT_OUT
    }

    /** Ids of the animals, in their order. */
    public List<String> animals() {
        return IntStream.range(0, settings.animals())
                .mapToObj(i -> "cow" + (i + 1 < 10 ? "0" : "") + (i + 1))
                .toList();
    }

    /**
     * Writes one recording as comma-separated text: {@code time,x,y,z} and, if wanted, the label; time as ISO 8601
     * with milliseconds and offset, acceleration in g with three decimals.
     *
     * @param animal index of the animal, 0 or more
     * @throws IOException if {@code out} throws it
     */
    public void write(int animal, Labels labels, Appendable out, JobMonitor monitor) throws IOException {
        var signal = new CollarSignal(animal, settings.rate(), settings.timeCompression(), random(animal));
        var row = new CsvRow(settings.start(), settings.rate());
        out.append(labels == Labels.WRITTEN ? "time,x,y,z,label\n" : "time,x,y,z\n");
        int[] mg = new int[Samples.AXES];
        long samples = settings.samples();
        for (long i = 0; i < samples; i++) {
            if (i % ROWS_PER_REPORT == 0) {
                monitor.checkCancelled();
                monitor.progress((double) i / samples, animals().get(animal));
            }
            signal.next(mg);
            out.append(row.of(i, mg, labels == Labels.WRITTEN ? signal.label() : ""));
        }
    }

    /**
     * Writes every recording with labels as {@code <animal>.csv.gz}, without a time stamp in the archive.
     *
     * @param folder made if it is not there
     * @return the files, in the order of the animals
     * @throws ProblemException if the disk is in the way
     */
    public List<Path> writeAll(Path folder, JobMonitor monitor) {
        var ids = animals();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> {
                    Path file = folder.resolve(ids.get(i) + ".csv.gz");
                    writeOne(i, file, monitor.part((double) i / ids.size(), (i + 1.0) / ids.size()));
                    return file;
                })
                .toList();
    }

    private void writeOne(int animal, Path file, JobMonitor monitor) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var out = new BufferedWriter(new OutputStreamWriter(
                    new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
                write(animal, Labels.WRITTEN, out, monitor);
            }
        } catch (IOException failure) {
            throw new ProblemException(SampleProblem.UNWRITABLE, file, String.valueOf(failure.getMessage()))
                    .causedBy(failure);
        }
    }

    private Random random(int animal) {
        return new Random(settings.seed() + SEED_STEP * (animal + 1));
    }
}
