package org.ethotag.ui.flash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ethotag.export.ModelBlob;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.LiveComparison;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagLink;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.rollcall.RollCallBoard;
import org.ethotag.flash.rollcall.RollCallList;
import org.ethotag.flash.rollcall.RollCallOrder.End;
import org.ethotag.flash.rollcall.TagBay;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.QuantizedRun;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.tag.FlashWork;
import org.ethotag.workflow.tag.RollCallStep;
import org.ethotag.workflow.tag.RollCallWork;
import org.ethotag.workflow.tag.VirtualTags;

/** The tags of this computer, the emulated one included, and images signed with the user's key. */
public final class UserBench implements TagBench {
    private static final double SIGNED = 0.1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BLINK = Duration.ofSeconds(5);

    /** More than any model's window is long. */
    private static final Duration FIRST_WINDOW = Duration.ofSeconds(10);

    private final UserFolder user;
    private final Instant opened = Instant.now();

    public UserBench(UserFolder user) {
        this.user = user;
    }

    /** Only USB devices: boards list ports of their own to which nobody ever connects anything. */
    @Override
    public TagBay bay(TagProfiles kinds) {
        return TagBay.serial(List.of(), false, kinds, TagClock.system());
    }

    @Override
    public TagProfiles kinds() {
        return user.profiles();
    }

    @Override
    public TagSighting virtual() {
        try (var tag = new VirtualTags(user).inProcess(trusted())) {
            return PracticeBay.sighting(tag, new TagPort("", "emulated tag", tag.serial(), -1, -1));
        }
    }

    @Override
    public FlashReceipt flash(
            Project project,
            String quantizedRun,
            TagChoice tag,
            String serial,
            String animal,
            Passphrase passphrase,
            JobMonitor monitor) {
        var workflow = new Workflow(project);
        monitor.doing(0, "signing");
        Path image = image(project, quantizedRun, passphrase);
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
    public Optional<LiveWindow> live(Project project, String quantizedRun, TagChoice tag) {
        var blob = ModelBlob.parse(project.runFile(quantizedRun, Exported.BLOB));
        var classes = blob.graph().classes();
        return on(tag, link -> {
            var comparison = new LiveComparison(blob, 1);
            comparison.requireModel(link);
            var found = new ArrayList<LiveWindow>();
            comparison.newest(
                    link,
                    window -> found.add(new LiveWindow(
                            window.tagClass() >= 0 && window.tagClass() < classes.size()
                                    ? classes.get(window.tagClass())
                                    : "",
                            window)));
            return found.stream().findFirst();
        });
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
                try (var tag = new VirtualTags(user).inProcess(trusted());
                        var link = tag.connector().connect("", PATIENCE)) {
                    link.clock().pause(uptime());
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

    /** It starts anew for each question; on its clock, which jumps, it has run since this window was opened. */
    private Duration uptime() {
        return Duration.between(opened, Instant.now()).plus(FIRST_WINDOW);
    }

    @Override
    public RollCallBoard rollCall(
            Project project,
            String quantizedRun,
            Path list,
            boolean practice,
            Passphrase passphrase,
            Consumer<RollCallBoard> watcher,
            JobMonitor monitor) {
        var workflow = new Workflow(project);
        Path image = image(project, quantizedRun, passphrase);
        var step = new RollCallStep(image, list, List.of(), true, End.WHEN_COMPLETE);
        try {
            if (!practice) {
                return call(step, bay(user.profiles()), project, workflow, watcher, monitor);
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

    /** None while a locked key has no public half beside it: the emulated tag still says who it is. */
    private List<PublicKey> trusted() {
        Path key = user.signingKey();
        boolean hidden = !Files.exists(UserFolder.publicFile(key)) && Files.exists(key);
        return hidden && ModelKeys.needsPassphrase(key) ? List.of() : List.of(user.publicKey());
    }

    /** The run as a signed image in a file of its own, named like the run; no file is made if the key stays locked. */
    private Path image(Project project, String run, Passphrase passphrase) {
        Path key = user.signingKey();
        var keys = UserFolder.keys(key, KeyKind.ECDSA_P256, passphrase);
        try {
            if (!Files.exists(UserFolder.publicFile(key))) {
                // from now on checking needs no passphrase
                Files.writeString(UserFolder.publicFile(key), keys.publicPem(), StandardCharsets.US_ASCII);
            }
            Path folder = Files.createTempDirectory("ethotag-image");
            var step = new ExportStep(run, folder, profileOf(project, run), key, passphrase);
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
