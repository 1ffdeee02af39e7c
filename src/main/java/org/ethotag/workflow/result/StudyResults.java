package org.ethotag.workflow.result;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.evaluation.Timeline;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.Palette;
import org.ethotag.picture.Tones;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.workflow.run.Comparison;

/**
 * What one source says about the sessions of a study, in real time: what budgets, actograms, bouts and transitions are
 * counted from.
 *
 * @param title of the source, for tables and pictures
 * @param provenance how far it may be believed
 * @param remarks what readers have to know, in sentences
 * @param behaviours names by code, in the ethogram's order, those that are not in the ethogram at the end
 * @param colours by code, as {@code #rrggbb}
 * @param timelines one per session
 */
public record StudyResults(
        String title,
        Provenance provenance,
        List<String> remarks,
        Map<String, String> behaviours,
        Map<String, String> colours,
        List<Timeline> timelines) {
    public StudyResults {
        remarks = List.copyOf(remarks);
        behaviours = Collections.unmodifiableMap(new LinkedHashMap<>(behaviours));
        colours = Map.copyOf(colours);
        timelines = List.copyOf(timelines);
    }

    /** Codes of the behaviours in their order. */
    public List<String> codes() {
        return List.copyOf(behaviours.keySet());
    }

    /** What people call a behaviour. */
    public String name(String code) {
        return behaviours.getOrDefault(code, code);
    }

    /** The colour of a behaviour. */
    public String colour(String code) {
        return colours.getOrDefault(code, Tones.MUTED);
    }

    /** Where a bout lies in its recording, as the clock of the recording has it. */
    public static SampleRange samplesOf(Project project, BoutTable.Row row) {
        var session = project.session(row.timeline().id())
                .orElseThrow(() -> new IllegalStateException(
                        "a bout of the unknown session " + row.timeline().id()));
        var clock = SessionClock.of(project, session).clock();
        long from = clock.sampleAt(row.bout().time().from());
        long to = clock.sampleAt(row.bout().time().to());
        return new SampleRange(from, Math.clamp(to, from + 1, session.lengthSamples()));
    }

    /** The same for some animals only; all if none is named. */
    public StudyResults ofAnimals(Collection<String> animals) {
        return animals.isEmpty()
                ? this
                : new StudyResults(
                        title,
                        provenance,
                        remarks,
                        behaviours,
                        colours,
                        timelines.stream()
                                .filter(line -> animals.contains(line.animal()))
                                .toList());
    }

    /**
     * Reads a track of every session. Sessions without that track are in it as recorded and not labelled.
     *
     * @throws ProblemException if no session has the track
     */
    public static StudyResults ofLabels(Project project, String track, JobMonitor monitor) {
        var sessions = project.sessions();
        StudyAgreement.requireTrack(project, sessions, track);
        var tracks = new LinkedHashMap<Session, LabelTrack>();
        for (Session session : sessions) {
            monitor.checkCancelled();
            tracks.put(session, project.labels(session.id(), track));
        }
        return of(project, track, Provenance.LABELS, List.of(), tracks, monitor);
    }

    /**
     * The answers of one model, or the labels of the same windows.
     *
     * @param title of a model of the comparison, or {@link ResultSource.Model#TRUTH}
     */
    static StudyResults ofAnswers(
            Project project,
            String run,
            String title,
            Provenance provenance,
            List<String> remarks,
            Comparison comparison,
            JobMonitor monitor) {
        var answers = title.equals(ResultSource.Model.TRUTH)
                ? comparison.windows().stream().map(window -> window.label()).toList()
                : comparison.models().stream()
                        .filter(model -> model.title().equals(title))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(
                                ResultProblem.NO_SUCH_MODEL,
                                title,
                                run,
                                String.join(
                                        ", ",
                                        comparison.models().stream()
                                                .map(Comparison.ModelAnswers::title)
                                                .toList())))
                        .answers();
        var windows = new LinkedHashMap<String, List<Bout>>();
        for (int i = 0; i < answers.size(); i++) {
            var window = comparison.windows().get(i);
            windows.computeIfAbsent(window.session(), _ -> new ArrayList<>())
                    .add(new Bout(window.range(), comparison.classes().get(answers.get(i))));
        }
        var tracks = new LinkedHashMap<Session, LabelTrack>();
        for (Session session : project.sessions()) {
            if (windows.containsKey(session.id())) {
                tracks.put(session, LabelTrack.layered(title, windows.getOrDefault(session.id(), List.of())));
            }
        }
        var all = new ArrayList<>(remarks);
        if (tracks.size() < windows.size()) {
            all.add((windows.size() - tracks.size()) + " sessions of the run are no longer in the study.");
        }
        return of(project, run + " " + title, provenance, all, tracks, monitor);
    }

    private static StudyResults of(
            Project project,
            String title,
            Provenance provenance,
            List<String> remarks,
            Map<Session, LabelTrack> tracks,
            JobMonitor monitor) {
        var used = new LinkedHashSet<String>();
        var timelines = new ArrayList<Timeline>();
        for (var one : tracks.entrySet()) {
            monitor.checkCancelled();
            monitor.doing(
                    (double) timelines.size() / tracks.size(),
                    "reading",
                    one.getKey().name());
            one.getValue().bouts().forEach(bout -> used.add(bout.behaviour()));
            timelines.add(SessionClock.of(project, one.getKey()).timeline(one.getValue()));
        }
        var ethogram = project.ethogram();
        var names = new LinkedHashMap<String, String>();
        var colours = new LinkedHashMap<String, String>();
        for (Behaviour behaviour : ethogram.behaviours()) {
            if (used.remove(behaviour.code())) {
                names.put(behaviour.code(), behaviour.name());
                colours.put(behaviour.code(), behaviour.colour());
            }
        }
        for (String code : used) { // classes that put several behaviours together
            names.put(code, code);
            colours.put(code, freeColour(ethogram, colours));
        }
        return new StudyResults(title, provenance, remarks, names, colours, timelines);
    }

    private static String freeColour(Ethogram ethogram, Map<String, String> taken) {
        return Palette.next(
                taken.isEmpty()
                        ? ethogram.behaviours().stream().map(Behaviour::colour).toList()
                        : taken.values());
    }
}
