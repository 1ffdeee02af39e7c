package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.ethotag.signal.Rotation;
import org.ethotag.study.Mounting;
import org.ethotag.workflow.StudyMountings;
import org.ethotag.workflow.StudyMountings.Sitting;
import org.ethotag.workflow.Workflow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag frame}: how the tags sit on their animals. */
@picocli.CommandLine.Command(
        name = "frame",
        description =
                "Shows how the tags sit on their animals, finds it from the recordings without labels, or sets it. "
                        + "Training, judging and the exported model use what is known here.")
final class FrameCommand extends Command {
    private static final double HALF_CIRCLE = 180;

    @Mixin
    private StudyArgument study = new StudyArgument();

    @Option(names = "--estimate", description = "Finds the frame of every tag whose frame nobody set.")
    private boolean estimate;

    @Option(
            names = "--set",
            paramLabel = "NAME",
            description =
                    "The tag on an animal, as this command lists it, whose frame is set to --yaw, --pitch and --roll.")
    private @Nullable String set;

    @Option(names = "--yaw", paramLabel = "DEGREES", description = "Turn about z, the last of the three.")
    private double yaw;

    @Option(names = "--pitch", paramLabel = "DEGREES", description = "Turn about y.")
    private double pitch;

    @Option(names = "--roll", paramLabel = "DEGREES", description = "Turn about x, the first of the three.")
    private double roll;

    @Option(names = "--forget", paramLabel = "NAME", description = "The tag on an animal whose frame is forgotten.")
    private @Nullable String forget;

    @Override
    public Integer call() {
        if (!(Math.abs(yaw) <= HALF_CIRCLE && Math.abs(pitch) <= HALF_CIRCLE && Math.abs(roll) <= HALF_CIRCLE)) {
            throw usage("--yaw, --pitch and --roll are -180 to 180 degrees");
        }
        if (set == null && (yaw != 0 || pitch != 0 || roll != 0)) {
            throw usage("--yaw, --pitch and --roll belong to --set NAME");
        }
        try (var project = study.open()) {
            var workflow = new Workflow(project);
            if (forget != null) {
                workflow.forgetFrame(forget);
            }
            if (set != null) {
                workflow.setFrame(set, new Rotation(yaw, pitch, roll));
            }
            var mountings = estimate ? workflow.estimateFrames(monitor()) : workflow.mountings(monitor());
            answer(document(mountings), words(mountings));
        }
        return DONE;
    }

    private static Map<String, Object> document(StudyMountings mountings) {
        var tags = new ArrayList<Map<String, Object>>();
        for (Sitting sitting : mountings.tags()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("name", sitting.on().name());
            one.put("animal", sitting.on().animal());
            one.put("tag", sitting.on().tag());
            one.put("origin", origin(sitting));
            one.put("yawDegrees", sitting.frame().yawDegrees());
            one.put("pitchDegrees", sitting.frame().pitchDegrees());
            one.put("rollDegrees", sitting.frame().rollDegrees());
            for (Mounting known : sitting.known()) {
                one.put("spreadDegrees", known.spreadDegrees());
            }
            if (!Double.isNaN(sitting.misfitDegrees())) {
                one.put("misfitDegrees", sitting.misfitDegrees());
            }
            if (!Double.isNaN(sitting.unlikeFromDegrees())) {
                one.put("unlikeFromDegrees", sitting.unlikeFromDegrees());
            }
            one.put("unlike", sitting.isUnlikeTheOthers());
            one.put("blocks", sitting.blocks());
            tags.add(one);
        }
        return Map.of("tags", tags);
    }

    private static String origin(Sitting sitting) {
        return sitting.known().isEmpty()
                ? "unknown"
                : sitting.known().getFirst().origin().name().toLowerCase(Locale.ROOT);
    }

    private static String words(StudyMountings mountings) {
        var table =
                new TextTable("tag on animal", "frame", "yaw", "pitch", "roll", "spread", "misfit", "blocks", "remark");
        for (Sitting sitting : mountings.tags()) {
            table.row(
                    sitting.on().name(),
                    origin(sitting),
                    degrees(sitting.frame().yawDegrees()),
                    degrees(sitting.frame().pitchDegrees()),
                    degrees(sitting.frame().rollDegrees()),
                    sitting.known().isEmpty()
                            ? ""
                            : degrees(sitting.known().getFirst().spreadDegrees()),
                    degrees(sitting.misfitDegrees()),
                    String.valueOf(sitting.blocks()),
                    sitting.isUnlikeTheOthers()
                            ? "sits unlike the others (from " + degrees(sitting.unlikeFromDegrees()) + ")"
                            : "");
        }
        return table.toString();
    }

    private static String degrees(double degrees) {
        return Double.isNaN(degrees) ? "" : String.format(Locale.ROOT, "%.1f", degrees);
    }
}
