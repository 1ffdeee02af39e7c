package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/**
 * Windows of one length and rate, labelled but for those that only a teacher teaches. Immutable; the raw values stay inside
 * and are handed out as copies.
 */
public final class Dataset {
    private final List<String> classes;
    private final SampleRate rate;
    private final WindowSpec spec;
    private final List<Window> windows;
    /** One array per window: [axis][sample] row-major, in g. */
    private final List<float[]> accelerationG;
    /** Empty until somebody asks. */
    private volatile String sha256 = "";

    /**
     * @param classes names of the classes in the order of their index
     * @param accelerationG one array per window, [axis][sample] row-major, in g; copied
     */
    public Dataset(
            List<String> classes, SampleRate rate, WindowSpec spec, List<Window> windows, List<float[]> accelerationG) {
        this(
                spec,
                rate,
                classes,
                windows,
                accelerationG.stream().map(float[]::clone).toList());
    }

    /** Takes the arrays as they are: nobody else may hold them, or all who do must never change them. */
    private Dataset(
            WindowSpec spec, SampleRate rate, List<String> classes, List<Window> windows, List<float[]> accelerationG) {
        if (windows.size() != accelerationG.size()) {
            throw new IllegalArgumentException(windows.size() + " windows but " + accelerationG.size() + " arrays");
        }
        for (float[] values : accelerationG) {
            if (values.length != Samples.AXES * spec.lengthSamples()) {
                throw new IllegalArgumentException("a window has " + values.length + " values");
            }
        }
        for (Window window : windows) {
            if (window.label() < Window.UNLABELLED || window.label() >= classes.size()) {
                throw new IllegalArgumentException("label " + window.label() + " of " + classes.size() + " classes");
            }
        }
        this.classes = List.copyOf(classes);
        this.rate = rate;
        this.spec = spec;
        this.windows = List.copyOf(windows);
        this.accelerationG = List.copyOf(accelerationG);
    }

    /** Names of the classes; a label is an index into them. */
    public List<String> classes() {
        return classes;
    }

    /** Samples per second of every window. */
    public SampleRate rate() {
        return rate;
    }

    /** Length and stride of the windows. */
    public WindowSpec spec() {
        return spec;
    }

    /** The windows, in the order of their values. */
    public List<Window> windows() {
        return windows;
    }

    /** How many windows. */
    public int size() {
        return windows.size();
    }

    /** Values of one window, [axis][sample] row-major, in g; a copy. */
    public float[] valuesG(int window) {
        return accelerationG.get(window).clone();
    }

    /** Copies one window to {@code target} from {@code offset} on, [axis][sample] row-major, in g. */
    public void copyG(int window, float[] target, int offset) {
        float[] values = accelerationG.get(window);
        System.arraycopy(values, 0, target, offset, values.length);
    }

    /** The animals that have windows, sorted. */
    public List<String> animals() {
        return windows.stream().map(Window::animal).distinct().sorted().toList();
    }

    /** Labels of the given windows, in their order. */
    public int[] labels(int[] indices) {
        return IntStream.of(indices).map(i -> windows.get(i).label()).toArray();
    }

    /** The dataset with only the given windows, in their order. */
    public Dataset only(int[] indices) {
        var chosen = new ArrayList<Window>(indices.length);
        var values = new ArrayList<float[]>(indices.length);
        for (int i : indices) {
            chosen.add(windows.get(i));
            values.add(accelerationG.get(i));
        }
        return new Dataset(spec, rate, classes, chosen, values);
    }

    /**
     * The same windows in other axes.
     *
     * @param rotations by session; sessions without one stay as they are
     */
    public Dataset turned(Map<String, Rotation> rotations) {
        var turned = new ArrayList<float[]>(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            var rotation = rotations.getOrDefault(windows.get(i).session(), Rotation.none());
            float[] values = accelerationG.get(i);
            if (!rotation.equals(Rotation.none())) {
                values = values.clone();
                rotation.turn(values);
            }
            turned.add(values);
        }
        return new Dataset(spec, rate, classes, windows, turned);
    }

    /** The same windows without their labels. */
    public Dataset withoutLabels() {
        return withoutLabels(classes);
    }

    /** The same windows without their labels, as windows beside others that have such classes. */
    public Dataset withoutLabels(List<String> otherClasses) {
        return new Dataset(
                spec,
                rate,
                otherClasses,
                windows.stream().map(Window::withoutLabel).toList(),
                accelerationG);
    }

    /**
     * These windows and then those of another dataset.
     *
     * @throws IllegalArgumentException if it differs in classes or length
     */
    public Dataset and(Dataset other) {
        if (!classes.equals(other.classes) || spec.lengthSamples() != other.spec.lengthSamples()) {
            throw new IllegalArgumentException("datasets differ in classes or length");
        }
        var all = new ArrayList<>(windows);
        all.addAll(other.windows);
        var values = new ArrayList<>(accelerationG);
        values.addAll(other.accelerationG);
        return new Dataset(spec, rate, classes, all, values);
    }

    /** How many windows each class has, in the order of the classes; those without a label are not counted. */
    public int[] countsPerClass() {
        int[] counts = new int[classes.size()];
        windows.stream().filter(Window::isLabelled).forEach(window -> counts[window.label()]++);
        return counts;
    }

    /**
     * What these windows are: SHA-256 of classes, rate, geometry, windows and values, 64 hexadecimal digits. The same
     * windows in the same order have the same one, whatever machine cut them; it is the checksum of
     * {@link DatasetFile}.
     */
    public String sha256() {
        if (sha256.isEmpty()) {
            sha256 = DatasetFile.sha256(this); // always the same: whoever computes it twice does no harm
        }
        return sha256;
    }

    /** 0 to size, for those who want all windows. */
    public int[] allIndices() {
        return IntStream.range(0, size()).toArray();
    }
}
