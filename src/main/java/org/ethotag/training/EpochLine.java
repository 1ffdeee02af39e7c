package org.ethotag.training;

import java.util.Optional;

/**
 * An epoch as one line of text, for whoever watches from another process.
 *
 * @param fold whose model learns, empty outside a cross-validation
 * @param model what learns: teacher, student, distilled, or a name of a student that learns on
 * @param report how it stood
 */
public record EpochLine(String fold, String model, EpochReport report) {
    private static final String MARK = "epoch";
    private static final int CELLS = 11;

    /** One line; {@link #parse} reads it. */
    public String text() {
        return String.join(
                "\t",
                MARK,
                fold.replace('\t', ' '),
                model,
                String.valueOf(report.epoch()),
                String.valueOf(report.epochs()),
                String.valueOf(report.trainingLoss()),
                String.valueOf(report.trainingMcc()),
                String.valueOf(report.heldOutLoss()),
                String.valueOf(report.heldOutMcc()),
                String.valueOf(report.stoppingLoss()),
                String.valueOf(report.learningRate()));
    }

    /** The same of a fold. */
    EpochLine of(String name) {
        return new EpochLine(name, model, report);
    }

    /** Empty if the line says something else. */
    public static Optional<EpochLine> parse(String line) {
        var cells = line.split("\t", -1);
        if (cells.length != CELLS || !cells[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EpochLine(
                    cells[1],
                    cells[2],
                    new EpochReport(
                            Integer.parseInt(cells[3]),
                            Integer.parseInt(cells[4]),
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6]),
                            Double.parseDouble(cells[7]),
                            Double.parseDouble(cells[8]),
                            Double.parseDouble(cells[9]),
                            Double.parseDouble(cells[10]))));
        } catch (NumberFormatException somethingElse) {
            return Optional.empty(); // the engine's own words, not ours
        }
    }
}
