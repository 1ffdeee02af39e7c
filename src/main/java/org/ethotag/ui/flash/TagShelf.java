package org.ethotag.ui.flash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.job.JobHandle;
import org.ethotag.job.JobState;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;

/** The tags that are plugged in: looked for every second, each asked once who it is, in the background. FX thread only. */
final class TagShelf {
    /** The system does not tell when something is plugged in. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Jobs jobs;
    private final StudyViewModel study;
    private final TagBench bench;
    private final Consumer<Throwable> problems;
    private final ObservableList<TagCard> cards =
            FXCollections.observableArrayList(TagCard.asking(new TagChoice.Virtual()));
    private TagPort busy = NOWHERE;
    private TagProfiles kinds = TagProfiles.builtIn();
    private JobHandle watching = () -> {};
    private JobHandle learning = () -> {};

    private static final TagPort NOWHERE = new TagPort("", "", "", -1, -1);

    TagShelf(Jobs jobs, StudyViewModel study, TagBench bench, Consumer<Throwable> problems) {
        this.jobs = jobs;
        this.study = study;
        this.bench = bench;
        this.problems = problems;
    }

    /** The emulated tag first, then what is plugged in. */
    ObservableList<TagCard> cards() {
        return cards;
    }

    /** Looks from now on. */
    void watch() {
        unwatch();
        learning = jobs.quiet().<TagProfiles>start("kinds", _ -> bench.kinds(), this::watch);
    }

    /** A profile of the user's that is wrong is told, and tags are looked for without it. */
    private void watch(JobState<TagProfiles> known) {
        if (known instanceof JobState.Succeeded<TagProfiles>(TagProfiles found)) {
            kinds = found;
        } else if (known instanceof JobState.Failed<TagProfiles>(Throwable cause)) {
            kinds = TagProfiles.builtIn();
            problems.accept(cause);
        } else {
            return;
        }
        TagBay bay = bench.bay(kinds);
        cards.removeIf(card -> card.choice() instanceof TagChoice.Plugged);
        askVirtual();
        watching = jobs.every(BETWEEN_LOOKS, "tags", _ -> bay.look(), look -> seen(bay, look));
    }

    /** Looks no more. */
    void unwatch() {
        learning.cancel();
        watching.cancel();
    }

    /** Nobody asks this tag while it is being flashed. */
    void flashing(TagChoice choice) {
        busy = choice instanceof TagChoice.Plugged(TagPort port) ? port : NOWHERE;
    }

    /** It may be asked again, and is. */
    void flashed(TagChoice choice) {
        busy = NOWHERE;
        switch (choice) {
            case TagChoice.Virtual _ -> askVirtual();
            case TagChoice.Plugged(TagPort port) -> ask(bench.bay(kinds), port);
        }
    }

    private void seen(TagBay bay, JobState<TagWatch.Changes> look) {
        switch (look) {
            case JobState.Succeeded<TagWatch.Changes>(TagWatch.Changes changes) -> take(bay, changes);
            case JobState.Failed<TagWatch.Changes>(Throwable cause) -> {
                unwatch();
                problems.accept(cause);
            }
            case JobState.Idle<TagWatch.Changes> _,
                    JobState.Running<TagWatch.Changes> _,
                    JobState.Cancelled<TagWatch.Changes> _ -> {}
        }
    }

    private void take(TagBay bay, TagWatch.Changes changes) {
        for (TagPort port : changes.out()) {
            if (!changes.in().contains(port) && !isBusy(port)) {
                remove(port);
            }
        }
        var driverless =
                changes.withoutDriver().stream().map(TagSighting.Troubled::port).toList();
        cards.removeIf(card -> card.choice() instanceof TagChoice.Plugged(TagPort port)
                && port.path().isEmpty()
                && !driverless.contains(port));
        for (TagSighting.Troubled troubled : changes.withoutDriver()) {
            put(TagCard.of(
                    new TagChoice.Plugged(troubled.port()),
                    troubled,
                    animalOf(troubled.port().serial()),
                    kinds));
        }
        for (TagPort port : changes.in()) {
            if (!isBusy(port)) {
                put(TagCard.asking(new TagChoice.Plugged(port)));
                ask(bay, port);
            }
        }
    }

    private boolean isBusy(TagPort port) {
        return !busy.path().isEmpty()
                && (port.path().equals(busy.path())
                        || (!port.serial().isEmpty() && port.serial().equals(busy.serial())));
    }

    private void ask(TagBay bay, TagPort port) {
        jobs.quiet().<TagSighting>start("ask", _ -> bay.ask(port), answer -> {
            if (answer instanceof JobState.Succeeded<TagSighting>(TagSighting sighting)) {
                known(new TagChoice.Plugged(port), sighting);
            } else if (answer instanceof JobState.Failed<TagSighting>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    private void askVirtual() {
        jobs.quiet().<TagSighting>start("ask", _ -> bench.virtual(), answer -> {
            if (answer instanceof JobState.Succeeded<TagSighting>(TagSighting sighting)) {
                known(new TagChoice.Virtual(), sighting);
            } else if (answer instanceof JobState.Failed<TagSighting>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }

    /** An answer counts only while the tag is still there. */
    private void known(TagChoice choice, TagSighting sighting) {
        if (cards.stream().anyMatch(card -> card.choice().equals(choice))) {
            String serial = sighting instanceof TagSighting.Answered answered
                    ? answered.identity().serial()
                    : sighting.port().serial();
            put(TagCard.of(choice, sighting, animalOf(serial), kinds));
        }
    }

    private void put(TagCard card) {
        var now = new ArrayList<>(cards);
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i).choice().equals(card.choice())) {
                if (!now.get(i).equals(card)) {
                    cards.set(i, card);
                }
                return;
            }
        }
        cards.add(card);
    }

    private void remove(TagPort port) {
        cards.removeIf(card -> card.choice().equals(new TagChoice.Plugged(port)));
    }

    /** Who wears a tag now, or empty. */
    private String animalOf(String serial) {
        if (serial.isEmpty()) {
            return "";
        }
        var now = Instant.now();
        return study.project().map(project -> List.copyOf(project.deployments())).orElse(List.of()).stream()
                .filter(worn -> worn.tag().equals(serial))
                .filter(worn -> worn.lastsAt(now))
                .map(worn -> worn.animal())
                .findFirst()
                .orElse("");
    }
}
