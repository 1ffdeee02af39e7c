package org.ethotag.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ethotag.dataset.ClassMap;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Split;
import org.ethotag.dataset.Windowing;
import org.ethotag.evaluation.Baselines;
import org.ethotag.evaluation.Scores;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.WindowSpec;
import org.ethotag.testkit.InMemoryTrace;

/** A made-up herd read back from its text, cut into windows of 5.12 s, with the numbers that are known of real herds. */
record HerdProbe(Dataset dataset) {
    static final ClassMap CLASSES = ClassMap.parse("grazing,walking,resting,other");

    static HerdProbe of(HerdSettings settings) {
        int length = (int) Math.round(5.12 * settings.rate().hertz());
        var windowing = new Windowing(WindowSpec.nonOverlapping(length), CLASSES, 1);
        var generator = new HerdGenerator(settings);
        for (int i = 0; i < settings.animals(); i++) {
            var text = new StringBuilder();
            try {
                generator.write(i, HerdGenerator.Labels.WRITTEN, text, JobMonitor.unwatched());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            add(windowing, settings, generator.animals().get(i), text.toString().split("\n"));
        }
        return new HerdProbe(windowing.dataset());
    }

    private static void add(Windowing windowing, HerdSettings settings, String animal, String[] lines) {
        float[][] g = new float[3][lines.length - 1];
        var bouts = new ArrayList<Bout>();
        int from = 0;
        String last = "";
        for (int i = 0; i < lines.length - 1; i++) {
            var cells = lines[i + 1].split(",");
            for (int axis = 0; axis < 3; axis++) {
                g[axis][i] = Float.parseFloat(cells[axis + 1]);
            }
            if (!cells[4].equals(last) && i > 0) {
                bouts.add(new Bout(new SampleRange(from, i), last));
                from = i;
            }
            last = cells[4];
        }
        bouts.add(new Bout(new SampleRange(from, lines.length - 1), last));
        var whole = new SampleRange(0, lines.length - 1);
        windowing.add(animal, animal, settings.rate(), new InMemoryTrace(g), List.of(whole), bouts);
    }

    /** Of every window of a class: the given number. */
    double[] each(String className, ToDoubleFunction<float[]> number) {
        int label = dataset.classes().indexOf(className);
        return Arrays.stream(dataset.allIndices())
                .filter(i -> dataset.windows().get(i).label() == label)
                .mapToDouble(i -> number.applyAsDouble(dataset.valuesG(i)))
                .sorted()
                .toArray();
    }

    static double quantile(double[] sorted, double q) {
        return sorted[(int) Math.round(q * (sorted.length - 1))];
    }

    static double mean(float[] valuesG, int axis) {
        int length = valuesG.length / 3;
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += valuesG[axis * length + i];
        }
        return sum / length;
    }

    static double sd(float[] valuesG, int axis) {
        int length = valuesG.length / 3;
        double mean = mean(valuesG, axis);
        double squares = 0;
        for (int i = 0; i < length; i++) {
            squares += (valuesG[axis * length + i] - mean) * (valuesG[axis * length + i] - mean);
        }
        return Math.sqrt(squares / length);
    }

    static double normSd(float[] valuesG) {
        int length = valuesG.length / 3;
        float[] norm = new float[length * 3];
        for (int i = 0; i < length; i++) {
            double square = 0;
            for (int axis = 0; axis < 3; axis++) {
                square += valuesG[axis * length + i] * valuesG[axis * length + i];
            }
            norm[i] = (float) Math.sqrt(square);
        }
        return sd(norm, 0);
    }

    /** Where the summed periodogram of the three axes (Hann window) is highest between 0.6 and 5 Hz. */
    static double dominantHz(float[] valuesG, double rateHz) {
        int length = valuesG.length / 3;
        double bestPower = 0;
        double best = 0;
        for (int k = (int) Math.ceil(0.6 * length / rateHz); k <= 5 * length / rateHz; k++) {
            double power = 0;
            for (int axis = 0; axis < 3; axis++) {
                double mean = mean(valuesG, axis);
                double re = 0;
                double im = 0;
                for (int i = 0; i < length; i++) {
                    double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / length);
                    double value = hann * (valuesG[axis * length + i] - mean);
                    re += value * Math.cos(2 * Math.PI * k * i / length);
                    im += value * Math.sin(2 * Math.PI * k * i / length);
                }
                power += re * re + im * im;
            }
            if (power > bestPower) {
                bestPower = power;
                best = k * rateHz / length;
            }
        }
        return best;
    }

    /** MCC of the tree on two numbers, leaving one of the first animals out. */
    double treeMcc(int animals) {
        var first = dataset.animals().subList(0, animals);
        var chosen = dataset.only(Arrays.stream(dataset.allIndices())
                .filter(i -> first.contains(dataset.windows().get(i).animal()))
                .toArray());
        var baselines = Baselines.crossValidated(chosen, Split.leaveOneAnimalOut(chosen));
        return Scores.of(baselines.get(Baselines.TREE)).mcc();
    }
}
