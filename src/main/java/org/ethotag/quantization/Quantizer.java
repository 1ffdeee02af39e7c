package org.ethotag.quantization;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Normalization;
import org.ethotag.model.LayerSpec;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.QuantizationSettings.SensorChoice;
import org.ethotag.quantization.RealLayer.Target;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;

/** Rewrites a float student in integers by the export rules (fixed-point 2.4). */
public final class Quantizer {
    private static final double[] USUAL_RANGES_G = {2, 4, 8, 16, 32, 64};
    /** Finer inputs than this cannot be told apart after the first product. */
    private static final int MOST_INPUT_FRACTION_BITS = 14;
    /** The largest magnitude of the recurrent part of the new state that 12 fraction bits hold. */
    private static final double NEW_RECURRENT_LIMIT = 8;

    private static final double MILLI = 1000;

    private final StudentModel student;
    private final QuantizationSettings settings;

    private Quantizer(StudentModel student, QuantizationSettings settings) {
        this.student = student;
        this.settings = settings;
    }

    /**
     * The student in integers. Hidden units are filled up to a multiple of 4 with units that stay exactly 0.
     *
     * @param calibration windows of the training animals; only their range is used, and only if no sensor is given
     * @throws ProblemException if the student has another form, is not finite, or does not fit the arithmetic
     */
    public static QuantizedGraph quantize(StudentModel student, Dataset calibration, QuantizationSettings settings) {
        return new Quantizer(student, settings).graph(calibration);
    }

    /**
     * The largest magnitude of the gates' input weights for which a shift is left behind their sums (fixed-point 2.4).
     *
     * @param settings with a sensor that is given
     */
    public static double largestInputWeight(StudentModel student, QuantizationSettings settings) {
        if (!(settings.sensor() instanceof SensorChoice.Given(SensorScale sensor))) {
            throw new IllegalArgumentException("no sensor is given");
        }
        var quantizer = new Quantizer(student, settings);
        var layers = requireStudent(student.spec().layers());
        int fx = quantizer.inputFractionBits(sensor);
        var gru = settings.gru();
        int wanted = FixedPoint.PRE_FRACTION_BITS - FixedPoint.alignment(gru.activationBits());
        int fewest = wanted - seen(quantizer.front(layers, sensor, fx), fx).fractionBits() + FixedPoint.SMALLEST_SHIFT;
        return Math.scalb((double) FixedPoint.largest(gru.weightBits()), -fewest);
    }

    private QuantizedGraph graph(Dataset calibration) {
        var layers = requireStudent(student.spec().layers());
        requireFinite();
        var sensor = switch (settings.sensor()) {
            case SensorChoice.Given(SensorScale scale) -> scale;
            case SensorChoice.FromData() -> sensorOf(calibration);
        };
        int fx = inputFractionBits(sensor);
        var front = front(layers, sensor, fx);
        var gru = gru(layers.gru(), seen(front, fx));
        var hidden = hiddenLayer(layers.hidden(), gru.hidden());
        return new QuantizedGraph(
                sensor,
                InputConditioning.of(student.normalization(), sensor, fx, InputConditioning.identity()),
                front,
                gru,
                hidden,
                outputLayer(layers.output(), hidden),
                LookupTable.sigmoid(settings.gru()),
                LookupTable.tanh(settings.gru()),
                student.classes(),
                student.windows(),
                new SampleRate(Math.max(1, Math.rint(student.rate().hertz() * MILLI)) / MILLI));
    }

    /** @param front none or one */
    private record Layers(List<Dense> front, Gru gru, Dense hidden, Dense output) {}

    private static Layers requireStudent(List<LayerSpec> layers) {
        var front = new ArrayList<Dense>();
        var rest = layers;
        int inputs = Samples.AXES;
        if (layers.size() == 6
                && layers.get(0) instanceof Dense dense
                && layers.get(1) instanceof Relu
                && dense.inputs() == inputs) {
            front.add(dense);
            rest = layers.subList(2, layers.size());
            inputs = dense.outputs();
        }
        if (rest.size() == 4
                && rest.get(0) instanceof Gru gru
                && rest.get(1) instanceof Dense hidden
                && rest.get(2) instanceof Relu
                && rest.get(3) instanceof Dense output
                && gru.inputs() == inputs) {
            return new Layers(front, gru, hidden, output);
        }
        throw new ProblemException(QuantizationProblem.UNSUPPORTED_NETWORK, layers);
    }

    /**
     * What the gates read.
     *
     * @param width how many values, filled up
     * @param fractionBits once aligned
     * @param largest magnitude, once aligned
     */
    private record Seen(int width, int fractionBits, int largest) {
        static Seen sample(int fx) {
            return new Seen(Samples.AXES, fx, FixedPoint.LARGEST_INPUT);
        }

        static Seen of(QuantizedDense front) {
            int bits = front.arithmetic().activationBits();
            return new Seen(
                    front.outputs(),
                    front.outputFractionBits() + FixedPoint.alignment(bits),
                    FixedPoint.largestAligned(bits));
        }
    }

    private List<QuantizedDense> front(Layers layers, SensorScale sensor, int fx) {
        return layers.front().stream().map(spec -> frontLayer(spec, sensor, fx)).toList();
    }

    private static Seen seen(List<QuantizedDense> front, int fx) {
        return front.isEmpty() ? Seen.sample(fx) : Seen.of(front.getFirst());
    }

    private void requireFinite() {
        student.weights().tensors().forEach((name, tensor) -> {
            for (float value : tensor.toArray()) {
                if (!Float.isFinite(value)) {
                    throw new ProblemException(QuantizationProblem.WEIGHTS_NOT_FINITE, name);
                }
            }
        });
    }

    private static SensorScale sensorOf(Dataset calibration) {
        float[] values = new float[Samples.AXES * calibration.spec().lengthSamples()];
        float largest = 0;
        for (int window = 0; window < calibration.size(); window++) {
            calibration.copyG(window, values, 0);
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (double range : USUAL_RANGES_G) {
            if (largest <= range) {
                return SensorScale.int16(range);
            }
        }
        throw new ProblemException(QuantizationProblem.ACCELERATION_TOO_LARGE, largest);
    }

    /** The most fraction bits with which the sensor's full scale, normalised, fits int16 and the matrix can be written. */
    private int inputFractionBits(SensorScale sensor) {
        double largest = Arrays.stream(reach(sensor)).max().orElseThrow();
        for (int bits = MOST_INPUT_FRACTION_BITS; bits >= 0; bits--) {
            if (Math.scalb(largest, bits) <= Short.MAX_VALUE && conditioningFits(sensor, bits)) {
                return bits;
            }
        }
        throw new ProblemException(QuantizationProblem.SENSOR_UNSUITABLE, sensor.fullScaleG(), sensor.countsPerG());
    }

    /** How large a normalised sample can be within the sensor's full scale, by axis. */
    private double[] reach(SensorScale sensor) {
        double[] reach = new double[Samples.AXES];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            reach[axis] = (sensor.fullScaleG()
                            + Math.abs(student.normalization().meanG().get(axis)))
                    / student.normalization().spreadG().get(axis);
        }
        return reach;
    }

    private boolean conditioningFits(SensorScale sensor, int bits) {
        Normalization normalization = student.normalization();
        return InputConditioning.fits(normalization, sensor, bits, InputConditioning.identity());
    }

    /** The input perceptron, filled up to a multiple of 4 with units that stay exactly 0. */
    private QuantizedDense frontLayer(Dense spec, SensorScale sensor, int fx) {
        var real = dense("input", spec).padded(filledUp(spec.outputs()), spec.inputs());
        double[] reach = reach(sensor);
        for (int axis = 0; axis < reach.length; axis++) {
            reach[axis] += Math.scalb(1.0, -fx); // rounding of counts and samples
        }
        return rectified(real, real.largestOutput(reach), Short.SIZE, fx, FixedPoint.LARGEST_INPUT);
    }

    private static int filledUp(int units) {
        return Math.ceilDiv(units, FixedPoint.HIDDEN_STEP) * FixedPoint.HIDDEN_STEP;
    }

    private QuantizedGru gru(Gru spec, Seen seen) {
        int padded = filledUp(spec.hidden());
        var input = gates("gru.weight_ih", "gru.bias_ih", spec.hidden(), spec.inputs());
        var recurrent = gates("gru.weight_hh", "gru.bias_hh", spec.hidden(), spec.hidden());
        int p = recurrent.get(Gate.NEW.index()).largestOutput(1) > NEW_RECURRENT_LIMIT
                ? FixedPoint.PRE_FRACTION_BITS - 1
                : FixedPoint.PRE_FRACTION_BITS;
        var layer = settings.gru();
        int narrowed = FixedPoint.alignment(layer.activationBits());
        var inputs = new ArrayList<Matrix>();
        var recurrents = new ArrayList<Matrix>();
        for (Gate gate : Gate.values()) {
            int target = (gate == Gate.NEW ? p : FixedPoint.PRE_FRACTION_BITS) - narrowed;
            inputs.add(new Matrix(
                    input.get(gate.index()).padded(padded, seen.width()),
                    target(layer, seen.fractionBits(), FixedPoint.PRE_FRACTION_BITS - narrowed, seen.largest())));
            recurrents.add(new Matrix(
                    recurrent.get(gate.index()).padded(padded, padded),
                    target(
                            layer,
                            FixedPoint.STATE_FRACTION_BITS,
                            target,
                            FixedPoint.largestAligned(layer.stateBits()))));
        }
        var in = Matrix.quantized(inputs, layer.scales());
        var back = Matrix.quantized(recurrents, layer.scales());
        var weights = Stream.of(Gate.values())
                .map(gate -> gateWeights(in.get(gate.index()), back.get(gate.index())))
                .toList();
        return new QuantizedGru(seen.fractionBits(), p, weights, layer.stateBits(), LayerArithmetic.of(layer));
    }

    private static GateWeights gateWeights(RealLayer.Quantized in, RealLayer.Quantized back) {
        return new GateWeights(in.weights(), back.weights(), in.bias(), back.bias(), in.shifts(), back.shifts());
    }

    private static Target target(LayerSettings layer, int inputBits, int outputBits, int largestInput) {
        return new Target(layer.weightBits(), inputBits, outputBits, largestInput, layer.rounding());
    }

    /** One gate's matrix and what its integers have to fit. */
    private record Matrix(RealLayer real, Target target) {
        static List<RealLayer.Quantized> quantized(List<Matrix> gates, ScaleGroup scales) {
            return switch (scales) {
                case ROW ->
                    gates.stream().map(one -> one.real.quantizeRows(one.target)).toList();
                case GATE ->
                    gates.stream().map(one -> one.real.quantize(one.target)).toList();
                case TENSOR -> {
                    int common = gates.stream()
                            .mapToInt(one -> one.real.finest(one.target))
                            .min()
                            .orElseThrow();
                    yield gates.stream().map(one -> one.at(common)).toList();
                }
            };
        }

        /** A matrix that is coarser than it needs to be may have no shift left; then the weights are too large. */
        private RealLayer.Quantized at(int fractionBits) {
            if (!FixedPoint.shiftIsValid(target.shift(fractionBits))) {
                throw real.tooLarge();
            }
            return real.at(fractionBits, target);
        }
    }

    private List<RealLayer> gates(String weightName, String biasName, int hidden, int columns) {
        float[] weights = tensor(weightName).toArray();
        float[] bias = tensor(biasName).toArray();
        var gates = new ArrayList<RealLayer>();
        for (Gate gate : Gate.values()) {
            int from = gate.index() * hidden;
            gates.add(new RealLayer(
                    weightName + ", " + gate.title(),
                    hidden,
                    columns,
                    Arrays.copyOfRange(weights, from * columns, (from + hidden) * columns),
                    Arrays.copyOfRange(bias, from, from + hidden)));
        }
        return gates;
    }

    private QuantizedDense hiddenLayer(Dense spec, int paddedInputs) {
        var real = dense("dense1", spec).padded(spec.outputs(), paddedInputs);
        int inputBits = settings.gru().stateBits();
        return rectified(
                real,
                real.largestOutput(1),
                inputBits,
                FixedPoint.STATE_FRACTION_BITS,
                FixedPoint.largestAligned(inputBits));
    }

    /**
     * A layer whose values need no limit: their format is the finest that holds the largest of them.
     *
     * @param largest bound of its values
     * @param inputFractionBits of what comes in, once aligned
     * @param largestInteger magnitude of what comes in, once aligned
     */
    private QuantizedDense rectified(
            RealLayer real, double largest, int inputBits, int inputFractionBits, int largestInteger) {
        int outputBits = FixedPoint.STATE_FRACTION_BITS;
        while (outputBits > 0 && Math.scalb(largest, outputBits) > Short.MAX_VALUE - 1) {
            outputBits--;
        }
        var layer = settings.dense1();
        int narrow = outputBits - FixedPoint.alignment(layer.activationBits());
        var target = target(layer, inputFractionBits, narrow, largestInteger);
        var quantized = layer.scales() == ScaleGroup.ROW ? real.quantizeRows(target) : real.quantize(target);
        return new QuantizedDense(
                quantized.weights(),
                quantized.bias(),
                inputBits,
                inputFractionBits,
                narrow,
                quantized.shifts(),
                LayerArithmetic.of(layer));
    }

    private QuantizedDense outputLayer(Dense spec, QuantizedDense hidden) {
        var layer = settings.dense2();
        var real = dense("dense2", spec);
        int inputBits = hidden.arithmetic().activationBits();
        int aligned = hidden.outputFractionBits() + FixedPoint.alignment(inputBits);
        var target = target(layer, aligned, aligned, FixedPoint.largestAligned(inputBits));
        var quantized =
                layer.scales() == ScaleGroup.ROW ? real.quantizeRowsUnshifted(target) : real.quantizeUnshifted(target);
        return new QuantizedDense(
                quantized.weights(),
                quantized.bias(),
                inputBits,
                aligned,
                quantized.outputBits(),
                quantized.shifts(),
                LayerArithmetic.of(layer));
    }

    private RealLayer dense(String name, Dense spec) {
        return new RealLayer(
                name,
                spec.outputs(),
                spec.inputs(),
                tensor(name + ".weight").toArray(),
                tensor(name + ".bias").toArray());
    }

    private Tensor tensor(String name) {
        return student.weights().tensor(name);
    }
}
