package org.ethotag.workflow;

import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Window;
import org.ethotag.export.ModelBlob;
import org.ethotag.model.ModelFile;
import org.ethotag.model.StudentForward;
import org.ethotag.model.StudentModel;
import org.ethotag.model.StudentTrace;
import org.ethotag.model.StudentTrace.Place;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.EdgeName;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.QuantizedGraph;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;
import org.ethotag.workflow.run.ModelNames;
import org.ethotag.workflow.run.RunFiles;
import org.ethotag.workflow.run.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * One window as a student saw it: the raw signal, and under it what the gates did at every step. Callers must not change the
 * arrays.
 *
 * @param window where it lies
 * @param rate samples per second
 * @param valuesG [axis][sample], in g
 * @param classes names, in the order of the logits
 * @param gates what the student did, or null if the run kept no student
 */
public record WindowLook(
        Window window,
        SampleRate rate,
        float[][] valuesG,
        List<String> classes,
        @Nullable Gates gates) {
    /**
     * Gates and logits over time.
     *
     * @param source which student
     * @param reset reset gate, [unit][step], 0 to 1
     * @param update update gate, [unit][step], 0 to 1
     * @param state after each step, [unit][step], -1 to 1
     * @param logits if the window ended after each step, [class][step]
     */
    public record Gates(String source, float[][] reset, float[][] update, float[][] state, float[][] logits) {}

    /**
     * Reads a window from its recording and lets the run's student read it once more: the integer model if the run is one,
     * else the distilled student, in a cross-validation that of the fold which judged the window.
     *
     * @param hidden units of the student, if the run has several sizes
     * @param fold that judged the window
     */
    static WindowLook of(Project project, RunManifest run, List<String> classes, Window window, int fold, int hidden) {
        try (var recording = project.recordings().open(window.session())) {
            var samples = recording.read(window.range());
            var rate = project.session(window.session()).orElseThrow().rate();
            float[][] values = new float[Samples.AXES][];
            for (int axis = 0; axis < Samples.AXES; axis++) {
                values[axis] = samples.axis(axis);
            }
            var seen = inFrame(project, run, fold, classes, window, rate, flat(values));
            return new WindowLook(window, rate, values, classes, gates(project, run, seen, fold, hidden));
        }
    }

    /** As the student saw it: turned into the mounting frame that the run learnt with, if it has one. */
    private static float[] inFrame(
            Project project,
            RunManifest run,
            int fold,
            List<String> classes,
            Window window,
            SampleRate rate,
            float[] values) {
        var spec = WindowSpec.nonOverlapping(values.length / Samples.AXES);
        var one = new Dataset(classes, rate, spec, List.of(window), List.of(values));
        var turned = run.kind().equals(RunKind.CROSSVALIDATION.id())
                ? RunFrames.turned(project, run, fold, one)
                : RunFrames.turned(project, run, one);
        return turned.valuesG(0);
    }

    private static float[] flat(float[][] values) {
        int length = values[0].length;
        float[] flat = new float[Samples.AXES * length];
        for (int axis = 0; axis < Samples.AXES; axis++) {
            System.arraycopy(values[axis], 0, flat, axis * length, length);
        }
        return flat;
    }

    private static @Nullable Gates gates(Project project, RunManifest run, float[] values, int fold, int hidden) {
        var files = project.runFiles(run.id());
        if (files.contains(RunFiles.BLOB)) {
            return ofGraph(
                    ModelBlob.parse(project.runFile(run.id(), RunFiles.BLOB)).graph(), values);
        }
        for (String name : List.of(
                RunFiles.DISTILLED,
                RunFiles.ofFold(fold, ModelNames.DISTILLED + "-" + hidden),
                RunFiles.ofFold(fold, ModelNames.STUDENT + "-" + hidden))) {
            if (files.contains(name)) {
                return ofStudent(name, ModelFile.student(project.runFile(run.id(), name)), values);
            }
        }
        return null;
    }

    private static Gates ofStudent(String name, StudentModel student, float[] values) {
        var forward = new StudentForward(student);
        var trace = forward.trace(values);
        var source = name.replace(".model", "").replace('-', ' ');
        return new Gates(
                source,
                turned(trace, Place.RESET),
                turned(trace, Place.UPDATE),
                turned(trace, Place.HIDDEN),
                turned(forward.logitsOverTime(values)));
    }

    private static float[][] turned(StudentTrace trace, Place place) {
        float[][] rows = new float[trace.hidden()][trace.steps()];
        for (int unit = 0; unit < rows.length; unit++) {
            for (int step = 0; step < rows[unit].length; step++) {
                rows[unit][step] = trace.at(place, step, unit);
            }
        }
        return rows;
    }

    private static float[][] turned(float[][] steps) {
        float[][] rows = new float[steps[0].length][steps.length];
        for (int step = 0; step < steps.length; step++) {
            for (int i = 0; i < rows.length; i++) {
                rows[i][step] = steps[step][i];
            }
        }
        return rows;
    }

    private static Gates ofGraph(QuantizedGraph graph, float[] values) {
        var engine = new IntegerEngine(graph);
        short[][] counts = graph.counts(values);
        float[][] reset = new float[counts.length][];
        float[][] update = new float[counts.length][];
        float[][] state = new float[counts.length][];
        float[][] logits = new float[counts.length][];
        for (int step = 0; step < counts.length; step++) {
            engine.step(counts[step]);
            reset[step] = real(graph, EdgeName.RESET, engine.values(EdgeName.RESET));
            update[step] = real(graph, EdgeName.UPDATE, engine.values(EdgeName.UPDATE));
            state[step] = real(graph, EdgeName.HIDDEN, engine.values(EdgeName.HIDDEN));
            logits[step] = real(graph, EdgeName.LOGITS, engine.logits());
        }
        return new Gates("fixed point", turned(reset), turned(update), turned(state), turned(logits));
    }

    private static float[] real(QuantizedGraph graph, EdgeName edge, int[] integers) {
        float[] real = new float[integers.length];
        IntStream.range(0, real.length)
                .forEach(i -> real[i] = (float) graph.format(edge, i).toReal(integers[i]));
        return real;
    }
}
