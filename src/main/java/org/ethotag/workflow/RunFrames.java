package org.ethotag.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ethotag.dataset.Dataset;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.Rotation;
import org.ethotag.study.MountedTag;

/**
 * The mounting frames that a run learnt and judged with, as lines of its manifest: {@code frame 1219 = 93.1,-2.0,8.4} is yaw, pitch and
 * roll. A cross-validation has such lines for every fold, {@code frame 3 1219}, because each finds them from its own
 * training animals.
 */
public final class RunFrames {
    private static final String PREFIX = "frame ";

    private RunFrames() {}

    static Map<String, String> lines(Map<MountedTag, Rotation> frames) {
        return lines(PREFIX, frames);
    }

    /** @param fold counted from 0 */
    static Map<String, String> lines(int fold, Map<MountedTag, Rotation> frames) {
        return lines(prefix(fold), frames);
    }

    private static String prefix(int fold) {
        return PREFIX + (fold + 1) + " ";
    }

    private static Map<String, String> lines(String prefix, Map<MountedTag, Rotation> frames) {
        var lines = new LinkedHashMap<String, String>();
        frames.forEach((on, rotation) -> lines.put(prefix + on.name(), rotation.text()));
        return lines;
    }

    /**
     * Names of the tags on their animals that such settings have a frame of, each once.
     *
     * @param ofFolds whether the lines are those of a cross-validation
     */
    static Set<String> tags(Map<String, String> settings, boolean ofFolds) {
        var tags = new TreeSet<String>();
        for (String key : settings.keySet()) {
            if (key.startsWith(PREFIX)) {
                var name = key.substring(PREFIX.length());
                tags.add(ofFolds ? name.substring(name.indexOf(' ') + 1) : name);
            }
        }
        return tags;
    }

    /** The lines of one run, for another that goes on from it. */
    static Map<String, String> linesOf(RunManifest run) {
        var lines = new TreeMap<>(run.settings());
        lines.keySet().removeIf(key -> !key.startsWith(PREFIX));
        return lines;
    }

    /** Windows of the study in the frames that a run learnt with; tags that it does not know stay as they are. */
    public static Dataset turned(Project project, RunManifest run, Dataset dataset) {
        return turned(project, run, PREFIX, dataset);
    }

    /**
     * The same for a fold of a cross-validation.
     *
     * @param fold counted from 0
     */
    public static Dataset turned(Project project, RunManifest run, int fold, Dataset dataset) {
        return turned(project, run, prefix(fold), dataset);
    }

    /** The frames of a run by the tags of the study; none if it learnt from windows as recorded. */
    static Map<MountedTag, Rotation> of(Project project, RunManifest run) {
        var deployments = project.deployments();
        var frames = new TreeMap<MountedTag, Rotation>();
        for (var session : project.sessions()) {
            var on = StudyFrames.mountedTag(session, deployments);
            var text = run.settings().get(PREFIX + on.name());
            if (text != null) {
                frames.put(on, Rotation.parse(text));
            }
        }
        return frames;
    }

    private static Dataset turned(Project project, RunManifest run, String prefix, Dataset dataset) {
        var deployments = project.deployments();
        var rotations = new TreeMap<String, Rotation>();
        for (var session : project.sessions()) {
            var text = run.settings()
                    .get(prefix + StudyFrames.mountedTag(session, deployments).name());
            if (text != null) {
                rotations.put(session.id(), Rotation.parse(text));
            }
        }
        return rotations.isEmpty() ? dataset : dataset.turned(rotations);
    }
}
