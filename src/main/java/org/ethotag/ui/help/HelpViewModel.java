package org.ethotag.ui.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.jspecify.annotations.Nullable;

/** Which page of the guide is shown, the way back, and what a search finds. The guide is read on first use. FX thread only. */
public final class HelpViewModel {
    private final Jobs jobs;
    private final Consumer<Throwable> problems;
    private final Supplier<HelpLibrary> reader;
    private final Deque<HelpPlace> before = new ArrayDeque<>();
    private final Deque<HelpPlace> after = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoOn = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<HelpSearch.Hit> hits = FXCollections.observableArrayList();
    private final ObservableList<HelpLibrary.Line> contents = FXCollections.observableArrayList();
    private @Nullable HelpLibrary library;
    private @Nullable HelpSearch search;
    private HelpPlace wanted = new HelpPlace(HelpLibrary.CONTENTS, "");
    private boolean reading;

    public HelpViewModel(Jobs jobs, Consumer<Throwable> problems) {
        this(jobs, HelpLibrary::packaged, problems);
    }

    HelpViewModel(Jobs jobs, Supplier<HelpLibrary> reader, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.reader = reader;
        this.problems = problems;
        query.subscribe(this::find);
    }

    /** A page on the screen and the heading that is looked at. */
    record Shown(HelpPage page, String anchor) {}

    private record Read(HelpLibrary library, HelpSearch search) {}

    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoOnProperty() {
        return canGoOn.getReadOnlyProperty();
    }

    /** Why the last link did not lead to a page, or empty. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<HelpSearch.Hit> hits() {
        return hits;
    }

    ObservableList<HelpLibrary.Line> contents() {
        return contents;
    }

    /** A picture of the page shown, by the name that it has there. */
    Optional<byte[]> picture(String name) {
        var known = library;
        var page = shown.get();
        return known == null || page == null
                ? Optional.empty()
                : new HelpPlace(page.page().path(), "").file(name).flatMap(known::file);
    }

    /** Shows a place, in the program's language if there is such a page, after the guide has been read. */
    public void open(HelpPlace place) {
        wanted = place;
        var known = library;
        if (known != null) {
            go(known.inLanguage(place));
        } else if (!reading) {
            reading = true;
            jobs.quiet()
                    .<Read>start(
                            "guide",
                            _ -> {
                                var read = reader.get();
                                return new Read(read, new HelpSearch(read));
                            },
                            this::took);
        }
    }

    private void took(JobState<Read> state) {
        switch (state) {
            case JobState.Succeeded<Read>(Read read) -> {
                reading = false;
                library = read.library;
                search = read.search;
                contents.setAll(read.library.contents());
                find();
                go(read.library.inLanguage(wanted));
            }
            case JobState.Failed<Read>(Throwable cause) -> {
                reading = false;
                problems.accept(cause);
            }
            case JobState.Cancelled<Read> _ -> reading = false;
            case JobState.Idle<Read> _, JobState.Running<Read> _ -> {}
        }
    }

    /** Follows a link of the page shown. */
    void follow(String link) {
        var here = shown.get();
        if (here == null) {
            return;
        }
        new HelpPlace(here.page().path(), "")
                .follow(link)
                .ifPresentOrElse(this::go, () -> notice.set(Texts.of("help.elsewhere", link)));
    }

    /** Says that an address outside of the guide waits on the clipboard. */
    void addressCopied(String address) {
        notice.set(Texts.of("help.copied", address));
    }

    /** The page before this one. */
    void back() {
        step(before, after);
    }

    /** The page that {@link #back} was called on. */
    void on() {
        step(after, before);
    }

    private void step(Deque<HelpPlace> from, Deque<HelpPlace> to) {
        var here = shown.get();
        HelpPlace place = from.pollLast();
        if (place != null && here != null) {
            to.addLast(new HelpPlace(here.page().path(), here.anchor()));
            show(place);
        }
    }

    private void go(HelpPlace place) {
        var here = shown.get();
        if (page(place).isEmpty()) {
            notice.set(Texts.of("help.elsewhere", place.page()));
            return;
        }
        if (here != null
                && !(here.page().path().equals(place.page()) && here.anchor().equals(place.anchor()))) {
            before.addLast(new HelpPlace(here.page().path(), here.anchor()));
            after.clear();
        }
        show(place);
    }

    private Optional<HelpPage> page(HelpPlace place) {
        var known = library;
        return known == null ? Optional.empty() : known.page(place.page());
    }

    private void show(HelpPlace place) {
        notice.set("");
        page(place).ifPresent(page -> shown.set(new Shown(page, page.has(place.anchor()) ? place.anchor() : "")));
        canGoBack.set(!before.isEmpty());
        canGoOn.set(!after.isEmpty());
    }

    private void find() {
        var known = search;
        hits.setAll(known == null ? List.of() : known.find(query.get()));
    }
}
