package org.ethotag.training;

/**
 * Whether every sample passes a dense layer with ReLU before a student's recurrent layer, and how wide that is (doi
 * 10.1016/j.compag.2023.107647 has one as wide as the recurrent layer).
 */
public sealed interface InputPerceptron {
    /** The recurrent layer reads samples as they are. */
    record None() implements InputPerceptron {}

    /** As many units as the recurrent layer of the same student. */
    record AsHidden() implements InputPerceptron {}

    /** @param units at least one, whatever the size of the recurrent layer */
    record Units(int units) implements InputPerceptron {
        public Units {
            if (units < 1) {
                throw new IllegalArgumentException("an input perceptron of " + units + " units");
            }
        }
    }

    /** How options and manifests name {@link None}. */
    String NONE = "none";

    /** How options and manifests name {@link AsHidden}. */
    String AS_HIDDEN = "hidden";

    /** Units for a student whose recurrent layer has {@code hidden}; 0 for none. */
    default int units(int hidden) {
        return switch (this) {
            case None() -> 0;
            case AsHidden() -> hidden;
            case Units(int units) -> units;
        };
    }

    /** As {@link #parse} reads it. */
    default String text() {
        return switch (this) {
            case None() -> NONE;
            case AsHidden() -> AS_HIDDEN;
            case Units(int units) -> String.valueOf(units);
        };
    }

    /** So many units; none for 0. */
    static InputPerceptron of(int units) {
        return units == 0 ? new None() : new Units(units);
    }

    /** @throws IllegalArgumentException if it is neither none, hidden, nor a number of units */
    static InputPerceptron parse(String text) {
        return switch (text) {
            case NONE -> new None();
            case AS_HIDDEN -> new AsHidden();
            default -> {
                try {
                    yield new Units(Integer.parseInt(text));
                } catch (NumberFormatException notANumber) {
                    throw new IllegalArgumentException(
                            "an input perceptron is none, hidden or a number of units, not " + text, notANumber);
                }
            }
        };
    }
}
