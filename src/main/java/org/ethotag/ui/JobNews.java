package org.ethotag.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.control.Toasts;
import org.ethotag.ui.job.JobBoard;
import org.ethotag.ui.job.JobBoard.Ended;
import org.ethotag.ui.job.RunningJob;

/**
 * Tells of work that ended while nobody looked: on another page, or while another program had the keyboard. Then the
 * window's title has a mark, too, until the window is looked at; the focus is never taken. FX thread only.
 */
final class JobNews {
    /** What is over sooner was waited for. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Toasts toasts;
    private final Supplier<String> page;
    private final ObservableValue<Boolean> focused;
    private final Map<RunningJob, String> pages = new HashMap<>();
    private final ReadOnlyStringWrapper mark = new ReadOnlyStringWrapper("");

    /**
     * @param page the one that is seen
     * @param focused whether the window has the keyboard
     */
    JobNews(JobBoard board, Toasts toasts, Supplier<String> page, ObservableValue<Boolean> focused) {
        this.toasts = toasts;
        this.page = page;
        this.focused = focused;
        board.jobs().addListener((ListChangeListener<RunningJob>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(job -> pages.put(job, page.get()));
            }
        });
        board.onEnded(this::ended);
        focused.subscribe(now -> {
            if (now) {
                mark.set("");
            }
        });
    }

    /** Stands before the window's title while there is news: empty otherwise. */
    ReadOnlyStringProperty markProperty() {
        return mark.getReadOnlyProperty();
    }

    private void ended(Ended ended) {
        var begun = pages.remove(ended.job());
        boolean seen = focused.getValue() && page.get().equals(begun);
        if (seen || ended.job().elapsed().compareTo(LONG) < 0) {
            return;
        }
        switch (ended.outcome()) {
            case JobState.Succeeded<?> _ ->
                tell(Texts.of("news.done", ended.job().name()), false);
            case JobState.Failed<?> _ ->
                tell(Texts.of("news.failed", ended.job().name()), true);
            case JobState.Cancelled<?> _, JobState.Running<?> _, JobState.Idle<?> _ -> {}
        }
    }

    private void tell(String text, boolean grave) {
        toasts.show(text, grave);
        if (!focused.getValue()) {
            mark.set(grave ? "\u26a0 " : "\u2713 ");
        }
    }
}
