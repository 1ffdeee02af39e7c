package org.ethotag.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.export.ModelBlob;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.batch.BatchEngine;
import org.ethotag.quantization.batch.WindowSource;
import org.ethotag.recording.Recording;
import org.ethotag.recording.RecordingStore;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.recording.reading.RecordingImporter;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.Samples;

/** Runs an integer model over a raw file, window by window, without a study. */
public final class Classification {
    /** The importer wants an animal; here it does not matter which. */
    private static final String SOMEBODY = "unknown";

    /** Windows that are answered together; fewer if they are very long. */
    private static final int MOST_WINDOWS_AT_ONCE = 1024;

    private static final int MOST_SAMPLES_AT_ONCE = 1 << 20;

    private final ModelBlob blob;

    /** @param blob bytes of a model blob, checked before anything is run */
    public Classification(byte[] blob) {
        this.blob = ModelBlob.parse(blob);
    }

    /**
     * What the model says about one window.
     *
     * @param index of the window, from 0
     * @param range where it lies in the file
     * @param answer name of the class
     * @param logits int32, in the order of the classes
     */
    public record Answer(long index, SampleRange range, String answer, List<Integer> logits) {}

    /** The model that is run. */
    public ModelBlob blob() {
        return blob;
    }

    /** Reads a raw file and hands out one answer per whole window; windows touch and do not cross gaps. */
    public void run(Path csv, ImportSettings settings, Consumer<Answer> answers, JobMonitor monitor) {
        with(csv, settings, monitor.part(0, 0.5), recording -> classify(recording, answers, monitor.part(0.5, 1)));
    }

    /** Reads a raw file and hands it out as a recording, which is gone afterwards. */
    public static void with(Path csv, ImportSettings settings, JobMonitor monitor, Consumer<Recording> user) {
        var folder = temporaryFolder();
        try {
            var store = new RecordingStore(folder);
            var asked = settings.animal().isEmpty() ? settings.withAnimal(SOMEBODY) : settings;
            var session =
                    new RecordingImporter(store).importFile(csv, asked, monitor).session();
            try (var recording = store.open(session.id())) {
                user.accept(recording);
            }
        } finally {
            delete(folder);
        }
    }

    private void classify(Recording recording, Consumer<Answer> answers, JobMonitor monitor) {
        int length = blob.graph().windows().lengthSamples();
        int most = Math.clamp(MOST_SAMPLES_AT_ONCE / length, 1, MOST_WINDOWS_AT_ONCE);
        var ranges = new ArrayList<SampleRange>();
        long index = 0;
        for (SampleRange stretch : recording.stretches()) {
            for (long from = stretch.from(); from + length <= stretch.to(); from += length) {
                ranges.add(new SampleRange(from, from + length));
                if (ranges.size() == most) {
                    monitor.doing((double) from / recording.lengthSamples(), "running.integers");
                    index = answer(recording, ranges, index, answers, monitor);
                    ranges.clear();
                }
            }
        }
        answer(recording, ranges, index, answers, monitor);
    }

    /** Answers some windows and gives the index of the next one. */
    private long answer(
            Recording recording, List<SampleRange> ranges, long first, Consumer<Answer> answers, JobMonitor monitor) {
        monitor.checkCancelled();
        var windows =
                ranges.stream().map(range -> recording.read(range).rowMajor()).toList();
        var graph = blob.graph();
        var said = new BatchEngine(WindowSource.of(windows)).run(graph, monitor.quiet());
        for (int i = 0; i < ranges.size(); i++) {
            answers.accept(new Answer(
                    first + i,
                    ranges.get(i),
                    graph.classes().get(said.classOf(i)),
                    IntStream.of(said.logits(i)).boxed().toList()));
        }
        return first + ranges.size();
    }

    /** As the tag's sensor would have counted them, [sample][axis]. */
    public static short[][] counts(QuantizedGraph graph, Samples samples) {
        return graph.counts(samples.rowMajor());
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ethotag-classify");
        } catch (IOException failure) {
            throw notWritten(Path.of(System.getProperty("java.io.tmpdir", "")), failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw notWritten(folder, failure);
        }
    }

    private static ProblemException notWritten(Path place, IOException failure) {
        return new ProblemException(WorkflowProblem.NOT_WRITTEN, place, failure).causedBy(failure);
    }
}
