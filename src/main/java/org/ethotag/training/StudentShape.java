package org.ethotag.training;

/**
 * The size of a student.
 *
 * @param hidden units of the recurrent layer; the tag wants a multiple of 4
 * @param perceptron units of the perceptron's hidden layer
 */
public record StudentShape(int hidden, int perceptron) {
    /** Units of the perceptron in the reference student (its cost table is for H-16-classes). */
    private static final int PERCEPTRON = 16;

    public StudentShape {
        if (hidden < 1 || perceptron < 1) {
            throw new IllegalArgumentException("not a student: " + hidden + ", " + perceptron);
        }
    }

    /** With the usual perceptron of 16 units. */
    public static StudentShape of(int hidden) {
        return new StudentShape(hidden, PERCEPTRON);
    }
}
