package org.ethotag.ui.flash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ethotag.export.ModelBlob;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.RollCallList;
import org.ethotag.flash.rollcall.RollCallOrder.End;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.FlashWork;
import org.ethotag.workflow.QuantizedRun;
import org.ethotag.workflow.RollCallStep;
import org.ethotag.workflow.RollCallWork;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.VirtualTags;
import org.ethotag.workflow.Workflow;

/** The tags of this computer, the emulated one included, and images signed with the user's key. */
public final class UserBench implements TagBench {
    private static final double SIGNED = 0.1;
    private static final int AXES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BLINK = Duration.ofSeconds(5);

    private final UserFolder user;

    public UserBench(UserFolder user) {
        this.user = user;
    }

    /** Only USB devices: boards list ports of their own to which nobody ever connects anything. */
    @Override
    public TagBay bay() {
        return TagBay.serial(List.of(), false);
    }

    @Override
    public TagSighting virtual() {
        try (var tag = new VirtualTags(user).inProcess(List.of(user.publicKey()))) {
            return PracticeBay.sighting(tag, new TagPort("", "emulated tag", tag.serial(), -1, -1));
        }
    }

    @Override
    public FlashReceipt flash(
            Project project, String quantizedRun, TagChoice tag, String serial, String animal, JobMonitor monitor) {
        var workflow = new Workflow(project);
        monitor.progress(0, "Signing the model image");
        Path image = image(project, quantizedRun);
        try {
            // choosing a model in the window is consent to an older one
            var step = new FlashStep(image, placeOf(tag), serial, List.of(), true);
            var receipt = new FlashWork(user).run(step, monitor.part(SIGNED, 1));
            if (!project.readOnly()) {
                workflow.keep(receipt, animal);
            }
            return receipt;
        } finally {
            remove(image);
        }
    }

    private static Place placeOf(TagChoice tag) {
        return switch (tag) {
            case TagChoice.Virtual _ -> new Place.Virtual();
            case TagChoice.Plugged(TagPort port) -> new Place.Port(port.path());
        };
    }

    @Override
    public LiveWindow live(Project project, String quantizedRun, TagChoice tag) {
        var blob = ModelBlob.parse(project.runFile(quantizedRun, Exported.BLOB));
        return on(tag, link -> live(link, blob));
    }

    private static LiveWindow live(TagLink link, ModelBlob blob) {
        var said = link.live();
        if (said.isEmpty()) {
            throw new ProblemException(FlashProblem.TAG_REFUSED, link.name(), "live classification", "no such command");
        }
        String running = said.get().modelId();
        if (!running.equals(blob.modelId())) {
            throw new ProblemException(
                    FlashProblem.STATE_UNCLEAR, link.portSerial(), "it runs model " + running + ", not the chosen one");
        }
        var samples = link.liveSamples(said.get().number());
        int length = blob.graph().windows().lengthSamples();
        if (samples.isEmpty() || samples.get().length != length * AXES * Short.BYTES) {
            throw new ProblemException(FlashProblem.BAD_ANSWER, link.name(), "live samples");
        }
        var here = new IntegerEngine(blob.graph()).logits(counts(samples.get()));
        return new LiveWindow(
                said.get().number(),
                said.get().label(),
                said.get().logits(),
                IntStream.of(here).boxed().toList());
    }

    private static short[][] counts(byte[] bytes) {
        var read = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        short[][] counts = new short[read.remaining() / AXES][AXES];
        for (short[] sample : counts) {
            read.get(sample);
        }
        return counts;
    }

    @Override
    public boolean setClock(TagChoice tag) {
        return on(tag, link -> link.setTime(Instant.now()));
    }

    @Override
    public boolean blink(TagChoice tag) {
        return on(tag, link -> link.identify(BLINK));
    }

    private <R> R on(TagChoice choice, Function<TagLink, R> talk) {
        switch (choice) {
            case TagChoice.Virtual _ -> {
                try (var tag = new VirtualTags(user).inProcess(List.of(user.publicKey()));
                        var link = tag.connector().connect("", PATIENCE)) {
                    return talk.apply(link);
                }
            }
            case TagChoice.Plugged(TagPort port) -> {
                try (var link = SerialConnector.at(port.path()).connect("", PATIENCE)) {
                    return talk.apply(link);
                }
            }
        }
    }

    @Override
    public RollCallBoard rollCall(
            Project project,
            String quantizedRun,
            Path list,
            boolean practice,
            Consumer<RollCallBoard> watcher,
            JobMonitor monitor) {
        var workflow = new Workflow(project);
        Path image = image(project, quantizedRun);
        var step = new RollCallStep(image, list, List.of(), true, End.WHEN_COMPLETE);
        try {
            if (!practice) {
                return call(step, bay(), project, workflow, watcher, monitor);
            }
            var entries = RollCallList.read(list).entries();
            var trusted = List.of(user.publicKey());
            try (var bay = new PracticeBay(entries, new VirtualTags(user), profileOf(project, quantizedRun), trusted)) {
                return call(step, bay, project, workflow, watcher, monitor);
            }
        } finally {
            remove(image);
        }
    }

    private RollCallBoard call(
            RollCallStep step,
            TagBay bay,
            Project project,
            Workflow workflow,
            Consumer<RollCallBoard> watcher,
            JobMonitor monitor) {
        return new RollCallWork(user)
                .run(
                        step,
                        bay,
                        watcher,
                        ended -> {
                            if (!project.readOnly()) {
                                workflow.keep(ended.receipt(), ended.entry().animal());
                            }
                        },
                        monitor);
    }

    private static String profileOf(Project project, String run) {
        return project.run(run)
                .map(QuantizedRun::profile)
                .filter(id -> !id.isEmpty())
                .orElse(VirtualTags.PROFILE);
    }

    /** The run as a signed image in a file of its own, named like the run. */
    private Path image(Project project, String run) {
        try {
            Path folder = Files.createTempDirectory("ethotag-image");
            var step = new ExportStep(run, folder, profileOf(project, run), user.signingKey());
            return Files.write(folder.resolve(run + ".bin"), new Workflow(project).image(step));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path image) {
        try {
            Files.delete(image);
            Files.delete(image.toAbsolutePath().getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
