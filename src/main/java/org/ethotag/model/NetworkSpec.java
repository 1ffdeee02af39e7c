package org.ethotag.model;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.model.LayerSpec.BatchNorm;
import org.ethotag.model.LayerSpec.Convolution;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.GlobalAveragePool;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.LayerSpec.Residual;
import org.ethotag.signal.Samples;

/**
 * A network as the list of its layers, first to last; input is [axis][sample], output one logit per class.
 *
 * @param layers at least one
 */
public record NetworkSpec(List<LayerSpec> layers) {
    /** Filters of the three residual blocks (Wang, Yan, Oates 2017, arXiv 1611.06455, section 3). */
    private static final int[] RESNET_FILTERS = {64, 128, 128};
    /** Kernels of the three convolutions of a block (same place). */
    private static final int[] RESNET_KERNELS = {8, 5, 3};

    public NetworkSpec {
        layers = List.copyOf(layers);
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a network has at least one layer");
        }
    }

    /** The paper's student: one GRU and a perceptron with one hidden layer. */
    public static NetworkSpec student(int hidden, int perceptron, int classes) {
        return student(0, hidden, perceptron, classes);
    }

    /**
     * The same, if wanted with a perceptron that reads every sample before the GRU does (the predecessor paper's form, doi
     * 10.1016/j.compag.2023.107647).
     *
     * @param input units of the input perceptron; 0 for none
     */
    public static NetworkSpec student(int input, int hidden, int perceptron, int classes) {
        var layers = new ArrayList<LayerSpec>();
        if (input > 0) {
            layers.add(new Dense(Samples.AXES, input));
            layers.add(new Relu());
        }
        layers.add(new Gru(input > 0 ? input : Samples.AXES, hidden));
        layers.add(new Dense(hidden, perceptron));
        layers.add(new Relu());
        layers.add(new Dense(perceptron, classes));
        return new NetworkSpec(layers);
    }

    /**
     * The paper's teacher: three residual blocks, global average pooling, one dense layer.
     *
     * @param width 1 is the published size; a fraction of it makes a smaller one for tests
     */
    public static NetworkSpec resnet(int classes, double width) {
        var layers = new ArrayList<LayerSpec>();
        int inputs = Samples.AXES;
        for (int filters : RESNET_FILTERS) {
            int outputs = Math.max(1, (int) Math.round(filters * width));
            layers.add(residualBlock(inputs, outputs));
            inputs = outputs;
        }
        layers.add(new GlobalAveragePool());
        layers.add(new Dense(inputs, classes));
        return new NetworkSpec(layers);
    }

    private static Residual residualBlock(int inputs, int outputs) {
        var body = List.<LayerSpec>of(
                new Convolution(inputs, outputs, RESNET_KERNELS[0]),
                new BatchNorm(outputs),
                new Relu(),
                new Convolution(outputs, outputs, RESNET_KERNELS[1]),
                new BatchNorm(outputs),
                new Relu(),
                new Convolution(outputs, outputs, RESNET_KERNELS[2]),
                new BatchNorm(outputs));
        var shortcut = inputs == outputs
                ? List.<LayerSpec>of(new BatchNorm(outputs))
                : List.<LayerSpec>of(new Convolution(inputs, outputs, 1), new BatchNorm(outputs));
        return new Residual(body, shortcut);
    }

    /** The same network up to what its last layer reads; it needs at least two layers. */
    public NetworkSpec withoutLastLayer() {
        return new NetworkSpec(layers.subList(0, layers.size() - 1));
    }

    /** Learnt numbers: weights, biases, and scale and shift of batch normalisation. */
    public long parameters() {
        return layers.stream().mapToLong(NetworkSpec::parameters).sum();
    }

    /** Multiplications for one window of {@code samples} samples. */
    public long multiplications(int samples) {
        long all = 0;
        int steps = samples;
        for (LayerSpec layer : layers) {
            all += multiplications(layer, steps);
            steps = endsTime(layer) ? 1 : steps;
        }
        return all;
    }

    /** Whether a layer gives one value for the whole window where it read one per sample. */
    private static boolean endsTime(LayerSpec layer) {
        return layer instanceof Gru || layer instanceof GlobalAveragePool;
    }

    private static long parameters(LayerSpec layer) {
        return switch (layer) {
            case Convolution(int inputs, int outputs, int kernel) -> (long) inputs * outputs * kernel;
            case BatchNorm(int channels) -> 2L * channels;
            case Relu() -> 0;
            case Residual(var body, var shortcut) ->
                body.stream().mapToLong(NetworkSpec::parameters).sum()
                        + shortcut.stream().mapToLong(NetworkSpec::parameters).sum();
            case GlobalAveragePool() -> 0;
            case Gru(int inputs, int hidden) ->
                3L * hidden * (inputs + hidden + 2); // two biases per gate, as PyTorch has them
            case Dense(int inputs, int outputs) -> (inputs + 1L) * outputs;
        };
    }

    private static long multiplications(LayerSpec layer, int samples) {
        return switch (layer) {
            case Convolution(int inputs, int outputs, int kernel) -> (long) inputs * outputs * kernel * samples;
            case BatchNorm(int channels) -> (long) channels * samples;
            case Relu() -> 0;
            case Residual(var body, var shortcut) ->
                body.stream().mapToLong(part -> multiplications(part, samples)).sum()
                        + shortcut.stream()
                                .mapToLong(part -> multiplications(part, samples))
                                .sum();
            case GlobalAveragePool() -> 0;
            case Gru(int inputs, int hidden) -> (3L * hidden * (inputs + hidden) + 3L * hidden) * samples;
            case Dense(int inputs, int outputs) -> (long) inputs * outputs * samples;
        };
    }
}
