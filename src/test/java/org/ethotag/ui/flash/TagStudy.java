package org.ethotag.ui.flash;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.image.Images;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.study.Animal;
import org.ethotag.study.Deployment;
import org.ethotag.study.Tag;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.run.RunKind;
import org.ethotag.workflow.tag.VirtualTags;

/** A study with a quantized model and an animal that wears the emulated tag. */
final class TagStudy {
    static final String RUN = "fixed-1";
    static final ImagePayload PAYLOAD = Images.payload(3, 6);

    private TagStudy() {}

    static void create(Path folder) {
        try (var project = Project.create(folder, "Herd")) {
            project.put(new Animal("Berta", "cattle", ""));
            project.put(new Tag(VirtualTags.SERIAL, VirtualTags.PROFILE));
            project.put(new Deployment("Berta", VirtualTags.SERIAL, Instant.EPOCH, Instant.MAX));
            var blob = PAYLOAD.blob();
            project.saveRun(
                    new RunManifest(
                            RUN,
                            RunKind.QUANTIZED.id(),
                            Instant.parse("2026-05-01T12:00:00Z"),
                            Map.of("tag.profile", VirtualTags.PROFILE),
                            Map.of("model.id", blob.modelId()),
                            1,
                            Map.of()),
                    Map.of(
                            Exported.BLOB,
                            blob.bytes(),
                            Exported.GOLDEN,
                            PAYLOAD.golden().bytes(),
                            "layers.csv",
                            new byte[0]));
        }
    }
}
