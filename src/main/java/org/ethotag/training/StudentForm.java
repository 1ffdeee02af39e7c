package org.ethotag.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What students of all sizes have in common.
 *
 * @param perceptron units of the perceptron's hidden layer
 * @param input what samples pass before the recurrent layer
 */
public record StudentForm(int perceptron, InputPerceptron input) {
    /** Key of the perceptron's units in recipes and manifests. */
    public static final String PERCEPTRON = "student.perceptron";

    /** Key of the input perceptron there. */
    public static final String INPUT = "student.input";

    public StudentForm {
        if (perceptron < 1) {
            throw new IllegalArgumentException("a perceptron of " + perceptron + " units");
        }
    }

    /** The reference student's. */
    public static StudentForm usual() {
        return new StudentForm(StudentShape.USUAL_PERCEPTRON, new InputPerceptron.None());
    }

    /** That of one student. */
    public static StudentForm of(StudentShape shape) {
        return new StudentForm(shape.perceptron(), InputPerceptron.of(shape.input()));
    }

    /** A student of that form. */
    public StudentShape shape(int hidden) {
        return new StudentShape(hidden, perceptron, input.units(hidden));
    }

    /** As lines; none for what is usual, so that recipes and manifests are what they were before there was a choice. */
    public Map<String, String> unusual() {
        var values = new LinkedHashMap<String, String>();
        if (perceptron != StudentShape.USUAL_PERCEPTRON) {
            values.put(PERCEPTRON, String.valueOf(perceptron));
        }
        values.putAll(unusualInput());
        return values;
    }

    /** The same where the perceptron's units are always said. */
    public Map<String, String> unusualInput() {
        return input instanceof InputPerceptron.None ? Map.of() : Map.of(INPUT, input.text());
    }

    /**
     * What the others wrote.
     *
     * @throws IllegalArgumentException if a value does not fit
     */
    public static StudentForm parse(Map<String, String> values) {
        return new StudentForm(
                Integer.parseInt(values.getOrDefault(PERCEPTRON, String.valueOf(StudentShape.USUAL_PERCEPTRON))),
                InputPerceptron.parse(values.getOrDefault(INPUT, InputPerceptron.NONE)));
    }

    /** In words, to follow those of the recurrent layer: {@code and a perceptron of 16 units}. */
    public String words() {
        String head = "and a perceptron of " + perceptron + " units";
        return switch (input) {
            case InputPerceptron.None() -> " " + head;
            case InputPerceptron.AsHidden() ->
                ", fed sample by sample by a dense layer of as many units with ReLU, " + head;
            case InputPerceptron.Units(int units) ->
                ", fed sample by sample by a dense layer of " + units + " units with ReLU, " + head;
        };
    }
}
