package org.ethotag.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.dataset.Window;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.TeacherModel;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.Weights;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/** Data that are easy to learn, and models with random weights. */
public final class Learners {
    private static final List<String> CLASSES = List.of("shaking", "still", "tilted");

    private Learners() {}

    /** Windows of 16 samples of three classes that differ plainly; animals a, b, c take turns. */
    public static Dataset separable(int windows, long seed) {
        var random = new Random(seed);
        var spec = WindowSpec.nonOverlapping(16);
        var list = new ArrayList<Window>();
        var values = new ArrayList<float[]>();
        for (int i = 0; i < windows; i++) {
            int label = i % CLASSES.size();
            var animal = String.valueOf((char) ('a' + i / CLASSES.size() % 3));
            long from = i * 16L;
            list.add(new Window("session of " + animal, animal, new SampleRange(from, from + 16), label));
            values.add(values(random, label, spec.lengthSamples()));
        }
        return new Dataset(CLASSES, new SampleRate(10), spec, list, values);
    }

    private static float[] values(Random random, int label, int length) {
        float[] values = new float[Samples.AXES * length];
        for (int i = 0; i < values.length; i++) {
            double noise = (label == 0 ? 0.5 : 0.03) * random.nextGaussian();
            double rest = i / length == 2 ? -1 : 0;
            double tilt = label == 2 && i / length > 0 ? 0.5 : 0;
            values[i] = (float) (rest + tilt + noise);
        }
        return values;
    }

    /** A student with random weights of the usual size. */
    public static StudentModel student(int hidden, int samples, Random random) {
        return student(0, hidden, samples, random);
    }

    /** The same with an input perceptron of so many units; 0 for none. */
    public static StudentModel student(int input, int hidden, int samples, Random random) {
        var spec = NetworkSpec.student(input, hidden, 5, CLASSES.size());
        return new StudentModel(
                spec,
                weights(spec, random),
                new Normalization(List.of(0.1f, -0.3f, -0.6f), List.of(0.4f, 0.5f, 0.3f)),
                WindowSpec.nonOverlapping(samples),
                new SampleRate(10),
                CLASSES);
    }

    /** A small teacher with random weights of the usual size. */
    public static TeacherModel teacher(int samples, Random random) {
        var spec = NetworkSpec.resnet(CLASSES.size(), 1.0 / 16);
        return new TeacherModel(
                spec,
                weights(spec, random),
                new Normalization(List.of(0.1f, -0.3f, -0.6f), List.of(0.4f, 0.5f, 0.3f)),
                WindowSpec.nonOverlapping(samples),
                new SampleRate(10),
                CLASSES);
    }

    private static Weights weights(NetworkSpec spec, Random random) {
        var layout = WeightLayout.of(spec);
        float[] values = new float[(int) layout.size()];
        int at = 0;
        for (var slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                values[at++] = switch (slot.role()) {
                    case LEARNT -> (float) (2 * slot.initialBound() * random.nextGaussian());
                    case SCALE, RUNNING_VARIANCE -> 0.5f + random.nextFloat();
                    case SHIFT, RUNNING_MEAN -> random.nextFloat() - 0.5f;
                };
            }
        }
        return layout.weights(values);
    }
}
