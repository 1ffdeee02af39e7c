package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.ethotag.job.JobState;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.ProgressStrip;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.control.Toasts;
import org.ethotag.ui.job.JobTrial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobNewsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T08:00:00Z"));
    private final JobTrial trial = new JobTrial(now::get);
    private final AtomicReference<String> page = new AtomicReference<>("train");
    private final SimpleBooleanProperty focused = new SimpleBooleanProperty(true);

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    private void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    private JobNews news(Toasts toasts) {
        return new JobNews(trial.board(), toasts, page::get, focused);
    }

    private static List<String> texts(Toasts toasts) {
        return toasts.getChildren().stream()
                .map(toast -> toast.getAccessibleText())
                .toList();
    }

    @Test
    void workThatEndsUnseenIsToldAndMarkedUntilTheWindowIsLookedAt() {
        Windows.inFx(() -> {
            var toasts = new Toasts();
            var news = news(toasts);
            var job = trial.begin("Training");
            pass(Duration.ofMinutes(2));
            focused.set(false);
            trial.end(job, new JobState.Succeeded<>("model"));
            assertEquals(List.of(Texts.of("news.done", "Training")), texts(toasts));
            assertEquals("\u2713 ", news.markProperty().get());
            focused.set(true);
            assertEquals("", news.markProperty().get());
        });
    }

    @Test
    void anotherPageIsToldWithoutAMarkAndWhatWasSeenIsNotTold() {
        Windows.inFx(() -> {
            var toasts = new Toasts();
            var news = news(toasts);
            var seen = trial.begin("Seen");
            var unseen = trial.begin("Unseen");
            var stopped = trial.begin("Stopped");
            pass(Duration.ofMinutes(1));
            trial.end(seen, new JobState.Succeeded<>("x"));
            var quick = trial.begin("Quick");
            page.set("label");
            trial.end(unseen, new JobState.Failed<>(new IllegalStateException("x")));
            trial.end(stopped, new JobState.Cancelled<>());
            trial.end(quick, new JobState.Succeeded<>("x"));
            assertEquals(List.of(Texts.of("news.failed", "Unseen")), texts(toasts));
            assertEquals("", news.markProperty().get());
        });
    }

    @Test
    void whatIsLeftIsToldOnceItCanBeKnown() {
        Windows.inFx(() -> {
            var job = trial.begin("Import");
            trial.report(job, 0.5);
            assertEquals(Optional.empty(), job.left());
            pass(Duration.ofMinutes(4));
            assertEquals(Optional.of(Duration.ofMinutes(4)), job.left());
            trial.report(job, -1);
            assertEquals(Optional.empty(), job.left());
        });
    }

    @Test
    void longWorkIsStoppedByTheSecondPressAndShortWorkByTheFirst() {
        Windows.inFx(() -> {
            var strip = new ProgressStrip(trial.board());
            var first = trial.begin("Short");
            button(strip, 0).fire();
            assertThat(trial.cancelled()).containsExactly(first);
            var second = trial.begin("Long");
            pass(Duration.ofMinutes(3));
            button(strip, 1).fire();
            assertThat(trial.cancelled()).containsExactly(first);
            assertEquals(Texts.of("progress.sure", 3), button(strip, 1).getText());
            button(strip, 1).fire();
            assertThat(trial.cancelled()).containsExactly(first, second);
        });
    }

    @Test
    void manyJobsTakeFourLinesAndAreCounted() {
        Windows.inFx(() -> {
            var strip = new ProgressStrip(trial.board());
            var names = new ArrayList<String>();
            for (int i = 0; i < 7; i++) {
                trial.begin("Job " + i);
            }
            strip.getChildren().stream()
                    .filter(Label.class::isInstance)
                    .forEach(label -> names.add(((Label) label).getText()));
            assertEquals(5, strip.getChildren().size());
            assertEquals(List.of(Texts.of("progress.more", 3)), names);
        });
    }

    private static Button button(ProgressStrip strip, int line) {
        return (Button) strip.getChildren().get(line).lookup(".progress-stop");
    }
}
