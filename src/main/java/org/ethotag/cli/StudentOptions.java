package org.ethotag.cli;

import org.ethotag.training.InputPerceptron;
import org.ethotag.training.StudentForm;
import picocli.CommandLine.Option;

/** What students are beside their recurrent layer. */
final class StudentOptions {
    @Option(
            names = "--perceptron",
            defaultValue = "16",
            paramLabel = "UNITS",
            description = "Units of the perceptron's hidden layer (default: ${DEFAULT-VALUE}).")
    private int perceptron;

    @Option(
            names = "--input-perceptron",
            arity = "0..1",
            defaultValue = InputPerceptron.NONE,
            fallbackValue = InputPerceptron.AS_HIDDEN,
            paramLabel = "UNITS",
            description =
                    "Every sample passes a dense layer with ReLU before the GRU, as wide as the GRU or of so many "
                            + "units (default: ${DEFAULT-VALUE}). It about doubles the work of a step.")
    private String input = "";

    StudentForm form(Command command) {
        if (perceptron < 1 || perceptron > DistilCommand.MOST_UNITS) {
            throw command.usage("--perceptron is 1 to " + DistilCommand.MOST_UNITS);
        }
        try {
            var chosen = InputPerceptron.parse(input);
            if (chosen.units(1) <= DistilCommand.MOST_UNITS) {
                return new StudentForm(perceptron, chosen);
            }
        } catch (IllegalArgumentException other) {
            // the same words for both
        }
        throw command.usage("--input-perceptron is none, hidden (as wide as the GRU), or 1 to "
                + DistilCommand.MOST_UNITS + ", not " + input);
    }
}
