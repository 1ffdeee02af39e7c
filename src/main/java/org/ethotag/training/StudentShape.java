package org.ethotag.training;

import org.ethotag.model.NetworkSpec;

/**
 * The size of a student.
 *
 * @param hidden units of the recurrent layer; the tag wants a multiple of 4
 * @param perceptron units of the perceptron's hidden layer
 * @param input units of the perceptron that every sample passes before the recurrent layer; 0 for none
 */
public record StudentShape(int hidden, int perceptron, int input) {
    /** Units of the perceptron in the reference student (its cost table is for H-16-classes). */
    public static final int USUAL_PERCEPTRON = 16;

    public StudentShape {
        if (hidden < 1 || perceptron < 1 || input < 0) {
            throw new IllegalArgumentException("not a student: " + hidden + ", " + perceptron + ", " + input);
        }
    }

    /** Without input perceptron. */
    public StudentShape(int hidden, int perceptron) {
        this(hidden, perceptron, 0);
    }

    /** With the usual perceptron of 16 units. */
    public static StudentShape of(int hidden) {
        return new StudentShape(hidden, USUAL_PERCEPTRON);
    }

    /** The layers for so many classes. */
    public NetworkSpec network(int classes) {
        return NetworkSpec.student(input, hidden, perceptron, classes);
    }
}
