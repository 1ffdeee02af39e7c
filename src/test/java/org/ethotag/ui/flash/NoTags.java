package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagConnector;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagWatch;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.Problem;
import org.ethotag.project.Project;

/** A computer at which nothing is plugged in. */
public class NoTags implements TagBench {
    /** Without any tag. */
    public static TagBench bench() {
        return new NoTags();
    }

    @Override
    public TagBay bay(TagProfiles kinds) {
        return new TagBay() {
            @Override
            public TagWatch.Changes look() {
                return new TagWatch.Changes(List.of(), List.of(), List.of(), List.of());
            }

            @Override
            public TagSighting ask(TagPort port) {
                throw new IllegalStateException("nobody is there");
            }

            @Override
            public TagConnector connector(TagPort port) {
                throw new IllegalStateException("nobody is there");
            }

            @Override
            public TagClock clock() {
                return TagClock.system();
            }
        };
    }

    @Override
    public TagProfiles kinds() {
        return TagProfiles.builtIn();
    }

    @Override
    public TagSighting virtual() {
        var port = new TagPort("", "", "", -1, -1);
        return new TagSighting.Troubled(
                port, TagSighting.Trouble.NO_ANSWER, Problem.of(FlashProblem.NO_ANSWER, "nowhere"));
    }

    @Override
    public FlashReceipt flash(
            Project project,
            String run,
            TagChoice tag,
            String serial,
            String animal,
            Passphrase passphrase,
            JobMonitor monitor) {
        throw new IllegalStateException("no tag is flashed here");
    }

    @Override
    public Optional<LiveWindow> live(Project project, String run, TagChoice tag) {
        throw new IllegalStateException("no tag is asked here");
    }

    @Override
    public boolean setClock(TagChoice tag) {
        throw new IllegalStateException("no tag is asked here");
    }

    @Override
    public boolean blink(TagChoice tag) {
        throw new IllegalStateException("no tag is asked here");
    }

    @Override
    public RollCallBoard rollCall(
            Project project,
            String run,
            Path list,
            boolean practice,
            Passphrase passphrase,
            Consumer<RollCallBoard> watcher,
            JobMonitor monitor) {
        throw new IllegalStateException("no tag is called here");
    }
}
