package org.ethotag.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Window;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/** Small datasets, built window by window. */
public final class Datasets {
    private final List<String> classes;
    private final WindowSpec spec;
    private final List<Window> windows = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final Random random;

    private Datasets(List<String> classes, WindowSpec spec, long seed) {
        this.classes = classes;
        this.spec = spec;
        this.random = new Random(seed);
    }

    /** Windows of eight samples that touch. */
    public static Datasets of(String... classes) {
        return new Datasets(List.of(classes), WindowSpec.nonOverlapping(8), 1);
    }

    /** The same with another geometry. */
    public Datasets cut(WindowSpec other) {
        return new Datasets(classes, other, 1);
    }

    /** One window with random values; the session is the animal's only one. */
    public Datasets window(String animal, int label) {
        return window("session of " + animal, animal, windows.size() * (long) spec.lengthSamples(), label);
    }

    /** One window with random values from a given sample on. */
    public Datasets window(String session, String animal, long from, int label) {
        float[] drawn = new float[Samples.AXES * spec.lengthSamples()];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = random.nextFloat() - 0.5f;
        }
        return window(session, animal, from, label, drawn);
    }

    /** One window with given values, [axis][sample] row-major. */
    public Datasets window(String session, String animal, long from, int label, float[] valuesG) {
        windows.add(new Window(session, animal, new SampleRange(from, from + spec.lengthSamples()), label));
        values.add(valuesG);
        return this;
    }

    /** All windows so far, at 10 Hz. */
    public Dataset build() {
        return new Dataset(classes, new SampleRate(10), spec, windows, values);
    }
}
