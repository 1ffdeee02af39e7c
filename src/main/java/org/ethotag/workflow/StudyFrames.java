package org.ethotag.workflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ethotag.job.JobMonitor;
import org.ethotag.mounting.HerdPosture;
import org.ethotag.mounting.PostureBlocks;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.signal.Rotation;
import org.ethotag.study.Deployment;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Mounting.Origin;
import org.ethotag.workflow.run.RunArchive;

/**
 * The mounting frames of a study as learning needs them. A frame that somebody set is taken as it is. One that was
 * estimated is found anew for every division of the animals, from the recordings of those that are learnt from; a tag on
 * an animal that is only judged is compared with them and says nothing itself. No label is looked at.
 *
 * @param sessions which tag on which animal recorded a session, by the session's id
 * @param mountings what the study knows, by tag on animal
 * @param blocks what the tags with estimated frames, and those that set the frame, felt
 */
record StudyFrames(
        Map<String, MountedTag> sessions, Map<MountedTag, Mounting> mountings, Map<MountedTag, PostureBlocks> blocks) {
    /** As in the study's list of deployments; without an entry there, all of a tag's time on an animal is one. */
    static MountedTag mountedTag(Session session, List<Deployment> deployments) {
        return new MountedTag(
                session.animal(),
                session.tag(),
                deployments.stream()
                        .filter(deployment -> deployment.animal().equals(session.animal())
                                && deployment.tag().equals(session.tag())
                                && deployment.lastsAt(session.start()))
                        .map(Deployment::from)
                        .max(Instant::compareTo)
                        .orElse(Instant.MIN));
    }

    /** Reads what is needed to find frames again; nothing of the recordings if no frame was estimated. */
    static StudyFrames of(Project project, JobMonitor monitor) {
        var mountings = new LinkedHashMap<MountedTag, Mounting>();
        project.mountings().forEach(mounting -> mountings.put(mounting.on(), mounting));
        boolean estimated = mountings.values().stream().anyMatch(m -> m.origin() == Origin.ESTIMATED);
        return of(project, mountings, estimated ? mountings.keySet() : Set.of(), monitor);
    }

    /**
     * The frames for models of a run, by session: those that it learnt with, and for animals that came later those that the
     * study knows, the estimated ones found again beside the run's animals. None if the run learnt from windows as recorded.
     */
    static Map<String, Rotation> besideRun(Project project, RunManifest run, JobMonitor monitor) {
        return RunFrames.of(project, run).isEmpty()
                ? Map.of()
                : of(project, Map.of(), Set.of(), JobMonitor.unwatched())
                        .bySession(tagsBesideRun(project, run, monitor));
    }

    /** The same by tag. */
    static Map<MountedTag, Rotation> tagsBesideRun(Project project, RunManifest run, JobMonitor monitor) {
        var learnt = RunFrames.of(project, run);
        if (learnt.isEmpty()) {
            return Map.of();
        }
        var mountings = new LinkedHashMap<MountedTag, Mounting>();
        project.mountings().forEach(mounting -> mountings.put(mounting.on(), mounting));
        learnt.forEach((on, frame) -> mountings.put(on, Mounting.byHand(on, frame, run.made())));
        var frames = of(project, mountings, mountings.keySet(), monitor);
        return frames.frames(Set.copyOf(RunArchive.animals(run, RunArchive.TRAINED_ON)));
    }

    /** @param felt of which the recordings are read */
    static StudyFrames of(
            Project project, Map<MountedTag, Mounting> mountings, Set<MountedTag> felt, JobMonitor monitor) {
        var deployments = project.deployments();
        var sessions = project.sessions();
        var mounted = new LinkedHashMap<String, MountedTag>();
        var blocks = new TreeMap<MountedTag, PostureBlocks>();
        for (int i = 0; i < sessions.size(); i++) {
            monitor.checkCancelled();
            monitor.doing(
                    (double) i / sessions.size(),
                    "looking.frame",
                    sessions.get(i).name());
            var on = mountedTag(sessions.get(i), deployments);
            mounted.put(sessions.get(i).id(), on);
            if (felt.contains(on)) {
                blocks.merge(on, blocks(project, sessions.get(i)), PostureBlocks::and);
            }
        }
        return new StudyFrames(mounted, mountings, blocks);
    }

    private static PostureBlocks blocks(Project project, Session session) {
        try (var recording = project.recordings().open(session.id())) {
            return PostureBlocks.of(recording, recording.stretches(), session.rate());
        }
    }

    /**
     * The frame of every tag that has one.
     *
     * @param learntFrom animals whose recordings may be looked at together
     */
    Map<MountedTag, Rotation> frames(Set<String> learntFrom) {
        var frames = new TreeMap<MountedTag, Rotation>();
        mountings.forEach((on, mounting) -> {
            if (mounting.origin() != Origin.ESTIMATED) {
                frames.put(on, mounting.frame());
            }
        });
        herd(learntFrom)
                .ifPresent(herd -> blocks.forEach((on, felt) -> {
                    if (!frames.containsKey(on) && felt.count() > 0) {
                        var known = herd.frames().get(on.name());
                        frames.put(on, known == null ? herd.estimate(felt).rotation() : known);
                    }
                }));
        return frames;
    }

    /** The posture of the animals that are learnt from, in the axes of the study; nothing if they were not recorded. */
    Optional<HerdPosture> herd(Set<String> learntFrom) {
        var felt = new TreeMap<String, PostureBlocks>();
        var set = new TreeMap<String, Rotation>();
        var anchors = new TreeMap<String, Rotation>();
        blocks.forEach((on, some) -> {
            if (learntFrom.contains(on.animal()) && some.count() > 0) {
                felt.put(on.name(), some);
                var mounting = mountings.get(on);
                if (mounting != null) {
                    (mounting.origin() == Origin.ESTIMATED ? anchors : set).put(on.name(), mounting.frame());
                }
            }
        });
        if (felt.isEmpty()) {
            return Optional.empty();
        }
        if (set.isEmpty() && !anchors.isEmpty()) {
            set.put(anchors.firstKey(), anchors.firstEntry().getValue()); // only where the axes point
        }
        return Optional.of(HerdPosture.of(felt, set));
    }

    /** The same by session, as a dataset is turned. */
    Map<String, Rotation> bySession(Map<MountedTag, Rotation> frames) {
        return sessions.entrySet().stream()
                .filter(session -> frames.containsKey(session.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, session -> frames.getOrDefault(session.getValue(), Rotation.none())));
    }
}
