package org.ethotag.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.ethotag.model.WeightLayout;
import org.ethotag.model.WeightLayout.Slot;
import org.ethotag.model.Weights;

/**
 * A network's numbers while it learns. What the gradient changes is one flat Java array, uploaded for each step as one
 * native array and cut into views there, so that a gradient comes back in one piece; running means and variances stay
 * native, because the engine updates them. Closing frees them.
 */
final class Parameters implements AutoCloseable {
    private final WeightLayout layout;
    private final NDManager manager;
    private final List<NDArray> running = new ArrayList<>();
    private final float[] learnt;

    private Parameters(NDManager parent, WeightLayout layout, float[] values) {
        this.layout = layout;
        this.manager = parent.newSubManager();
        this.learnt = new float[learntSize(layout)];
        int from = 0;
        int filled = 0;
        for (Slot slot : layout.slots()) {
            int size = (int) slot.size();
            if (slot.role().learnt()) {
                System.arraycopy(values, from, learnt, filled, size);
                filled += size;
            } else {
                running.add(manager.create(Arrays.copyOfRange(values, from, from + size), shape(slot)));
            }
            from += size;
        }
    }

    /** Fresh ones, drawn in Java, so that the engine's own generator has no part in the result. */
    static Parameters random(NDManager parent, WeightLayout layout, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(layout.size())];
        int from = 0;
        for (Slot slot : layout.slots()) {
            int to = from + (int) slot.size();
            for (int i = from; i < to; i++) {
                values[i] = switch (slot.role()) {
                    case LEARNT -> (float) ((2 * random.nextDouble() - 1) * slot.initialBound());
                    case SCALE, RUNNING_VARIANCE -> 1;
                    case SHIFT, RUNNING_MEAN -> 0;
                };
            }
            from = to;
        }
        return new Parameters(parent, layout, values);
    }

    /** Those of a trained network. */
    static Parameters of(NDManager parent, WeightLayout layout, Weights weights) {
        layout.check(weights);
        float[] values = new float[Math.toIntExact(layout.size())];
        int from = 0;
        for (Slot slot : layout.slots()) {
            float[] part = weights.tensor(slot.name()).toArray();
            System.arraycopy(part, 0, values, from, part.length);
            from += part.length;
        }
        return new Parameters(parent, layout, values);
    }

    /** The numbers that the gradient changes, in the order of the layout; the caller may change them. */
    float[] learnt() {
        return learnt;
    }

    /** The same as one native array; it belongs to {@code batch}. */
    NDArray upload(NDManager batch) {
        return batch.create(learnt);
    }

    /** All arrays in the order of the layout; the learnt ones are views of {@code flat}. */
    List<NDArray> arrays(NDArray flat) {
        NDList parts = flat.split(borders());
        var arrays = new ArrayList<NDArray>();
        int nextLearnt = 0;
        int nextRunning = 0;
        for (Slot slot : layout.slots()) {
            arrays.add(
                    slot.role().learnt() ? parts.get(nextLearnt++).reshape(shape(slot)) : running.get(nextRunning++));
        }
        return arrays;
    }

    /** All numbers as plain data. */
    Weights weights() {
        float[] values = new float[Math.toIntExact(layout.size())];
        int from = 0;
        int taken = 0;
        int nextRunning = 0;
        for (Slot slot : layout.slots()) {
            int size = (int) slot.size();
            if (slot.role().learnt()) {
                System.arraycopy(learnt, taken, values, from, size);
                taken += size;
            } else {
                System.arraycopy(running.get(nextRunning++).toFloatArray(), 0, values, from, size);
            }
            from += size;
        }
        return layout.weights(values);
    }

    /** Copies of all numbers: the learnt ones, then every running mean and variance. */
    float[][] state() {
        float[][] state = new float[1 + running.size()][];
        state[0] = learnt.clone();
        for (int i = 0; i < running.size(); i++) {
            state[i + 1] = running.get(i).toFloatArray();
        }
        return state;
    }

    /** Puts back what {@link #state} gave. */
    void restore(float[][] state) {
        System.arraycopy(state[0], 0, learnt, 0, learnt.length);
        for (int i = 0; i < running.size(); i++) {
            running.get(i).set(FloatBuffer.wrap(state[i + 1]));
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private long[] borders() {
        var borders = new ArrayList<Long>();
        long at = 0;
        for (Slot slot : layout.slots()) {
            if (slot.role().learnt()) {
                at += slot.size();
                borders.add(at);
            }
        }
        borders.removeLast();
        return borders.stream().mapToLong(Long::longValue).toArray();
    }

    private static int learntSize(WeightLayout layout) {
        return Math.toIntExact(layout.slots().stream()
                .filter(slot -> slot.role().learnt())
                .mapToLong(Slot::size)
                .sum());
    }

    private static Shape shape(Slot slot) {
        return new Shape(slot.shape().stream().mapToLong(Integer::longValue).toArray());
    }
}
