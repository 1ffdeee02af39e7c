package org.ethotag.workflow.result;

import java.util.Map;
import org.ethotag.evaluation.Actogram;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.evaluation.TransitionMatrix;
import org.ethotag.picture.Picture;

/** One result, ready to be shown and to be taken out. */
public sealed interface ResultReport {
    /** As a table that a spreadsheet opens. */
    String csv();

    /** As a picture. */
    Picture picture();

    /** As plain values for scripts. */
    Map<String, Object> document();

    /** What it was counted from. */
    StudyResults results();

    /** Counts one result. */
    static ResultReport of(StudyResults source, ResultRequest request) {
        var results = source.ofAnimals(request.animals());
        var codes = results.codes();
        return switch (request.what()) {
            case BUDGET -> new Budget(results, TimeBudget.of(codes, results.timelines()), request.perDay());
            case ACTOGRAM ->
                new Days(
                        results,
                        Actogram.of(codes, results.timelines(), request.binMinutes()),
                        request.only(),
                        request.doubled());
            case BOUTS -> new Bouts(results, BoutTable.of(request.rule(), results.timelines()));
            case TRANSITIONS -> {
                var bouts = BoutTable.of(request.rule(), results.timelines());
                yield new Transitions(results, bouts, TransitionMatrix.of(codes, bouts));
            }
            case MODELS -> throw new IllegalArgumentException("models are compared on a run, not on " + source.title());
        };
    }

    /** Time budgets. */
    record Budget(StudyResults results, TimeBudget budget, boolean perDay) implements ResultReport {
        @Override
        public String csv() {
            return ResultTables.budget(results, budget);
        }

        @Override
        public Picture picture() {
            return BudgetChart.of(results, budget, perDay);
        }

        @Override
        public Map<String, Object> document() {
            return ResultDocuments.budget(results, budget);
        }
    }

    /** An actogram. */
    record Days(StudyResults results, Actogram actogram, String only, boolean doubled) implements ResultReport {
        @Override
        public String csv() {
            return ResultTables.actogram(results, actogram);
        }

        @Override
        public Picture picture() {
            return ActogramChart.of(results, actogram, only, doubled);
        }

        @Override
        public Map<String, Object> document() {
            return ResultDocuments.actogram(results, actogram);
        }
    }

    /** Bouts. */
    record Bouts(StudyResults results, BoutTable bouts) implements ResultReport {
        @Override
        public String csv() {
            return ResultTables.bouts(results, bouts);
        }

        @Override
        public Picture picture() {
            return BoutChart.of(results, bouts);
        }

        @Override
        public Map<String, Object> document() {
            return ResultDocuments.bouts(results, bouts);
        }
    }

    /** Transitions between bouts. */
    record Transitions(StudyResults results, BoutTable bouts, TransitionMatrix matrix) implements ResultReport {
        @Override
        public String csv() {
            return ResultTables.transitions(results, matrix);
        }

        @Override
        public Picture picture() {
            return TransitionChart.of(results, matrix, bouts.rule());
        }

        @Override
        public Map<String, Object> document() {
            return ResultDocuments.transitions(results, matrix);
        }
    }

    /** From labels to models. */
    record Models(ModelShift shift) implements ResultReport {
        @Override
        public StudyResults results() {
            return shift.labels();
        }

        @Override
        public String csv() {
            return shift.csv();
        }

        @Override
        public Picture picture() {
            return ShiftChart.of(shift);
        }

        @Override
        public Map<String, Object> document() {
            return ResultDocuments.models(shift);
        }
    }
}
