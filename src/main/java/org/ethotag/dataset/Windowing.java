package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Trace;
import org.ethotag.signal.WindowSpec;

/**
 * Cuts labelled sessions into windows and collects them. With purity 1 the windows start at the beginning of each bout
 * and never cross a label change; below 1 they run on over label changes, take the class that most of their samples
 * have, and are dropped if that share is below the purity. No window ever crosses the border of a stretch. Changes in
 * place; for one thread.
 */
public final class Windowing {
    /** Clocks of tags of one kind differ by less; a model does not notice it (1 % of 2.6 Hz is 0.03 Hz). */
    private static final double RATE_TOLERANCE = 0.01;

    private final WindowSpec spec;
    private final ClassMap classes;
    private final double purity;
    private final List<Window> windows = new ArrayList<>();
    private final List<float[]> valuesG = new ArrayList<>();
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, Integer> bouts = new HashMap<>();
    private final Set<String> sessions = new HashSet<>();
    private SampleRate rate = new SampleRate(1);
    private int leftOutBouts;
    private int shortBouts;
    private int impure;
    private int notFinite;
    private long doublyLabelled;

    /**
     * @param purity least share of samples of the window's class, above 0 and at most 1; 1 means that windows keep
     *     inside bouts
     */
    public Windowing(WindowSpec spec, ClassMap classes, double purity) {
        if (!(purity > 0 && purity <= 1)) {
            throw new IllegalArgumentException("purity is above 0 and at most 1, not " + purity);
        }
        this.spec = spec;
        this.classes = classes;
        this.purity = purity;
    }

    /**
     * Cuts one session.
     *
     * @param stretches the gap-free pieces of the trace, sorted; a trace without gaps is one stretch
     * @param sessionBouts in any order; where bouts of two behaviours overlap, no window is cut
     * @throws ProblemException if the session's rate differs from that of the sessions before
     */
    public void add(
            String session,
            String animal,
            SampleRate sessionRate,
            Trace trace,
            List<SampleRange> stretches,
            List<Bout> sessionBouts) {
        acceptRate(session, sessionRate);
        for (Bout bout : sessionBouts) {
            bouts.merge(bout.behaviour(), 1, Integer::sum);
            counts.computeIfAbsent(bout.behaviour(), _ -> new TreeMap<>()).putIfAbsent(animal, 0);
            leftOutBouts += classes.classOf(bout.behaviour()).isPresent() ? 0 : 1;
        }
        var pieces = LabelPieces.of(sessionBouts, stretches);
        doublyLabelled += pieces.doublyLabelledSamples();
        var source = new Source(session, animal, trace);
        if (purity == 1) {
            pieces.bouts().forEach(piece -> cutInside(source, piece));
        } else {
            stretches.forEach(stretch -> cutAcross(source, stretch, pieces.bouts()));
        }
    }

    /** All windows so far, in the order they were cut. */
    public Dataset dataset() {
        return new Dataset(classes.classes(), rate, spec, windows, valuesG);
    }

    /** What was cut so far and what was not. */
    public WindowCounts counts() {
        var names = classes.classes();
        var rows = new ArrayList<WindowCounts.Row>();
        counts.forEach((behaviour, perAnimal) -> {
            var index = classes.classOf(behaviour);
            String name = index.isPresent() ? names.get(index.getAsInt()) : "";
            rows.add(new WindowCounts.Row(behaviour, name, bouts.getOrDefault(behaviour, 0), perAnimal));
        });
        return new WindowCounts(
                names, rows, new WindowCounts.Skipped(leftOutBouts, shortBouts, impure, notFinite, doublyLabelled));
    }

    private record Source(String session, String animal, Trace trace) {}

    private void acceptRate(String session, SampleRate sessionRate) {
        if (sessions.isEmpty()) {
            rate = sessionRate;
        } else if (Math.abs(sessionRate.hertz() / rate.hertz() - 1) > RATE_TOLERANCE) {
            throw new ProblemException(DatasetProblem.RATES_DIFFER, session, sessionRate.hertz(), rate.hertz());
        }
        if (!sessions.add(session)) {
            throw new IllegalArgumentException("session " + session + " was added before");
        }
    }

    private void cutInside(Source source, Bout piece) {
        var label = classes.classOf(piece.behaviour());
        if (label.isEmpty()) {
            return;
        }
        long count = spec.countIn(piece.range().length());
        if (count == 0) {
            shortBouts++;
        }
        for (long i = 0; i < count; i++) {
            long from = piece.range().from() + i * spec.strideSamples();
            take(source, new SampleRange(from, from + spec.lengthSamples()), label.getAsInt(), piece.behaviour());
        }
    }

    /** A window starts at a labelled sample; after an unlabelled one the next starts with the next bout. */
    private void cutAcross(Source source, SampleRange stretch, List<Bout> pieces) {
        int first = 0;
        long from = stretch.from();
        while (from + spec.lengthSamples() <= stretch.to()) {
            while (first < pieces.size() && pieces.get(first).range().to() <= from) {
                first++;
            }
            if (first == pieces.size()) {
                return;
            }
            from = Math.max(from, pieces.get(first).range().from());
            var range = new SampleRange(from, from + spec.lengthSamples());
            if (range.to() > stretch.to()) {
                return;
            }
            takeMajority(source, range, Tally.of(classes, pieces, first, range));
            from += spec.strideSamples();
        }
    }

    private void takeMajority(Source source, SampleRange range, Tally tally) {
        if (tally.samples() < purity * spec.lengthSamples()) {
            impure++;
        } else {
            take(source, range, tally.label(), tally.behaviour());
        }
    }

    private void take(Source source, SampleRange range, int label, String behaviour) {
        float[] values = source.trace().read(range).rowMajor();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                notFinite++;
                return;
            }
        }
        windows.add(new Window(source.session(), source.animal(), range, label));
        valuesG.add(values);
        counts.getOrDefault(behaviour, new TreeMap<>()).merge(source.animal(), 1, Integer::sum);
    }
}
