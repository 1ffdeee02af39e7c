package org.ethotag.ui.control;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.job.JobBoard;
import org.ethotag.ui.job.RunningJob;
import org.kordamp.ikonli.feather.Feather;

/**
 * The jobs at work, one line each with the time that is left and a button that stops it; takes no room while there are none.
 * A job that has been at work for a while is stopped by a second press only: that work would be lost.
 */
public final class ProgressStrip extends VBox {
    /** More lines than these would push the page away; the others are counted. */
    private static final int MOST_LINES = 4;

    /** Work of that length is done again without a sigh. */
    private static final Duration WORTH_ASKING = Duration.ofSeconds(30);

    private static final javafx.util.Duration TO_DECIDE = javafx.util.Duration.seconds(6);
    private static final int SECONDS_PER_MINUTE = 60;

    private final JobBoard board;
    private final Timeline clock;

    public ProgressStrip(JobBoard board) {
        this.board = board;
        getStyleClass().add("progress-strip");
        clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tellTimes()));
        clock.setCycleCount(Animation.INDEFINITE);
        board.jobs().addListener((ListChangeListener<RunningJob>) _ -> refresh());
        refresh();
    }

    private void refresh() {
        var jobs = board.jobs();
        getChildren().setAll(jobs.stream().limit(MOST_LINES).map(Line::new).toList());
        if (jobs.size() > MOST_LINES) {
            var more = new Label(Texts.of("progress.more", jobs.size() - MOST_LINES));
            more.getStyleClass().addAll("text-muted", "progress-row");
            getChildren().add(more);
        }
        setVisible(!jobs.isEmpty());
        setManaged(isVisible());
        if (jobs.isEmpty()) {
            clock.stop();
        } else {
            clock.play();
        }
    }

    private void tellTimes() {
        for (Node child : getChildren()) {
            if (child instanceof Line line) {
                line.tellTime();
            }
        }
    }

    /** What is left, in words that do not pretend to know the second. */
    static String words(Duration left) {
        if (left.toSeconds() < SECONDS_PER_MINUTE) {
            return Texts.of("progress.left.soon");
        }
        long minutes = Math.ceilDiv(left.toSeconds(), SECONDS_PER_MINUTE);
        return minutes < SECONDS_PER_MINUTE
                ? Texts.of("progress.left.minutes", minutes)
                : Texts.of("progress.left.hours", minutes / SECONDS_PER_MINUTE, minutes % SECONDS_PER_MINUTE);
    }

    /** One job. */
    private static final class Line extends HBox {
        private final RunningJob job;
        private final Label left = new Label();
        private final Button stop = new Button("", Icons.of(Feather.X));
        private final PauseTransition asking = new PauseTransition(TO_DECIDE);

        Line(RunningJob job) {
            this.job = job;
            var name = new Label(job.name());
            name.getStyleClass().add("text-bold");
            name.setMinWidth(Region.USE_PREF_SIZE);
            var doing = new Label();
            doing.textProperty().bind(job.doingProperty());
            doing.getStyleClass().add("text-muted");
            doing.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(doing, Priority.ALWAYS);
            left.getStyleClass().addAll("text-muted", "progress-left");
            left.setMinWidth(Region.USE_PREF_SIZE);
            var bar = new ProgressBar();
            bar.progressProperty().bind(job.fractionProperty());
            bar.setAccessibleText(job.name());
            bar.setMinWidth(Region.USE_PREF_SIZE);
            stop.getStyleClass().addAll("flat", "button-icon", "small", "progress-stop");
            stop.setMinWidth(Region.USE_PREF_SIZE);
            stop.setTooltip(new Tooltip(Texts.of("progress.stop", job.name())));
            stop.setAccessibleText(Texts.of("progress.stop", job.name()));
            stop.setOnAction(_ -> stop());
            asking.setOnFinished(_ -> ask(false));
            getChildren().addAll(name, doing, left, bar, stop);
            getStyleClass().add("progress-row");
            setAlignment(Pos.CENTER_LEFT);
            tellTime();
        }

        private void stop() {
            if (job.elapsed().compareTo(WORTH_ASKING) < 0 || asking.getStatus() == Animation.Status.RUNNING) {
                asking.stop();
                job.cancel();
            } else {
                ask(true);
                asking.playFromStart();
            }
        }

        private void ask(boolean now) {
            var text = Texts.of("progress.sure", Math.max(1, job.elapsed().toMinutes()));
            stop.setText(now ? text : "");
            stop.setAccessibleText(now ? text : Texts.of("progress.stop", job.name()));
            stop.getStyleClass().removeAll("danger", "button-icon", "flat");
            stop.getStyleClass().addAll(now ? new String[] {"danger"} : new String[] {"flat", "button-icon"});
        }

        void tellTime() {
            left.setText(job.left().map(ProgressStrip::words).orElse(""));
        }
    }
}
