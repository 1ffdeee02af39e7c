package org.ethotag.workflow;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.Dataset;
import org.ethotag.export.GoldenWindows;
import org.ethotag.export.ModelBlob;
import org.ethotag.export.WeightLayout;
import org.ethotag.job.JobMonitor;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentModel;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.quantization.Quantizer;
import org.ethotag.quantization.SensorScale;
import org.ethotag.quantization.report.LayerReport;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunArchive;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;

/** Carries out a {@link QuantizeStep}. */
final class QuantizeWork {
    /** The report compares value by value over every time step, so a few hundred windows say all there is. */
    private static final int MOST_REPORTED_WINDOWS = 400;

    /** Within the 16 to 64 that an image carries (fixed-point, section 3). */
    private static final int GOLDEN_WINDOWS = 32;

    private final Project project;
    private final RunArchive archive;

    QuantizeWork(Project project) {
        this.project = project;
        this.archive = new RunArchive(project);
    }

    /** @param layers what it cost, layer by layer */
    record Made(RunDraft draft, QuantizedGraph graph, LayerTable layers) {}

    Made make(QuantizeStep step, JobMonitor monitor) {
        var studentRun = archive.run(step.studentRun(), RunKind.STUDENT);
        var divided = StudentWork.divided(project, studentRun, monitor.part(0, 0.1));
        var student = ModelFile.student(project.runFile(studentRun.id(), RunFiles.DISTILLED));
        var training = divided.dataset().only(divided.fold().train());
        monitor.doing(0.1, "quantizing");
        var graph = Quantizer.quantize(student, training, forProfile(step.settings(), step.profile()));
        int[] judged = judged(divided);
        var report = LayerReport.of(graph, student, divided.dataset(), thinned(judged), monitor.part(0.1, 0.7));
        var layers = LayerTable.of(report, divided.dataset());
        var comparison = comparison(
                studentRun, student, graph, divided.dataset(), divided.fold().test(), monitor.part(0.7, 1));
        var files = new LinkedHashMap<String, byte[]>();
        files.put(RunFiles.LAYERS, layers.layersCsv().getBytes(StandardCharsets.UTF_8));
        files.put(RunFiles.FLIPS, layers.flipsCsv().getBytes(StandardCharsets.UTF_8));
        var modelId = model(step, graph, training, files);
        var draft = new RunDraft(
                RunKind.QUANTIZED,
                settings(step, studentRun, graph, modelId),
                inputs(studentRun, modelId),
                studentRun.seed(),
                Map.of(),
                files,
                comparison,
                List.of(
                        new Score(ModelNames.FIXED, RunArchive.COMPARED, layers.windows()),
                        new Score(ModelNames.FIXED, "agreement with float", layers.agreement())));
        return new Made(draft, graph, layers);
    }

    /** What the profile's processor runs fastest. */
    private static WeightLayout layout(QuantizeStep step) {
        return step.profile().isEmpty()
                ? WeightLayout.SIX_ROW_BLOCKS
                : WeightLayout.forCore(
                        UserFolder.ofThisUser().profile(step.profile()).mcu().core());
    }

    /** Adds blob and golden windows to the files of the run, and gives the model's id; nothing if it is for study only. */
    private static String model(QuantizeStep step, QuantizedGraph graph, Dataset training, Map<String, byte[]> files) {
        if (!graph.isCarriedByBlob()) {
            return "";
        }
        var blob = ModelBlob.of(graph, layout(step));
        files.put(RunFiles.BLOB, blob.bytes());
        files.put(
                RunFiles.GOLDEN,
                GoldenWindows.of(blob, training, GOLDEN_WINDOWS).bytes());
        return blob.modelId();
    }

    /** The graph of a quantized run. */
    QuantizedGraph graph(RunManifest run, JobMonitor monitor) {
        return project.runFiles(run.id()).contains(RunFiles.BLOB)
                ? ModelBlob.parse(project.runFile(run.id(), RunFiles.BLOB)).graph()
                : studyGraph(run, monitor);
    }

    /** The graph of a run that is for study only, made once more; it has no blob to read it from. */
    private QuantizedGraph studyGraph(RunManifest run, JobMonitor monitor) {
        var studentRun = archive.run(RunArchive.input(run, RunArchive.STUDENT_RUN), RunKind.STUDENT);
        var divided = StudentWork.divided(project, studentRun, monitor);
        var student = ModelFile.student(project.runFile(studentRun.id(), RunFiles.DISTILLED));
        var profile = run.settings().getOrDefault(RunArchive.PROFILE, "");
        return Quantizer.quantize(
                student,
                divided.dataset().only(divided.fold().train()),
                forProfile(LayerText.of(run.settings()), profile));
    }

    private static QuantizationSettings forProfile(QuantizationSettings settings, String profile) {
        if (profile.isEmpty()) {
            return settings;
        }
        var sensor = UserFolder.ofThisUser().profile(profile).sensor();
        return settings.withSensor(new SensorScale(sensor.rangeG(), sensor.countsPerG()));
    }

    /** The held-out windows, or all if the run held nothing out. */
    private static int[] judged(StudentWork.Divided divided) {
        int[] test = divided.fold().test();
        return test.length > 0 ? test : divided.dataset().allIndices();
    }

    private static int[] thinned(int[] windows) {
        int step = Math.ceilDiv(windows.length, MOST_REPORTED_WINDOWS);
        int[] some = new int[Math.ceilDiv(windows.length, Math.max(1, step))];
        for (int i = 0; i < some.length; i++) {
            some[i] = windows[i * step];
        }
        return some;
    }

    private Comparison comparison(
            RunManifest studentRun,
            StudentModel student,
            QuantizedGraph graph,
            Dataset dataset,
            int[] test,
            JobMonitor monitor) {
        var before = archive.comparison(studentRun);
        if (before.models().isEmpty()) {
            return before;
        }
        return before.and(List.of(Answers.ofFixed(student, graph, dataset, test, monitor)));
    }

    private static Map<String, String> settings(
            QuantizeStep step, RunManifest studentRun, QuantizedGraph graph, String modelId) {
        var settings = new LinkedHashMap<>(studentRun.settings());
        settings.put("quantization.weightBits", String.valueOf(graph.weightBits()));
        settings.putAll(LayerText.toMap(step.settings()));
        settings.put(RunArchive.PROFILE, step.profile());
        if (modelId.isEmpty()) {
            settings.put(RunArchive.STUDY_ONLY, String.join("; ", graph.studyOnly()));
        }
        return settings;
    }

    private static Map<String, String> inputs(RunManifest studentRun, String modelId) {
        var own = new LinkedHashMap<>(Map.of(RunArchive.STUDENT_RUN, studentRun.id()));
        if (!modelId.isEmpty()) {
            own.put(RunArchive.MODEL_ID, modelId);
        }
        return StudentWork.inputs(studentRun, own);
    }
}
