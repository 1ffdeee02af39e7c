package org.ethotag.ui.training;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.ethotag.project.Score;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;

/** All runs with their scores, newest first. */
final class RunsTable extends TableView<RunRow> {
    private static final String MCC = "mcc";
    private static final String SEPARATOR = "   \u00b7   ";
    private static final List<String> ORDER =
            List.of(ModelNames.TEACHER, ModelNames.STUDENT, ModelNames.DISTILLED, ModelNames.FIXED);

    RunsTable(TrainingViewModel model) {
        super(model.runs());
        setId("runs");
        setAccessibleText(Texts.of("train.runs"));
        setPlaceholder(new Label(Texts.of("train.runs.none")));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getStyleClass().add("flush-table");
        getColumns()
                .setAll(List.of(
                        column(Texts.of("train.runs.run"), 120, row -> row.run().id()),
                        column(Texts.of("train.runs.made"), 150, RunsTable::made),
                        column(
                                Texts.of("train.seed"),
                                74,
                                row -> String.valueOf(row.run().seed())),
                        column(Texts.of("train.runs.mcc"), 430, RunsTable::scores)));
        getColumns().getFirst().getStyleClass().add("first-column");
    }

    private static TableColumn<RunRow, String> column(String title, double width, Function<RunRow, String> text) {
        var column = new TableColumn<RunRow, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private static String made(RunRow row) {
        return TimeTexts.minute(row.run().made(), ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT));
    }

    private static String scores(RunRow row) {
        return marks(row)
                + row.scores().stream()
                        .filter(score -> score.metric().equals(MCC))
                        .sorted(Comparator.comparingInt(RunsTable::place))
                        .map((Score score) -> score.model() + " " + Numbers.score(score.value()) + kept(row, score))
                        .collect(Collectors.joining(SEPARATOR));
    }

    /** The second number of a run that set bouts aside. */
    private static String kept(RunRow row, Score score) {
        return row.scores().stream()
                .filter(other -> other.metric().equals(RunArchive.MCC_KEPT)
                        && other.model().equals(score.model()))
                .map(other -> " / " + Numbers.score(other.value()))
                .findFirst()
                .orElse("");
    }

    /** What must be known before a score is read. */
    private static String marks(RunRow row) {
        var settings = row.run().settings();
        boolean leaky = settings.getOrDefault(RunArchive.PROTOCOL, "").startsWith(FoldPlan.LEAKY_MARK);
        boolean stopped = settings.getOrDefault("teacher.stopped", "").equals("true")
                || settings.getOrDefault("student.stopped", "").equals("true");
        boolean twice = settings.containsKey(RunArchive.ASIDE);
        return (twice ? Texts.of("train.runs.twice") + SEPARATOR : "")
                + (leaky ? Texts.of("train.runs.leaky") + SEPARATOR : "")
                + (stopped ? Texts.of("train.runs.stopped") + SEPARATOR : "");
    }

    /** The teacher first, then the students without and with help, then the integers. */
    private static int place(Score score) {
        String name = score.model().split(" ", 2)[0];
        int place = ORDER.indexOf(name);
        return place < 0 ? ORDER.size() : place;
    }
}
