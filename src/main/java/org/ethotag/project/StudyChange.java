package org.ethotag.project;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.ethotag.label.TrackKind;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.VideoFile;
import org.ethotag.review.ReviewDecision;
import org.ethotag.review.ReviewDecision.Verdict;
import org.ethotag.signal.Rotation;
import org.ethotag.signal.SampleRange;
import org.ethotag.study.Animal;
import org.ethotag.study.Deployment;
import org.ethotag.study.MountedTag;
import org.ethotag.study.Mounting;
import org.ethotag.study.Tag;

/**
 * A small change as texts, as a log or a stranger says it.
 *
 * @param kind one that {@link StepKind#isChange}
 * @param settings what is changed, by name
 */
public record StudyChange(StepKind kind, Map<String, String> settings) {
    public StudyChange {
        if (!kind.isChange()) {
            throw new IllegalArgumentException("not a change: " + kind);
        }
        settings = Map.copyOf(settings);
    }

    /**
     * Makes the change in a study.
     *
     * @throws ProblemException if the study cannot take it
     */
    public void applyTo(Project project) {
        try {
            apply(project);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new ProblemException(ProjectProblem.CHANGE_UNREADABLE, kind.word(), StudyFiles.reason(wrong))
                    .causedBy(wrong);
        }
    }

    private void apply(Project project) {
        switch (kind) {
            case NAME -> project.rename(text("name"));
            case SETTING -> project.putSetting(text("key"), text("value"));
            case ANIMAL -> project.put(new Animal(text("id"), text("species"), text("note")));
            case TAG -> project.put(new Tag(text("serial"), text("profile")));
            case DEPLOYMENT -> project.put(deployment());
            case MOUNTING -> project.put(mounting());
            case FORGET_MOUNTING -> project.forget(mounted());
            case REMOVE_SESSION -> project.removeSession(text("session"));
            case ETHOGRAM -> project.setEthogram(EthogramFile.parse(text("ethogram")));
            case BEHAVIOURS -> project.ensureBehaviours(JsonText.strings(text("codes")));
            case MERGE_BEHAVIOURS -> project.mergeBehaviours(text("gone"), text("into"));
            case DELETE_BEHAVIOUR -> project.deleteBehaviour(text("gone"));
            case ADD_TRACK -> project.addTrack(text("session"), text("track"), trackKind());
            case RENAME_TRACK -> project.renameTrack(text("session"), text("track"), text("name"));
            case REMOVE_TRACK -> project.removeTrack(text("session"), text("track"));
            case BRING_BACK_TRACK -> bringBack(project);
            case EDIT -> project.edit(text("session"), text("track"), text("name"), EditJson.read(text("edit")));
            case UNDO -> project.undo(text("session"), text("track"));
            case REDO -> project.redo(text("session"), text("track"));
            case VIDEO -> project.videos().put(text("session"), text("name"), video());
            case REMOVE_VIDEO -> project.videos().remove(text("session"), text("name"));
            case UNDO_VIDEO -> project.videos().undo(text("session"));
            case REDO_VIDEO -> project.videos().redo(text("session"));
            case DECISION -> project.reviews().add(decision());
            case WITHDRAW_DECISION -> project.reviews().withdraw(decision());
            case REMOVE_RUN -> project.deleteRun(text("run"));
            case OLDER,
                    CREATE,
                    IMPORT,
                    FRAMES,
                    TRAIN,
                    DISTIL,
                    CROSSVALIDATE,
                    SWEEP,
                    QUANTIZE,
                    PRELABEL,
                    EXPORT,
                    FLASH,
                    RUN -> throw new IllegalStateException("refused when it was made");
        }
    }

    private Deployment deployment() {
        var end = text("to");
        return new Deployment(
                text("animal"),
                text("tag"),
                Instant.parse(text("from")),
                end.isEmpty() ? Instant.MAX : Instant.parse(end));
    }

    private MountedTag mounted() {
        var from = text("from");
        return new MountedTag(text("animal"), text("tag"), from.isEmpty() ? Instant.MIN : Instant.parse(from));
    }

    private Mounting mounting() {
        return new Mounting(
                mounted(),
                new Rotation(number("yaw"), number("pitch"), number("roll")),
                Mounting.Origin.valueOf(text("origin")),
                number("spread"),
                number("misfit"),
                Instant.parse(text("set")));
    }

    private TrackKind trackKind() {
        return TrackKind.valueOf(text("kind").toUpperCase(Locale.ROOT));
    }

    private void bringBack(Project project) {
        var removed = project.removedTracks(text("session"));
        int place = Math.toIntExact(whole("place"));
        if (place < 0 || place >= removed.size()) {
            throw new IllegalArgumentException("there are " + removed.size() + " removed tracks, none at " + place);
        }
        project.bringBackTrack(text("session"), removed.get(place).id());
    }

    private VideoLink video() {
        var file = new VideoFile(text("path"), whole("bytes"), text("head"));
        return new VideoLink(file, StudyVideos.clock(text("anchors")));
    }

    private ReviewDecision decision() {
        return new ReviewDecision(
                text("list"),
                text("session"),
                new SampleRange(whole("from"), whole("to")),
                text("label"),
                Verdict.of(text("verdict")));
    }

    private double number(String name) {
        return Double.parseDouble(text(name));
    }

    private long whole(String name) {
        return Long.parseLong(text(name));
    }

    private String text(String name) {
        var text = settings.get(name);
        if (text == null) {
            throw new IllegalArgumentException("it does not say " + name);
        }
        return text;
    }
}
