package org.ethotag.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.workflow.ExportStep;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag export}: what leaves for the tag. */
@picocli.CommandLine.Command(
        name = "export",
        description = "Writes the integer model, its golden windows, the signed image for tags and the public key.")
final class ExportCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--quantized", required = true, paramLabel = "RUN", description = "The quantized run.")
    private String quantized = "";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that is empty or new.")
    private Path out = Path.of("");

    @Option(
            names = "--profile",
            defaultValue = "virtual",
            description = "Tag profile that the image is for (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Option(
            names = "--key",
            paramLabel = "PEM",
            description = "Private key, PKCS#8; made there if the file does not exist (default: your own key).")
    private @Nullable Path key;

    @Option(
            names = "--for",
            defaultValue = "",
            paramLabel = "NAME",
            description =
                    "The tag on an animal, as \"ethotag frame\" lists it, whose mounting frame goes into the model.")
    private String mountedTag = "";

    @Mixin
    private PassphraseOptions passphrases = new PassphraseOptions();

    @Override
    public Integer call() {
        var signing = key == null ? user().signingKey() : key;
        try (var project = study.open();
                var passphrase = passphrases.of(signing)) {
            var step = new ExportStep(quantized, out, profile, signing, passphrase, mountedTag);
            var workflow = new Workflow(project);
            var exported = workflow.run(step, monitor());
            if (!mountedTag.isEmpty()) {
                workflow.mountings(JobMonitor.unwatched()).tags().stream()
                        .filter(tag -> tag.on().name().equals(mountedTag))
                        .map(tag -> tag.on().animal())
                        .flatMap(animal ->
                                workflow.unlikeTraining(quantized, Set.of(animal), JobMonitor.unwatched()).stream())
                        .forEach(tag -> note(tag.words()));
            }
            var document = new LinkedHashMap<String, Object>();
            document.put("folder", exported.folder().toString());
            document.put("image", exported.image().toString());
            document.put("imageBytes", exported.imageBytes());
            document.put("modelId", exported.modelId());
            document.put("key", signing.toString());
            answer(
                    document,
                    "Model %s is in %s; flash %s (%,d bytes), signed with %s."
                            .formatted(
                                    exported.modelId(),
                                    exported.folder(),
                                    exported.image().getFileName(),
                                    exported.imageBytes(),
                                    signing));
        }
        return DONE;
    }
}
