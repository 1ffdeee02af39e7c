package org.ethotag.model;

import java.util.Arrays;
import java.util.List;

/** An array of learnt numbers with its shape, row-major. Immutable: copied on the way in and out. */
public final class Tensor {
    private final List<Integer> shape;
    private final float[] values;

    private Tensor(List<Integer> shape, float[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** @param values as many as the product of {@code shape}; copied */
    public static Tensor of(List<Integer> shape, float[] values) {
        long size = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (size != values.length) {
            throw new IllegalArgumentException("shape " + shape + " does not hold " + values.length + " values");
        }
        return new Tensor(List.copyOf(shape), values.clone());
    }

    /** Lengths of the dimensions, outermost first. */
    public List<Integer> shape() {
        return shape;
    }

    /** How many values. */
    public int size() {
        return values.length;
    }

    /** The value at a row-major position. */
    public float at(int index) {
        return values[index];
    }

    /** All values, row-major; a copy. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && shape.equals(tensor.shape) && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "tensor " + shape;
    }
}
