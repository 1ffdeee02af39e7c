package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import java.util.Iterator;
import java.util.List;
import org.ethotag.model.LayerSpec;
import org.ethotag.model.LayerSpec.Convolution;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.GlobalAveragePool;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.LayerSpec.Residual;
import org.ethotag.model.NetworkSpec;

/**
 * A network on the engine: the layers' operations in order, over arrays that are handed in. It holds no native memory;
 * results belong to the manager of the input.
 */
final class Network {
    /** PyTorch's and the usual value. */
    private static final float EPSILON = 1e-5f;
    /** Share of the old running value that stays, as DJL counts it; PyTorch's default of 0.1 for the new one. */
    private static final float MOMENTUM = 0.9f;

    private static final Shape ONE = new Shape(1);
    private static final Shape NO_PADDING = new Shape(0);

    private final NetworkSpec spec;

    Network(NetworkSpec spec) {
        this.spec = spec;
    }

    /**
     * Logits [window][class].
     *
     * @param input [window][axis][sample], normalised
     * @param arrays in the order of {@link org.ethotag.model.WeightLayout}, shaped
     * @param training whether batch normalisation uses and updates the batch's own mean and variance
     */
    NDArray logits(NDArray input, Iterable<NDArray> arrays, boolean training) {
        var left = arrays.iterator();
        NDArray output = through(spec.layers(), input, left, training);
        if (left.hasNext()) {
            throw new IllegalArgumentException("more arrays than the network has");
        }
        return output;
    }

    private static NDArray through(List<LayerSpec> layers, NDArray input, Iterator<NDArray> arrays, boolean training) {
        NDArray value = input;
        for (LayerSpec layer : layers) {
            value = through(layer, value, arrays, training);
        }
        return value;
    }

    private static NDArray through(LayerSpec layer, NDArray input, Iterator<NDArray> arrays, boolean training) {
        return switch (layer) {
            case Convolution(int _, int _, int kernel) -> convolution(input, arrays.next(), kernel);
            case LayerSpec.BatchNorm _ -> batchNorm(input, arrays, training);
            case Relu() -> Activation.relu(input);
            case Residual(var body, var shortcut) -> {
                NDArray sum = through(body, input, arrays, training);
                yield Activation.relu(sum.add(through(shortcut, input, arrays, training)));
            }
            case GlobalAveragePool() -> input.mean(new int[] {2});
            case Gru(int _, int hidden) -> gru(input, arrays, hidden, training);
            case Dense _ -> dense(input, arrays.next(), arrays.next());
        };
    }

    /** Keeps the length: a kernel of 8 sees 3 samples before and 4 after. */
    private static NDArray convolution(NDArray input, NDArray weight, int kernel) {
        int before = (kernel - 1) / 2;
        int after = kernel - 1 - before;
        if (before == after) {
            return Conv1d.conv1d(input, weight, null, ONE, new Shape(before), ONE)
                    .singletonOrThrow();
        }
        NDArray padded = input.pad(new Shape(before, after), 0);
        return Conv1d.conv1d(padded, weight, null, ONE, NO_PADDING, ONE).singletonOrThrow();
    }

    private static NDArray batchNorm(NDArray input, Iterator<NDArray> arrays, boolean training) {
        NDArray scale = arrays.next();
        NDArray shift = arrays.next();
        NDArray mean = arrays.next();
        NDArray variance = arrays.next();
        return BatchNorm.batchNorm(input, mean, variance, scale, shift, -1, MOMENTUM, EPSILON, training)
                .singletonOrThrow();
    }

    /** Of every sample where there still are samples: then time goes first, as {@link #gru} wants it next. */
    private static NDArray dense(NDArray input, NDArray weight, NDArray bias) {
        if (input.getShape().dimension() == 2) {
            return Linear.linear(input, weight, bias).singletonOrThrow();
        }
        return Linear.linear(input.transpose(2, 0, 1), weight, bias)
                .singletonOrThrow()
                .transpose(1, 2, 0);
    }

    /** The last state; time goes first, because the engine would turn the data round anyway. */
    private static NDArray gru(NDArray input, Iterator<NDArray> arrays, int hidden, boolean training) {
        NDManager manager = input.getManager();
        NDArray steps = input.transpose(2, 0, 1);
        NDArray start = manager.zeros(new Shape(1, input.getShape().get(0), hidden));
        var weights = new NDList(arrays.next(), arrays.next(), arrays.next(), arrays.next());
        return steps.getNDArrayInternal()
                .gru(steps, start, weights, true, 1, 0, training, false, false)
                .get(1)
                .squeeze(0);
    }
}
