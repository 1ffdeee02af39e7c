package org.ethotag.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;

/** A generated herd in a study, in which one bout in twenty is given a wrong label. */
public final class PlantedHerd {
    private static final double SHARE = 0.05;

    private final Map<String, List<SampleRange>> planted;

    private PlantedHerd(Map<String, List<SampleRange>> planted) {
        this.planted = planted;
    }

    /**
     * Imports the herd and plants the labels.
     *
     * @param project an empty study
     * @param rawFiles where the generated files go
     */
    public static PlantedHerd in(
            Project project, Path rawFiles, int animals, double rateHz, Duration duration, long seed) {
        var base = HerdSettings.sampleData();
        var herd =
                new HerdSettings(seed, animals, new SampleRate(rateHz), duration, base.timeCompression(), base.start());
        var generator = new HerdGenerator(herd);
        var files = generator.writeAll(rawFiles, JobMonitor.unwatched());
        for (int i = 0; i < files.size(); i++) {
            var settings = ImportSettings.guessed()
                    .withAnimal(generator.animals().get(i))
                    .withColumns("t=time,x=x,y=y,z=z,label=label");
            new Workflow(project).run(new ImportStep(List.of(files.get(i)), settings), JobMonitor.unwatched());
        }
        var random = new Random(seed);
        var planted = new HashMap<String, List<SampleRange>>();
        for (var session : project.sessions()) {
            planted.put(session.id(), plant(project, session.id(), random));
        }
        return new PlantedHerd(planted);
    }

    /** Each bout is chosen with the same chance, and gets any of the other behaviours. */
    private static List<SampleRange> plant(Project project, String session, Random random) {
        var codes = project.ethogram().codes();
        LabelTrack truth = project.labels(session);
        var ranges = new ArrayList<SampleRange>();
        for (Bout bout : truth.bouts()) {
            if (random.nextDouble() < SHARE) {
                var others = codes.stream()
                        .filter(code -> !code.equals(bout.behaviour()))
                        .toList();
                var wrong = others.get(random.nextInt(others.size()));
                project.edit(session, "Wrong", new LabelEdit.Relabel(bout.range(), wrong));
                ranges.add(bout.range());
            }
        }
        return List.copyOf(ranges);
    }

    /** How many bouts are wrong. */
    public int size() {
        return planted.values().stream().mapToInt(List::size).sum();
    }

    /** Whether more than half of the samples of a range carry a wrong label. */
    public boolean isWrong(String session, SampleRange range) {
        long wrong = planted.getOrDefault(session, List.of()).stream()
                .flatMap(one -> one.intersection(range).stream())
                .mapToLong(SampleRange::length)
                .sum();
        return 2 * wrong > range.length();
    }
}
