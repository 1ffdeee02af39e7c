package org.ethotag.recording.reading;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.signal.SampleRange;

/** Joins equal labels of neighbouring samples. One thread. */
final class LabelRuns {
    private final List<ImportedLabel> runs = new ArrayList<>();
    private String current = "";
    private long from;
    private long changes;

    /** The label of a sample; samples come in order. */
    void add(long sample, String label) {
        if (!label.equals(current)) {
            close(sample);
            changes += sample > 0 ? 1 : 0;
            current = label;
            from = sample;
        }
    }

    /** How often the label changed. */
    long changes() {
        return changes;
    }

    /** The runs, cut where a stretch begins: nobody knows what happened in a gap. */
    List<ImportedLabel> finish(List<SampleRange> stretches) {
        close(stretches.isEmpty() ? from : stretches.getLast().to());
        var labels = new ArrayList<ImportedLabel>();
        int first = 0;
        for (var run : runs) {
            while (stretches.get(first).to() <= run.range().from()) {
                first++;
            }
            for (int i = first;
                    i < stretches.size()
                            && stretches.get(i).from() < run.range().to();
                    i++) {
                stretches
                        .get(i)
                        .intersection(run.range())
                        .ifPresent(range -> labels.add(new ImportedLabel(range, run.text())));
            }
        }
        return labels;
    }

    private void close(long end) {
        if (!current.isEmpty() && end > from) {
            runs.add(new ImportedLabel(new SampleRange(from, end), current));
        }
    }
}
