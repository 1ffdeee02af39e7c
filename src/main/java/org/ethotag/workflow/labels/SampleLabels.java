package org.ethotag.workflow.labels;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ethotag.label.Bout;
import org.ethotag.recording.CsvTable;
import org.ethotag.workflow.SessionTime;

/** One row for each sample: its number, its real time, and its behaviour, empty where nothing is labelled, several with a plus. */
record SampleLabels(SessionTime time) implements LabelWriter {
    private static final String TOGETHER = " + ";

    @Override
    public void write(Labelled labels, Appendable out) throws IOException {
        out.append("sample,time,behaviour\n");
        var open = new ArrayList<Bout>();
        var waiting = new ArrayDeque<>(labels.bouts());
        long sample = 0;
        while (sample < time.lengthSamples()) {
            long here = sample;
            open.removeIf(b -> b.range().to() <= here);
            while (!waiting.isEmpty() && waiting.getFirst().range().from() <= here) {
                open.add(waiting.removeFirst());
            }
            long next = open.stream().mapToLong(b -> b.range().to()).min().orElse(time.lengthSamples());
            next = waiting.isEmpty()
                    ? next
                    : Math.min(next, waiting.getFirst().range().from());
            rows(sample, next, open.stream().map(Bout::behaviour).sorted().collect(Collectors.joining(TOGETHER)), out);
            sample = next;
        }
    }

    private void rows(long from, long to, String behaviour, Appendable out) throws IOException {
        var cell = CsvTable.forPeople(List.of(List.of(behaviour)));
        for (long sample = from; sample < to; sample++) {
            out.append(String.valueOf(sample)).append(',');
            out.append(time.text(time.startOf(sample))).append(',');
            out.append(behaviour.isEmpty() ? "\n" : cell);
        }
    }
}
