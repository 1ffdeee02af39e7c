package org.ethotag.testkit;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.dataset.Window;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.WeightLayout;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.WindowSpec;

/**
 * A student with an input perceptron (3 to 5, GRU of 4, perceptron of 3, 3 classes) and two windows of six samples, all of
 * numbers that anybody can write down again: weight i is ((37 i + 11) mod 101 - 50) / 64 in the order of the layers, value i of
 * the windows ((53 i + 7) mod 97 - 48) / 32. What PyTorch 1.13 (Debian's python3-torch) answers to them in double precision,
 * with torch.nn.Linear(3, 5), ReLU, GRU(5, 4), Linear(4, 3), ReLU, Linear(3, 3), is written here.
 */
public final class PatternedStudent {
    /** Of the two windows. */
    public static final double[][] LOGITS = {
        {-0.6174148348245996, 0.1356401872617662, -0.6894297906518679},
        {-0.5725872471907165, 0.21929990322601234, -0.5669379463572588}
    };

    /** What the input perceptron sums up for the first sample of the first window, and for the last. */
    public static final double[][] INPUT_SUMS = {
        {1.859375, 1.94921875, 0.5595703125, 0.6494140625, -0.8388671875},
        {-1.1070963541666667, -0.5777994791666665, -0.6731770833333334, -0.14388020833333326, -1.1927083333333333}
    };

    /** torch.nn.functional.cross_entropy for the labels 2 and 0. */
    public static final double LOSS = 1.4549728563225832;

    /** Its gradient: of the input perceptron's weights [5][3], then of its biases [5]. */
    public static final double[] INPUT_GRADIENT = {
        -0.003072665920082991,
        -0.005226686082501776,
        -0.002735583123396264,
        0.0038502286952479103,
        -0.009493389466577337,
        0.012706592619229644,
        0.005578551198684355,
        0.009222426551319558,
        0.0005131139654990361,
        -0.00807181129222018,
        0.0029129928468598354,
        -0.016910642724018623,
        -0.0014840691500107167,
        -0.015289618216620282,
        0.009588811989488598,
        -0.0019558413143260195,
        -0.0074216668287646875,
        0.003386703026992814,
        0.0051041233076963835,
        -0.008800146943556802
    };

    private static final int SAMPLES = 6;
    private static final WindowSpec WINDOWS = WindowSpec.nonOverlapping(SAMPLES);
    private static final SampleRate RATE = new SampleRate(10);
    private static final List<String> CLASSES = List.of("a", "b", "c");

    private PatternedStudent() {}

    /** With the weights above. */
    public static StudentModel model() {
        var spec = NetworkSpec.student(5, 4, 3, CLASSES.size());
        var layout = WeightLayout.of(spec);
        return new StudentModel(
                spec,
                layout.weights(pattern((int) layout.size(), 37, 11, 101, 64)),
                new Normalization(List.of(0.125f, -0.25f, 0.5f), List.of(0.5f, 0.75f, 1.5f)),
                WINDOWS,
                RATE,
                CLASSES);
    }

    /** The two windows, labelled 2 and 0. */
    public static Dataset windows() {
        var windows = new ArrayList<Window>();
        var values = new ArrayList<float[]>();
        float[] all = pattern(2 * 3 * SAMPLES, 53, 7, 97, 32);
        for (int i = 0; i < 2; i++) {
            long from = (long) i * SAMPLES;
            windows.add(new Window("session", "animal", new SampleRange(from, from + SAMPLES), i == 0 ? 2 : 0));
            float[] window = new float[3 * SAMPLES];
            System.arraycopy(all, i * window.length, window, 0, window.length);
            values.add(window);
        }
        return new Dataset(CLASSES, RATE, WINDOWS, windows, values);
    }

    private static float[] pattern(int count, int factor, int addend, int modulus, float divisor) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = ((i * factor + addend) % modulus - modulus / 2) / divisor;
        }
        return values;
    }
}
