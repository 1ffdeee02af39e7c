package org.ethotag.workflow;

import java.io.IOException;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.recording.CsvTable;

/** One row for each sample: its number, its real time, and its behaviour, empty where nothing is labelled. */
record SampleLabels(SessionTime time) implements LabelWriter {
    @Override
    public void write(List<Bout> bouts, Appendable out) throws IOException {
        out.append("sample,time,behaviour\n");
        long sample = 0;
        for (Bout bout : bouts) {
            rows(sample, bout.range().from(), "", out);
            rows(bout.range().from(), bout.range().to(), bout.behaviour(), out);
            sample = bout.range().to();
        }
        rows(sample, time.lengthSamples(), "", out);
    }

    private void rows(long from, long to, String behaviour, Appendable out) throws IOException {
        var cell = CsvTable.write(List.of(List.of(behaviour)));
        for (long sample = from; sample < to; sample++) {
            out.append(String.valueOf(sample)).append(',');
            out.append(time.text(time.startOf(sample))).append(',');
            out.append(behaviour.isEmpty() ? "\n" : cell);
        }
    }
}
