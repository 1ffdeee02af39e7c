package org.ethotag.ui.tour;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import org.ethotag.project.FlashRecord;
import org.ethotag.recording.Session;
import org.ethotag.ui.evaluation.ChosenViewModel;
import org.ethotag.ui.flash.FlashViewModel;
import org.ethotag.ui.label.LabelViewModel;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.training.TrainingViewModel;
import org.ethotag.workflow.run.RunKind;

/**
 * What the steps are known by, from what the pages show.
 *
 * @param page the page that is seen
 * @param result whether a result is on its page
 */
public record TourSigns(
        StudyViewModel study,
        LabelViewModel label,
        TrainingViewModel training,
        ChosenViewModel chosen,
        FlashViewModel flash,
        ObservableValue<String> page,
        ObservableValue<Boolean> result) {

    /** Calls back when something may have brought a sign. */
    void watch(Runnable look) {
        for (ObservableList<?> list : List.of(study.sessions(), study.runs(), chosen.windows(), flash.receipts())) {
            list.subscribe(look);
        }
        for (ObservableValue<?> value : List.of(
                study.currentProperty(),
                label.readyProperty(),
                label.samplesPerCodeProperty(),
                training.stateProperty(),
                page,
                result)) {
            value.subscribe(_ -> look.run());
        }
    }

    /** Whether it is so now. */
    boolean seen(TourSign sign) {
        return switch (sign) {
            case SESSION_IMPORTED -> study.sessions().stream().anyMatch(row -> isLast(row.session()));
            case SESSION_OPENED ->
                page.getValue().equals("label") && label.readyProperty().get() && lastIsOpen();
            case BOUT_LABELLED -> label.readyProperty().get() && moreIsLabelled();
            case BUDGET_SEEN -> page.getValue().equals("results") && result.getValue();
            case STUDENT_TRAINED -> !training.running() && (hasRun(RunKind.STUDENT) || hasRun(RunKind.CROSSVALIDATION));
            case CELL_OPENED -> !chosen.windows().isEmpty();
            case STUDENT_QUANTIZED -> hasRun(RunKind.QUANTIZED);
            case FLASH_VERIFIED -> flash.receipts().stream().anyMatch(FlashRecord::verified);
            case NOTHING -> true;
        };
    }

    private static boolean isLast(Session session) {
        return session.animal().equals(TourStudy.LAST_ANIMAL);
    }

    private boolean lastIsOpen() {
        Session shown = study.currentProperty().get();
        return shown != null && isLast(shown);
    }

    /** Against what was read when the list of sessions was. */
    private boolean moreIsLabelled() {
        Session shown = study.currentProperty().get();
        long now = label.samplesPerCodeProperty().get().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return study.sessions().stream()
                .filter(row -> row.session().equals(shown))
                .mapToLong(SessionRow::labelledSamples)
                .anyMatch(before -> now > before);
    }

    private boolean hasRun(RunKind kind) {
        return study.runs().stream().anyMatch(run -> run.kind().equals(kind.id()));
    }
}
