package org.ethotag.workflow.tag;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.ethotag.export.ModelBlob;
import org.ethotag.export.image.ModelImage;
import org.ethotag.flash.LiveComparison;
import org.ethotag.flash.LiveComparison.Stretch;
import org.ethotag.flash.LiveComparison.Window;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagConnector;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.Recording;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.Classification;

/** Puts a tag's classification beside this computer's on the same samples. */
public final class LiveWork {
    private static final Duration FIND = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final ModelBlob blob;
    private final TagConnector connector;
    private final String serial;

    /**
     * @param model a blob or a signed image
     * @param port where the tag is, or empty to find it by its serial number
     * @param serial which tag, or empty for whichever is at the port
     */
    public LiveWork(Path model, String port, String serial) {
        this.blob = blob(FlashWork.read(model));
        this.connector = port.isEmpty() ? SerialConnector.anywhere() : SerialConnector.at(port);
        this.serial = serial;
    }

    /**
     * What came of it.
     *
     * @param serial of the tag
     * @param modelId of the model on both sides
     * @param windows how many were compared
     * @param different how many differ
     */
    public record Result(String serial, String modelId, long windows, long different) {}

    private static ModelBlob blob(byte[] file) {
        try {
            return ModelBlob.parse(file);
        } catch (ProblemException noBlob) {
            try {
                return ModelImage.parse(file).payload().blob();
            } catch (ProblemException noImage) {
                throw noBlob.causedBy(noImage);
            }
        }
    }

    /** The model that is compared. */
    public ModelBlob blob() {
        return blob;
    }

    /**
     * Sends a raw file to the tag, each stretch without gaps by itself.
     *
     * @param stride samples from one window to the next, or 0 for the model's own
     */
    public Result file(Path csv, ImportSettings settings, int stride, Consumer<Window> each, JobMonitor monitor) {
        var comparison = new LiveComparison(
                blob, stride > 0 ? stride : blob.graph().windows().strideSamples());
        try (var link = connector.connect(serial, FIND)) {
            String found = comparison.requireModel(link);
            Classification.with(csv, settings, monitor.part(0, 0.3), recording -> {
                for (SampleRange range : recording.stretches()) {
                    comparison.feed(link, stretch(recording, range), each, monitor.part(0.3, 1));
                }
            });
            return result(found, comparison);
        }
    }

    private Stretch stretch(Recording recording, SampleRange range) {
        return new Stretch() {
            @Override
            public long length() {
                return range.length();
            }

            @Override
            public short[][] read(long from, int length) {
                var part = new SampleRange(range.from() + from, range.from() + from + length);
                return Classification.counts(blob.graph(), recording.read(part));
            }
        };
    }

    /**
     * Compares what the tag's own sensor measures, window after window.
     *
     * @param windows how many, at least 1
     */
    public Result sensor(long windows, Consumer<Window> each, JobMonitor monitor) {
        var comparison = new LiveComparison(blob, 1);
        try (var link = connector.connect(serial, FIND)) {
            String found = comparison.requireModel(link);
            for (long newest = -1; comparison.windows() < windows; ) {
                monitor.checkCancelled();
                var live = link.live();
                if (live.isPresent() && live.get().number() == newest) {
                    connector.clock().pause(BETWEEN_LOOKS);
                } else {
                    newest = comparison.newest(link, each);
                }
            }
            return result(found, comparison);
        }
    }

    private Result result(String found, LiveComparison comparison) {
        return new Result(found, blob.modelId(), comparison.windows(), comparison.different());
    }

    /** The classes in words. */
    public List<String> classes() {
        return blob.graph().classes();
    }
}
