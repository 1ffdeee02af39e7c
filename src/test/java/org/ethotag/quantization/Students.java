package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.dataset.Window;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.NetworkSpec;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.model.Weights;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/** Students and windows for tests of the integer arithmetic. */
public final class Students {
    private static final Normalization COLLAR =
            new Normalization(List.of(0.1f, -0.9f, 0.2f), List.of(0.25f, 0.31f, 0.4f));

    private Students() {}

    /** A student with Gaussian weights; {@code scale} 1 is what a trained network of that size has. */
    public static StudentModel random(Random random, int hidden, int perceptron, int classes, double scale) {
        Map<String, Tensor> weights = new LinkedHashMap<>();
        double recurrent = 1.2 * scale / Math.sqrt(hidden);
        weights.put("gru.weight_ih", gaussian(random, 0.8 * scale, 3 * hidden, Samples.AXES));
        weights.put("gru.weight_hh", gaussian(random, recurrent, 3 * hidden, hidden));
        weights.put("gru.bias_ih", gaussian(random, 0.3 * scale, 3 * hidden));
        weights.put("gru.bias_hh", gaussian(random, 0.3 * scale, 3 * hidden));
        weights.put("dense1.weight", gaussian(random, 2 * scale / Math.sqrt(hidden), perceptron, hidden));
        weights.put("dense1.bias", gaussian(random, 0.2 * scale, perceptron));
        weights.put("dense2.weight", gaussian(random, 2 * scale / Math.sqrt(perceptron), classes, perceptron));
        weights.put("dense2.bias", gaussian(random, 0.2 * scale, classes));
        return student(hidden, perceptron, classes, weights);
    }

    /** A student with the given weights. */
    public static StudentModel student(int hidden, int perceptron, int classes, Map<String, Tensor> weights) {
        return new StudentModel(
                NetworkSpec.student(hidden, perceptron, classes),
                new Weights(weights),
                COLLAR,
                new WindowSpec(32, 16),
                new SampleRate(25),
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList());
    }

    /** A student with an input perceptron, Gaussian likewise. */
    public static StudentModel withFront(
            Random random, int front, int hidden, int perceptron, int classes, double scale) {
        var plain = random(random, hidden, perceptron, classes, scale);
        Map<String, Tensor> weights = new LinkedHashMap<>();
        weights.put("input.weight", gaussian(random, 0.8 * scale, front, Samples.AXES));
        weights.put("input.bias", gaussian(random, 0.3 * scale, front));
        weights.putAll(plain.weights().tensors());
        weights.put("gru.weight_ih", gaussian(random, 1.2 * scale / Math.sqrt(front), 3 * hidden, front));
        return new StudentModel(
                new NetworkSpec(List.of(
                        new Dense(Samples.AXES, front),
                        new Relu(),
                        new Gru(front, hidden),
                        new Dense(hidden, perceptron),
                        new Relu(),
                        new Dense(perceptron, classes))),
                new Weights(weights),
                plain.normalization(),
                plain.windows(),
                plain.rate(),
                plain.classes());
    }

    /** A random graph with an input perceptron, of random sizes: both layers 4 to 64, 8 or 16 bits. */
    public static QuantizedGraph randomFrontGraph(Random random) {
        int front = 4 * (1 + random.nextInt(16));
        int hidden = random.nextInt(3) == 0 ? front : 4 * (1 + random.nextInt(16));
        int bits = random.nextInt(3) == 0 ? 8 : 16;
        double scale = bits == 8 ? 0.3 + 0.4 * random.nextDouble() : 0.5 + random.nextDouble();
        return quantize(withFront(random, front, hidden, 1 + random.nextInt(24), 2 + random.nextInt(6), scale), bits);
    }

    private static Tensor gaussian(Random random, double deviation, Integer... shape) {
        int size = List.of(shape).stream().reduce(1, (a, b) -> a * b);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return Tensor.of(List.of(shape), values);
    }

    /** A random graph of a random size: hidden units 4 to 64, 8 or 16 bits. */
    public static QuantizedGraph randomGraph(Random random) {
        int hidden = 4 * (1 + random.nextInt(16));
        var student =
                random(random, hidden, 1 + random.nextInt(24), 2 + random.nextInt(6), 0.5 + 2 * random.nextDouble());
        return quantize(student, random.nextInt(3) == 0 ? 8 : 16);
    }

    /** A random graph of random settings; every second setting of GRUQ-1 is left as it is. */
    public static QuantizedGraph randomStudyGraph(Random random) {
        int hidden = 4 * (1 + random.nextInt(8));
        var student = random(random, hidden, 1 + random.nextInt(12), 2 + random.nextInt(5), 0.3 + random.nextDouble());
        return quantize(student, randomSettings(random));
    }

    /** The same with an input perceptron. */
    public static QuantizedGraph randomFrontStudyGraph(Random random) {
        int front = 1 + random.nextInt(20);
        int hidden = 4 * (1 + random.nextInt(8));
        var student = withFront(
                random, front, hidden, 1 + random.nextInt(12), 2 + random.nextInt(5), 0.3 + 0.5 * random.nextDouble());
        return quantize(student, randomSettings(random));
    }

    /** Settings that a graph can have, layer by layer. */
    public static QuantizationSettings randomSettings(Random random) {
        return QuantizationSettings.defaults().withAll(layer -> randomLayer(random, layer));
    }

    private static LayerSettings randomLayer(Random random, LayerSettings layer) {
        var changed = layer;
        if (random.nextBoolean()) {
            changed = changed.withWeightBits(6 + random.nextInt(11));
        }
        if (random.nextBoolean()) {
            changed = changed.withScales(ScaleGroup.values()[random.nextInt(3)]);
        }
        if (random.nextBoolean()) {
            changed = changed.withStateBits(4 + random.nextInt(13));
        }
        if (random.nextBoolean()) {
            changed = changed.withActivationBits(6 + random.nextInt(11));
        }
        if (random.nextBoolean()) {
            changed = changed.withTable(16 << random.nextInt(9), random.nextBoolean());
        }
        return random.nextBoolean() ? changed : changed.withRounding(Rounding.DOWN);
    }

    /** The student in integers for a sensor of 4 g. */
    public static QuantizedGraph quantize(StudentModel student, QuantizationSettings settings) {
        var known = settings.withSensor(SensorScale.int16(4));
        return Quantizer.quantize(student, smooth(new Random(0), 1, student), known);
    }

    /** The same with windows of another length and stride. */
    public static QuantizedGraph randomGraph(Random random, WindowSpec windows) {
        int hidden = 4 * (1 + random.nextInt(8));
        var student = random(random, hidden, 1 + random.nextInt(12), 1 + random.nextInt(6), 1);
        return quantize(windowed(student, windows), random.nextInt(3) == 0 ? 8 : 16);
    }

    /** The same with an input perceptron. */
    public static QuantizedGraph randomFrontGraph(Random random, WindowSpec windows) {
        int front = 4 * (1 + random.nextInt(8));
        var student = withFront(
                random, front, 4 * (1 + random.nextInt(8)), 1 + random.nextInt(12), 1 + random.nextInt(6), 0.5);
        return quantize(windowed(student, windows), random.nextInt(3) == 0 ? 8 : 16);
    }

    /** The student for windows of another length and stride. */
    public static StudentModel windowed(StudentModel student, WindowSpec windows) {
        return new StudentModel(
                student.spec(), student.weights(), student.normalization(), windows, student.rate(), student.classes());
    }

    /** The student in integers for a sensor of 4 g. */
    public static QuantizedGraph quantize(StudentModel student, int bits) {
        return quantize(student, QuantizationSettings.defaults().withWeightBits(bits));
    }

    /** Slow swings with a little noise around gravity, within 3 g: [axis][sample] windows in g. */
    public static Dataset smooth(Random random, int count, StudentModel student) {
        int length = student.windows().lengthSamples();
        var windows = new ArrayList<Window>();
        var values = new ArrayList<float[]>();
        for (int w = 0; w < count; w++) {
            windows.add(new Window(
                    "s" + w,
                    "cow " + w % 3,
                    new SampleRange(0, length),
                    w % student.classes().size()));
            values.add(smoothWindow(random, length));
        }
        return new Dataset(student.classes(), student.rate(), student.windows(), windows, values);
    }

    private static float[] smoothWindow(Random random, int length) {
        float[] window = new float[Samples.AXES * length];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            double mean = COLLAR.meanG().get(axis) + 0.3 * random.nextGaussian();
            double swing = 0.5 * random.nextDouble();
            double speed = 0.05 + 0.8 * random.nextDouble();
            double phase = 2 * Math.PI * random.nextDouble();
            for (int i = 0; i < length; i++) {
                double value = mean + swing * Math.sin(phase + speed * i) + 0.03 * random.nextGaussian();
                window[axis * length + i] = (float) Math.clamp(value, -3, 3);
            }
        }
        return window;
    }

    /** Noise over the whole range of the sensor word. */
    public static short[][] noise(Random random, int length) {
        short[][] window = new short[length][Samples.AXES];
        for (short[] sample : window) {
            for (int axis = 0; axis < Samples.AXES; axis++) {
                sample[axis] = (short) random.nextInt();
            }
        }
        return window;
    }
}
