package org.ethotag.ui.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.ethotag.recording.reading.Finding;
import org.ethotag.recording.reading.Guess;
import org.ethotag.recording.reading.ImportPreview;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.jspecify.annotations.Nullable;

/** What an import would make of a file: its first rows, every guess with its reason, and the first minutes as a trace. */
final class PreviewPane extends VBox {
    private static final double WIDTH = 600;
    private static final double PICTURE_HEIGHT = 120;
    private static final double TABLE_HEIGHT = 170;
    private static final double KIND_WIDTH = 90;
    private static final double VALUE_WIDTH = 130;
    private static final List<Color> AXES = List.of(Color.web("#d55e00"), Color.web("#009e73"), Color.web("#0072b2"));

    private final Label problem = new Label();
    private final TableView<List<String>> rows = new TableView<>();
    private final VBox guesses = new VBox(4);
    private final Canvas picture = new Canvas(WIDTH, PICTURE_HEIGHT);
    private final Label legend = new Label();
    private final VBox findings = new VBox(2);

    PreviewPane() {
        super(10);
        setId("import-preview");
        setPrefWidth(WIDTH);
        problem.setId("import-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("danger-text");
        problem.managedProperty().bind(problem.visibleProperty());
        rows.setId("import-rows");
        rows.setPrefHeight(TABLE_HEIGHT);
        rows.setMinHeight(TABLE_HEIGHT);
        rows.setPlaceholder(muted(""));
        picture.setAccessibleText(Texts.of("import.picture"));
        legend.getStyleClass().addAll("text-muted", "text-small");
        var content = new VBox(10, guesses, picture, legend, findings);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("import-guesses");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(rows, problem, scroll);
        show(null);
    }

    void show(@Nullable ImportPreview preview) {
        guesses.getChildren().clear();
        findings.getChildren().clear();
        problem.setVisible(preview != null && !preview.readable());
        problem.setText(preview == null ? "" : preview.problem());
        if (preview == null) {
            guesses.getChildren().add(muted(Texts.of("import.previewing")));
            return;
        }
        fillRows(preview);
        if (!preview.device().isEmpty()) {
            guesses.getChildren().add(muted(Texts.of("import.device", preview.device())));
        }
        for (Guess guess : preview.guesses()) {
            guesses.getChildren().add(line(guess));
        }
        draw(preview);
        for (Finding finding : preview.findings()) {
            findings.getChildren().add(muted(finding.text()));
        }
    }

    private void fillRows(ImportPreview preview) {
        boolean text = preview.device().isEmpty();
        rows.setVisible(text);
        rows.setManaged(text);
        int count = Math.max(
                preview.header().size(),
                preview.rows().stream().mapToInt(List::size).max().orElse(0));
        if (rows.getColumns().size() != count || !titles().equals(titles(preview, count))) {
            rows.getColumns().clear();
            for (int i = 0; i < count; i++) {
                int column = i;
                var title = titles(preview, count).get(i);
                var shown = Columns.<List<String>>text(
                        title, column == 0 ? 190 : 100, row -> column < row.size() ? row.get(column) : "");
                shown.setSortable(false);
                rows.getColumns().add(shown);
            }
        }
        rows.getItems().setAll(preview.rows());
    }

    private List<String> titles() {
        return rows.getColumns().stream().map(column -> column.getText()).toList();
    }

    private static List<String> titles(ImportPreview preview, int count) {
        var titles = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            titles.add(i < preview.header().size() ? preview.header().get(i) : Texts.of("import.column.number", i + 1));
        }
        return titles;
    }

    private static Node line(Guess guess) {
        var kind = new Label(Texts.of("import.guess." + guess.kind().name().toLowerCase(Locale.ROOT)));
        kind.setMinWidth(KIND_WIDTH);
        kind.setPrefWidth(KIND_WIDTH);
        kind.getStyleClass().add("text-muted");
        var value = new Label(words(guess));
        value.getStyleClass().add("text-bold");
        value.setMinWidth(VALUE_WIDTH);
        value.setPrefWidth(VALUE_WIDTH);
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        var reason = muted(guess.reason());
        HBox.setHgrow(reason, Priority.ALWAYS);
        var line = new HBox(8, kind, value, reason);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private static String words(Guess guess) {
        return switch (guess.kind()) {
            case DELIMITER -> guess.value().equals(" ") ? Texts.of("import.blank") : guess.value();
            case TIMES -> Texts.of("import.times." + guess.value().toLowerCase(Locale.ROOT));
            case RATE -> guess.value() + " Hz";
            case COLUMNS -> guess.value().replace(",", ", ");
            case DECIMAL, ZONE, UNIT -> guess.value();
        };
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        return label;
    }

    /** Each axis from its lowest to its highest value under every pixel. */
    private void draw(ImportPreview preview) {
        var paper = picture.getGraphicsContext2D();
        paper.clearRect(0, 0, WIDTH, PICTURE_HEIGHT);
        var samples = preview.samplesG();
        int length = samples[0].length;
        picture.setVisible(length > 0);
        legend.setVisible(length > 0);
        if (length == 0) {
            return;
        }
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (float[] axis : samples) {
            for (float value : axis) {
                low = Float.isFinite(value) ? Math.min(low, value) : low;
                high = Float.isFinite(value) ? Math.max(high, value) : high;
            }
        }
        double scale = (PICTURE_HEIGHT - 4) / Math.max(high - low, 0.1);
        for (int axis = 0; axis < samples.length; axis++) {
            paper.setStroke(AXES.get(axis));
            for (int x = 0; x < WIDTH; x++) {
                int from = (int) (x * (double) length / WIDTH);
                int to = Math.max(from + 1, (int) ((x + 1) * (double) length / WIDTH));
                float least = Float.MAX_VALUE;
                float most = -Float.MAX_VALUE;
                for (int i = from; i < Math.min(to + 1, length); i++) {
                    least = Math.min(least, samples[axis][i]);
                    most = Math.max(most, samples[axis][i]);
                }
                if (least <= most) {
                    paper.strokeLine(x + 0.5, 2 + (high - most) * scale, x + 0.5, 2 + (high - least) * scale + 0.5);
                }
            }
        }
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        legend.setText(Texts.of(
                "import.legend",
                TimeTexts.duration(Duration.ofMillis(Math.round(length / preview.rateHz() * 1000)), locale),
                (double) low,
                (double) high));
    }
}
