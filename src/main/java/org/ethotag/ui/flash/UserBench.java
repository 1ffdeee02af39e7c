package org.ethotag.ui.flash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagPorts;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.FlashWork;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.Workflow;

/** The tags of this computer, the emulated one included, and images signed with the user's key. */
public final class UserBench implements TagBench {
    private static final String USUAL_PROFILE = "virtual";
    private static final double SIGNED = 0.1;

    private final UserFolder user;

    public UserBench(UserFolder user) {
        this.user = user;
    }

    /** Only USB devices: boards list ports of their own to which nobody ever connects anything. */
    @Override
    public List<TagPort> ports() {
        return TagPorts.list().stream().filter(port -> port.vendor() >= 0).toList();
    }

    @Override
    public FlashReceipt flash(Project project, String quantizedRun, TagChoice tag, JobMonitor monitor) {
        var workflow = new Workflow(project);
        var exported = export(project, quantizedRun, workflow, monitor.part(0, SIGNED));
        try {
            // choosing a model in the window is consent to an older one
            var step = new FlashStep(exported.image(), placeOf(tag), "", List.of(), true);
            var receipt = new FlashWork(user).run(step, monitor.part(SIGNED, 1));
            if (!project.readOnly()) {
                workflow.keep(receipt, "");
            }
            return receipt;
        } finally {
            remove(exported.folder());
        }
    }

    private static Place placeOf(TagChoice tag) {
        return switch (tag) {
            case TagChoice.Virtual _ -> new Place.Virtual();
            case TagChoice.Plugged(TagPort port) -> new Place.Port(port.path());
        };
    }

    private Exported export(Project project, String run, Workflow workflow, JobMonitor monitor) {
        String named = project.run(run)
                .map(manifest -> manifest.settings().getOrDefault("tag.profile", ""))
                .orElse("");
        try {
            Path folder = Files.createTempDirectory("ethotag-image");
            var step = new ExportStep(run, folder, named.isEmpty() ? USUAL_PROFILE : named, user.signingKey());
            return workflow.run(step, monitor);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
