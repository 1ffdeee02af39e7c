package org.ethotag.ui.training;

import java.time.Duration;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
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
    private final Button stop = new Button(Texts.of("train.stop"), Icons.of(Feather.SQUARE));
    private long startedNanos;

    TrainingProgress(TrainingViewModel model) {
        getStyleClass().add("train-progress");
        setAlignment(Pos.CENTER_LEFT);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        stop.setId("train-stop");
        stop.setOnAction(_ -> model.cancel());
        getChildren().addAll(text, bar, stop);
        model.stateProperty().subscribe((before, now) -> show(now, !(before instanceof JobState.Running<RunManifest>)));
        show(model.stateProperty().get(), true);
    }

    private void show(JobState<RunManifest> state, boolean fresh) {
        boolean running = state instanceof JobState.Running<RunManifest>;
        if (running && fresh) {
            startedNanos = System.nanoTime();
        }
        bar.setVisible(running);
        stop.setVisible(running);
        text.setText(
                switch (state) {
                    case JobState.Idle<RunManifest> _ -> Texts.of("train.idle");
                    case JobState.Running<RunManifest>(double fraction, String doing) -> running(fraction, doing);
                    case JobState.Succeeded<RunManifest>(RunManifest run) -> Texts.of("train.done", run.id());
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
