package org.ethotag.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethotag.export.CBundleWriter;
import org.ethotag.export.GoldenWindows;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.ModelBlob;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.uf2.Uf2Writer;
import org.ethotag.flash.TagProfile;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.QuantizationProblem;
import org.ethotag.quantization.SensorScale;
import org.ethotag.signal.Rotation;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/** Carries out an {@link ExportStep}: everything is made in memory first, so that a problem leaves no half folder. */
final class ExportWork {
    private final Project project;
    private final RunArchive archive;

    ExportWork(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    Exported run(ExportStep step, JobMonitor monitor) {
        requireFree(step.folder());
        monitor.doing(0.3, "signing");
        var signed = sign(step, monitor.part(0.3, 0.6));
        monitor.doing(0.6, "writing", step.folder());
        write(step.folder(), files(signed));
        return new Exported(
                step.folder(),
                step.folder().resolve(Exported.IMAGE),
                signed.payload().blob().modelId(),
                signed.image().size());
    }

    /** What is written, still in memory. */
    private record Signed(
            RunManifest run,
            ImagePayload payload,
            Optional<Rotation> frame,
            ModelImage image,
            ModelKeys keys,
            TagProfile profile) {}

    /** The signed image alone, as flashing needs it; nothing is written but a new key. */
    byte[] image(ExportStep step) {
        return sign(step, JobMonitor.unwatched()).image().bytes();
    }

    private Signed sign(ExportStep step, JobMonitor monitor) {
        var run = archive.run(step.quantizedRun(), RunKind.QUANTIZED);
        requireBlob(run);
        var blob = ModelBlob.parse(project.runFile(run.id(), RunFiles.BLOB));
        var golden = GoldenWindows.parse(project.runFile(run.id(), RunFiles.GOLDEN));
        var profile = UserFolder.ofThisUser().profile(step.profile());
        requireSensor(run, blob, profile);
        var keys = UserFolder.keys(step.key(), KeyKind.ECDSA_P256, step.passphrase());
        var target = new ImageTarget(profile.hardwareId(), version(run), profile.minimumFirmware());
        var frame = frame(step, run, monitor);
        var payload =
                frame.map(rotation -> mounted(blob, golden, rotation)).orElseGet(() -> new ImagePayload(blob, golden));
        return new Signed(run, payload, frame, ModelImage.sign(payload, target, keys), keys, profile);
    }

    private static ImagePayload mounted(ModelBlob blob, GoldenWindows golden, Rotation rotation) {
        var mounted = blob.mounted(rotation);
        return new ImagePayload(mounted, golden.mounted(mounted, rotation));
    }

    /** How the tag sits that the model is for; nothing if it is for any. */
    private Optional<Rotation> frame(ExportStep step, RunManifest run, JobMonitor monitor) {
        if (step.mountedTag().isEmpty()) {
            return Optional.empty();
        }
        var found = StudyFrames.tagsBesideRun(project, run, monitor).entrySet().stream()
                .filter(frame -> frame.getKey().name().equals(step.mountedTag()))
                .map(Map.Entry::getValue)
                .findFirst();
        if (found.isEmpty()) {
            throw new ProblemException(WorkflowProblem.NO_FRAME_OF_TAG, step.mountedTag(), run.id());
        }
        return found;
    }

    /** A tag takes a model of a higher version without asking; the run's number grows with every quantization. */
    private static ImageVersion version(RunManifest run) {
        int number = Integer.parseInt(run.id().substring(run.id().lastIndexOf('-') + 1));
        return ImageVersion.of(1, 0, number);
    }

    private static void requireBlob(RunManifest run) {
        if (!QuantizedRun.canBeExported(run)) {
            throw new ProblemException(
                    QuantizationProblem.STUDY_ONLY, run.settings().getOrDefault(RunArchive.STUDY_ONLY, ""));
        }
    }

    private static void requireSensor(RunManifest run, ModelBlob blob, TagProfile profile) {
        var sensor = new SensorScale(profile.sensor().rangeG(), profile.sensor().countsPerG());
        if (!blob.graph().sensor().equals(sensor)) {
            throw new ProblemException(
                    WorkflowProblem.OTHER_SENSOR,
                    run.id(),
                    blob.graph().sensor().countsPerG(),
                    profile.id(),
                    sensor.countsPerG());
        }
    }

    private Map<String, byte[]> files(Signed signed) {
        var payload = signed.payload();
        var uf2 = signed.profile().uf2();
        var files = new LinkedHashMap<String, byte[]>();
        files.put(Exported.BLOB, payload.blob().bytes());
        files.put(Exported.GOLDEN, payload.golden().bytes());
        files.put(Exported.IMAGE, signed.image().bytes());
        files.put("public-key.pem", signed.keys().publicPem().getBytes(StandardCharsets.US_ASCII));
        files.put("public-key.c", signed.keys().publicC().getBytes(StandardCharsets.US_ASCII));
        files.put(RunFiles.LAYERS, project.runFile(signed.run().id(), RunFiles.LAYERS));
        CBundleWriter.files(payload, student(signed))
                .forEach((name, content) -> files.put(Exported.C_BUNDLE + "/" + name, content));
        if (uf2.family() != 0) {
            files.put(Exported.UF2, Uf2Writer.write(payload.bytes(), uf2.family(), uf2.address()));
        }
        return files;
    }

    /** What was quantized, for comparison on the tag. */
    private StudentModel student(Signed signed) {
        String studentRun = RunArchive.input(signed.run(), RunArchive.STUDENT_RUN);
        var student = ModelFile.student(project.runFile(studentRun, RunFiles.DISTILLED));
        return signed.frame().map(student::mounted).orElse(student);
    }

    private static void requireFree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
            if (content.findAny().isPresent()) {
                throw new ProblemException(WorkflowProblem.EXPORT_FOLDER_IN_USE, folder);
            }
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, folder, failure).causedBy(failure);
        }
    }

    private static void write(Path folder, Map<String, byte[]> files) {
        try {
            Files.createDirectories(folder);
            for (var file : files.entrySet()) {
                var path = folder.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.write(path, file.getValue());
            }
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, folder, failure).causedBy(failure);
        }
    }
}
