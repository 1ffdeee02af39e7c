package org.ethotag.ui.label;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackCheck;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.ethotag.ui.trace.TraceSource;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Gaps and overlaps of the track that is edited, each a click or a key away. */
final class ChecksPane extends VBox {
    static final String ID = "checks";

    private static final double USUAL_GAP_SECONDS = 1;
    private static final int MOST_OVERLAPS = 10_000;

    private final LabelViewModel model;
    private final TextField least = new TextField(String.valueOf((long) USUAL_GAP_SECONDS));
    private final Label summary = new Label();
    private final ListView<Finding> list = new ListView<>();

    /** A place worth a look. */
    private record Finding(SampleRange range, String text) {}

    /** What was found, on a worker thread. */
    private record Found(List<Finding> findings, int gaps, int overlaps) {}

    ChecksPane(LabelViewModel model) {
        this.model = model;
        getStyleClass().add("side-page");
        var title = new Label(Texts.of("checks.title"));
        title.getStyleClass().add("title-4");
        var unit = new Label(Texts.of("checks.least"));
        unit.setMinWidth(USE_PREF_SIZE);
        unit.setLabelFor(least);
        least.setId("checks-least");
        least.setAccessibleText(Texts.of("checks.least"));
        least.setPrefColumnCount(5);
        least.setOnAction(_ -> check());
        var go = new Button(Texts.of("checks.go"), Icons.of(Feather.CHECK_SQUARE));
        go.setId("checks-go");
        go.setOnAction(_ -> check());
        var line = new HBox(unit, least, go);
        line.getStyleClass().add("side-buttons");
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        summary.setId("checks-summary");
        summary.setWrapText(true);
        summary.getStyleClass().add("text-muted");
        list.setId("checks-list");
        list.setAccessibleText(Texts.of("checks.title"));
        list.setPlaceholder(new Label(""));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(@Nullable Finding finding, boolean empty) {
                super.updateItem(finding, empty);
                setText(finding == null || empty ? null : finding.text());
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.goTo(chosen.range());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(title, line, summary, list);
        go.setMinWidth(USE_PREF_SIZE);
        sceneProperty().subscribe(this::old);
        model.trace().trackProperty().subscribe(this::old);
        model.readyProperty().subscribe(this::old);
    }

    /** What was found before may not be there any more. */
    private void old() {
        if (isVisible() && getScene() != null) {
            check();
        } else {
            list.getItems().clear();
            summary.setText("");
        }
    }

    /** Looks through the track again. */
    void check() {
        var source = model.trace().source();
        if (source.isEmpty()) {
            return;
        }
        var track = model.trace().trackProperty().get();
        long samples = Math.round(seconds() * source.get().rate().hertz());
        model.search(() -> found(track, source.get(), Math.max(1, samples)), this::show);
    }

    private double seconds() {
        try {
            double seconds = Double.parseDouble(least.getText().strip().replace(',', '.'));
            if (Double.isFinite(seconds) && seconds >= 0) {
                return seconds;
            }
        } catch (NumberFormatException notANumber) {
            least.setText(String.valueOf((long) USUAL_GAP_SECONDS));
        }
        return USUAL_GAP_SECONDS;
    }

    private Found found(LabelTrack track, TraceSource source, long leastSamples) {
        var recorded = source.stretches().isEmpty() ? List.of(new SampleRange(0, source.length())) : source.stretches();
        var gaps = TrackCheck.gaps(track, recorded, leastSamples);
        var overlaps = TrackCheck.overlaps(track.bouts(), MOST_OVERLAPS);
        var findings = new ArrayList<Finding>();
        overlaps.forEach(o -> findings.add(new Finding(
                o.range(),
                Texts.of(
                        "checks.overlap",
                        time(source, o.range()),
                        model.nameOf(o.first().behaviour()),
                        model.nameOf(o.second().behaviour()),
                        length(source, o.range())))));
        gaps.forEach(gap ->
                findings.add(new Finding(gap, Texts.of("checks.gap", time(source, gap), length(source, gap)))));
        return new Found(findings, gaps.size(), overlaps.size());
    }

    private static String time(TraceSource source, SampleRange range) {
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        return TimeTexts.full(source.time().timeOf(range.from()), source.zone(), locale);
    }

    private static String length(TraceSource source, SampleRange range) {
        Duration duration = source.rate().durationOf(range.length());
        return TimeTexts.duration(duration, Locale.getDefault(Locale.Category.FORMAT));
    }

    private void show(Found found) {
        list.getItems().setAll(found.findings());
        summary.setText(
                found.findings().isEmpty()
                        ? Texts.of("checks.none")
                        : Texts.of("checks.summary", Numbers.count(found.gaps()), Numbers.count(found.overlaps())));
    }
}
