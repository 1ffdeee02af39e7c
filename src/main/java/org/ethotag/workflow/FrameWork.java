package org.ethotag.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ethotag.job.JobMonitor;
import org.ethotag.mounting.HerdPosture;
import org.ethotag.mounting.PostureBlocks;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.Rotation;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Mounting.Origin;
import org.ethotag.workflow.run.RunArchive;

/** Finds, sets and judges the mounting frames of a study. */
final class FrameWork {
    private final Project project;

    FrameWork(Project project) {
        this.project = project;
    }

    /** Estimates the frame of every tag whose frame nobody set, and keeps those that are reliable. */
    void estimate(JobMonitor monitor) {
        var everyone = everyone();
        var set = new LinkedHashMap<MountedTag, Mounting>();
        project.mountings().stream()
                .filter(mounting -> mounting.origin() != Origin.ESTIMATED)
                .forEach(mounting -> set.put(mounting.on(), mounting));
        var felt = StudyFrames.of(project, set, everyone, monitor.part(0, 0.9)).blocks();
        if (felt.values().stream().allMatch(blocks -> blocks.count() == 0)) {
            throw new ProblemException(WorkflowProblem.NOTHING_TO_ESTIMATE_FRAMES_FROM, project.name());
        }
        var herd = HerdPosture.of(named(felt), frames(set));
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int done = 0;
        for (var entry : felt.entrySet()) {
            monitor.checkCancelled();
            monitor.doing(
                    0.9 + 0.1 * done++ / felt.size(),
                    "estimating.frame",
                    entry.getKey().name());
            if (!set.containsKey(entry.getKey())) {
                keep(entry.getKey(), entry.getValue(), herd, now);
            }
        }
    }

    private void keep(MountedTag on, PostureBlocks blocks, HerdPosture herd, Instant now) {
        var estimate = herd.estimate(blocks);
        if (!estimate.isReliable()) {
            project.forget(on);
            return;
        }
        project.put(new Mounting(
                on,
                herd.frames().getOrDefault(on.name(), estimate.rotation()),
                Origin.ESTIMATED,
                estimate.spreadDegrees(),
                estimate.misfitDegrees(),
                now));
    }

    /** Keeps what somebody says. */
    void set(String name, Rotation frame) {
        project.put(Mounting.byHand(known(name), frame, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
    }

    /** Forgets a frame, however it was known. */
    void forget(String name) {
        project.forget(known(name));
    }

    private MountedTag known(String name) {
        return everyone().stream()
                .filter(on -> on.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        WorkflowProblem.UNKNOWN_MOUNTED_TAG,
                        name,
                        String.join(
                                ", ", everyone().stream().map(MountedTag::name).toList())));
    }

    /** Every tag on an animal, how it sits, and how like the others. */
    StudyMountings standing(JobMonitor monitor) {
        var mountings = new TreeMap<MountedTag, Mounting>();
        project.mountings().forEach(mounting -> mountings.put(mounting.on(), mounting));
        var everyone = everyone();
        var felt = StudyFrames.of(project, mountings, everyone, monitor).blocks();
        var sitting = new ArrayList<StudyMountings.Sitting>();
        for (MountedTag on : everyone) {
            var others = new TreeMap<>(felt);
            others.entrySet()
                    .removeIf(other -> other.getKey().animal().equals(on.animal())
                            || other.getValue().count() == 0);
            var mounting = mountings.get(on);
            var frame = mounting == null ? Rotation.none() : mounting.frame();
            var blocks = felt.getOrDefault(on, PostureBlocks.none());
            if (others.isEmpty()) {
                sitting.add(new StudyMountings.Sitting(
                        on,
                        mounting == null ? List.of() : List.of(mounting),
                        frame,
                        Double.NaN,
                        Double.NaN,
                        blocks.count()));
                continue;
            }
            var herd = HerdPosture.of(named(others), worn(others, mountings));
            sitting.add(new StudyMountings.Sitting(
                    on,
                    mounting == null ? List.of() : List.of(mounting),
                    frame,
                    herd.misfitDegrees(blocks, frame),
                    herd.unlikeFromDegrees(),
                    blocks.count()));
        }
        return new StudyMountings(sitting);
    }

    /**
     * Which tags on some animals sit unlike anything that a run learnt from, in the frames that its models see them in.
     *
     * @param animals those in question
     */
    List<StudyMountings.Sitting> unlike(RunManifest run, Set<String> animals, JobMonitor monitor) {
        var everyone = everyone();
        var felt = new TreeMap<>(StudyFrames.of(project, Map.of(), everyone, monitor.part(0, 0.5))
                .blocks());
        felt.values().removeIf(blocks -> blocks.count() == 0);
        var learntFrom = new TreeMap<>(felt);
        var learnt = Set.copyOf(RunArchive.animals(run, RunArchive.TRAINED_ON));
        learntFrom.keySet().removeIf(on -> !learnt.contains(on.animal()) || animals.contains(on.animal()));
        if (learntFrom.isEmpty()) {
            return List.of();
        }
        var frames = StudyFrames.tagsBesideRun(project, run, monitor.part(0.5, 1));
        var worn = new TreeMap<String, Rotation>();
        learntFrom.keySet().forEach(on -> worn.put(on.name(), frames.getOrDefault(on, Rotation.none())));
        var herd = HerdPosture.of(named(learntFrom), worn);
        return felt.entrySet().stream()
                .filter(entry -> animals.contains(entry.getKey().animal()))
                .map(entry -> {
                    var frame = frames.getOrDefault(entry.getKey(), Rotation.none());
                    return new StudyMountings.Sitting(
                            entry.getKey(),
                            List.of(),
                            frame,
                            herd.misfitDegrees(entry.getValue(), frame),
                            herd.unlikeFromDegrees(),
                            entry.getValue().count());
                })
                .filter(StudyMountings.Sitting::isUnlikeTheOthers)
                .toList();
    }

    private SortedSet<MountedTag> everyone() {
        var deployments = project.deployments();
        var everyone = new TreeSet<MountedTag>();
        project.sessions().forEach(session -> everyone.add(StudyFrames.mountedTag(session, deployments)));
        return everyone;
    }

    private static Map<String, PostureBlocks> named(Map<MountedTag, PostureBlocks> blocks) {
        var named = new TreeMap<String, PostureBlocks>();
        blocks.forEach((on, felt) -> named.put(on.name(), felt));
        return named;
    }

    private static Map<String, Rotation> frames(Map<MountedTag, Mounting> mountings) {
        var frames = new TreeMap<String, Rotation>();
        mountings.forEach((on, mounting) -> frames.put(on.name(), mounting.frame()));
        return frames;
    }

    /** Tags without a frame count as they are worn. */
    private static Map<String, Rotation> worn(
            Map<MountedTag, PostureBlocks> others, Map<MountedTag, Mounting> mountings) {
        var frames = new TreeMap<String, Rotation>();
        others.keySet().forEach(on -> {
            var mounting = mountings.get(on);
            frames.put(on.name(), mounting == null ? Rotation.none() : mounting.frame());
        });
        return frames;
    }
}
