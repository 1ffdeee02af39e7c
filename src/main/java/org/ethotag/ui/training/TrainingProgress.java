package org.ethotag.ui.training;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.ethotag.job.JobState;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;
import org.kordamp.ikonli.feather.Feather;

/** One line: what the training is doing, how long it still takes, and the way to stop it. */
final class TrainingProgress extends HBox {
    /** Before this an estimate only jumps about. */
    private static final double ESTIMATE_FROM = 0.03;

    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button pause = new Button();
    private final Button stop = new Button(Texts.of("train.stop"), Icons.of(Feather.SQUARE));
    private long startedNanos;
    /** When the pause began, 0 without one. */
    private long pausedNanos;

    TrainingProgress(TrainingViewModel model) {
        getStyleClass().add("train-progress");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        stop.setId("train-stop");
        stop.setTooltip(new Tooltip(Texts.of("train.stop.tooltip")));
        stop.setOnAction(_ -> model.stop());
        pause.setId("train-pause");
        pause.setOnAction(_ -> model.pause(!model.pausedProperty().get()));
        model.pausedProperty().subscribe(this::showPause);
        for (Button button : List.of(pause, stop)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        for (Node shownAtWork : List.of(bar, pause, stop)) {
            shownAtWork.managedProperty().bind(shownAtWork.visibleProperty());
        }
        bar.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(text, bar, pause, stop);
        model.stateProperty()
                .subscribe((before, now) -> show(model, now, !(before instanceof JobState.Running<RunManifest>)));
        show(model, model.stateProperty().get(), true);
    }

    /** Time spent waiting is not learning: the estimate must not count it. */
    private void showPause(boolean paused) {
        pause.setText(paused ? Texts.of("train.continue") : Texts.of("train.pause"));
        pause.setGraphic(Icons.of(paused ? Feather.PLAY : Feather.PAUSE));
        long now = System.nanoTime();
        if (paused) {
            pausedNanos = now;
            text.setText(Texts.of("train.paused"));
        } else if (pausedNanos != 0) {
            startedNanos += now - pausedNanos;
            pausedNanos = 0;
        }
    }

    private void show(TrainingViewModel model, JobState<RunManifest> state, boolean fresh) {
        boolean running = state instanceof JobState.Running<RunManifest>;
        if (running && fresh) {
            startedNanos = System.nanoTime();
        }
        bar.setVisible(running);
        stop.setVisible(running);
        pause.setVisible(running);
        if (running && pausedNanos != 0) {
            return;
        }
        text.setText(
                switch (state) {
                    case JobState.Idle<RunManifest> _ -> Texts.of("train.idle");
                    case JobState.Running<RunManifest>(double fraction, String doing) -> running(fraction, doing);
                    case JobState.Succeeded<RunManifest>(RunManifest run) ->
                        Texts.of(model.stopped() ? "train.stopped" : "train.done", run.id());
                    case JobState.Failed<RunManifest> _ -> Texts.of("train.failed");
                    case JobState.Cancelled<RunManifest> _ -> Texts.of("train.cancelled");
                });
    }

    private String running(double fraction, String doing) {
        bar.setProgress(fraction);
        if (fraction < ESTIMATE_FROM) {
            return doing;
        }
        double elapsed = (System.nanoTime() - startedNanos) * 1e-9;
        var left = Duration.ofSeconds(Math.round(elapsed * (1 - fraction) / fraction));
        return Texts.of("train.left", doing, TimeTexts.rough(left, Locale.getDefault(Locale.Category.FORMAT)));
    }
}
