package org.ethotag.ui.flash;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;

/** Small things that are asked of a tag beside its model: its clock, a blink. FX thread only. */
final class TagErrands {
    private final Jobs jobs;
    private final TagBench bench;
    private final Consumer<Throwable> problems;
    private final BooleanSupplier busy;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    /** @param busy whether a tag is being flashed, so that none may be asked */
    TagErrands(Jobs jobs, TagBench bench, Consumer<Throwable> problems, BooleanSupplier busy) {
        this.jobs = jobs;
        this.bench = bench;
        this.problems = problems;
        this.busy = busy;
    }

    /** What came of the last one, in words, or empty. */
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Sets the tag's clock to this computer's. */
    void setClock(TagCard card) {
        run(card, chosen -> bench.setClock(chosen.choice()), "flash.clock");
    }

    /** Makes the tag blink. */
    void blink(TagCard card) {
        run(card, chosen -> bench.blink(chosen.choice()), "flash.blink");
    }

    /** @param errand gives false if the tag cannot do it */
    private void run(TagCard card, Predicate<TagCard> errand, String text) {
        if (!card.ready() || busy.getAsBoolean()) {
            return;
        }
        jobs.quiet().<Boolean>start("errand", _ -> errand.test(card), done -> {
            if (done instanceof JobState.Succeeded<Boolean>(Boolean could)) {
                said.set(Texts.of(text + (could ? ".done" : ".not"), card.title()));
            } else if (done instanceof JobState.Failed<Boolean>(Throwable cause)) {
                problems.accept(cause);
            }
        });
    }
}
