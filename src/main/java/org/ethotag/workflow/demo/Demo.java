package org.ethotag.workflow.demo;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.TagProfiles;
import org.ethotag.job.JobMonitor;
import org.ethotag.project.Project;
import org.ethotag.workflow.DistilStep;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.FlashStep;
import org.ethotag.workflow.FlashStep.Place;
import org.ethotag.workflow.LearningWatcher;
import org.ethotag.workflow.QuantizeStep;
import org.ethotag.workflow.TrainTeacherStep;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.tag.FlashWork;
import org.ethotag.workflow.tag.VirtualTags;

/** Every step, from the sample recordings to a virtual tag that has proved itself. */
public final class Demo {
    private static final int WEIGHT_BITS = 16;

    private final Path folder;
    private final List<Path> files;
    private final DemoSettings settings;
    private final UserFolder user;

    /**
     * @param folder of the study to make, or of one that the demo made before
     * @param files the sample recordings
     * @param user whose key signs, and where the virtual tag keeps its memory
     */
    public Demo(Path folder, List<Path> files, DemoSettings settings, UserFolder user) {
        this.folder = folder;
        this.files = List.copyOf(files);
        this.settings = settings;
        this.user = user;
    }

    /** Runs all steps; each leaves its result in the study. */
    public DemoResult run(LearningWatcher watcher, JobMonitor monitor) {
        SampleStudy.make(folder, files, monitor.part(0, 0.05));
        try (var project = Project.open(folder)) {
            var workflow = new Workflow(project);
            var teacher = workflow.run(
                    new TrainTeacherStep(settings.windows(), settings.holdOut(), settings.width(), settings.teacher()),
                    watcher,
                    monitor.part(0.05, 0.45));
            var students = workflow.run(
                    new DistilStep(teacher.id(), settings.shape(), settings.distillation(), settings.student()),
                    watcher,
                    monitor.part(0.45, 0.9));
            var quantized = workflow.run(
                    new QuantizeStep(students.id(), WEIGHT_BITS, VirtualTags.PROFILE), monitor.part(0.9, 0.95));
            var id = quantized.manifest().id();
            var exported = workflow.run(
                    new ExportStep(id, folder.resolve("exports").resolve(id), VirtualTags.PROFILE, user.signingKey()),
                    monitor.part(0.95, 0.96));
            var receipt = flash(exported.image(), monitor.part(0.96, 1));
            workflow.keep(receipt, "");
            return new DemoResult(workflow.comparison(id), receipt);
        }
    }

    /** Behind a serial device where there are pseudo-terminals, so that the real serial library takes part. */
    private FlashReceipt flash(Path image, JobMonitor monitor) {
        var flashing = new FlashWork(user);
        if (!VirtualTags.canStandBehindADevice()) {
            return flashing.run(new FlashStep(image, new Place.Virtual(), "", List.of(), true), monitor);
        }
        var trusted = List.of(user.publicKey());
        var profile = TagProfiles.builtIn().named(VirtualTags.PROFILE);
        var link = folder.toAbsolutePath().resolve("demo-tag");
        try (var port = new VirtualTags(user).behind(link, profile, trusted, List.of())) {
            var place = new Place.Port(port.link().toString());
            return flashing.run(new FlashStep(image, place, "", List.of(), true), monitor);
        }
    }
}
