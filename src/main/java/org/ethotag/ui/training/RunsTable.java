package org.ethotag.ui.training;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.ethotag.evaluation.Baselines;
import org.ethotag.project.Score;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.ethotag.workflow.run.FoldPlan;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.jspecify.annotations.Nullable;

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
                        column(Texts.of("train.runs.run"), 140, row -> row.run().id()),
                        column(Texts.of("train.runs.made"), 160, RunsTable::made),
                        column(
                                Texts.of("train.seed"),
                                58,
                                row -> String.valueOf(row.run().seed())),
                        scoreColumn()));
        getColumns().getFirst().getStyleClass().add("first-column");
    }

    private static TableColumn<RunRow, String> column(String title, double width, Function<RunRow, String> text) {
        var column = new TableColumn<RunRow, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    /** Four models of several sizes are more than fits a line: the pointer shows them all. */
    private static TableColumn<RunRow, String> scoreColumn() {
        var column = column(Texts.of("train.runs.mcc"), 400, RunsTable::scores);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String scores, boolean empty) {
                super.updateItem(scores, empty);
                boolean none = scores == null || empty || scores.isEmpty();
                setText(none ? null : scores);
                setTooltip(none ? null : new Tooltip(scores));
            }
        });
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
                        .map((Score score) -> title(score) + " " + Numbers.score(score.value()) + kept(row, score))
                        .collect(Collectors.joining(SEPARATOR));
    }

    /** What people call the model, with what comes behind its name, as "H=32". */
    private static String title(Score score) {
        var words = score.model().split(" ", 2);
        var name = switch (words[0]) {
            case ModelNames.TEACHER -> Texts.of("train.runs.teacher");
            case ModelNames.STUDENT -> Texts.of("train.runs.student");
            case ModelNames.DISTILLED -> Texts.of("train.runs.distilled");
            case ModelNames.FIXED -> Texts.of("train.runs.fixed");
            case Baselines.MAJORITY -> Texts.of("train.runs.majority");
            case Baselines.TREE -> Texts.of("train.runs.tree");
            default -> words[0];
        };
        return words.length > 1 ? name + " " + words[1] : name;
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
