package org.ethotag.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.project.TrackInfo;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tracks, borders, comments, painting and blindness on the label page. */
class LabelDeskTest {
    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final LabelViewModel model =
            new LabelViewModel(Jobs.immediate(), study, LabelDeskTest::open, problems::add);

    private static OpenTrace open(Project project, Session session) {
        var time = TimeMap.steady(session.start(), session.rate());
        var whole = List.of(new SampleRange(0, session.lengthSamples()));
        return new OpenTrace(
                new TraceSource(SampleStudy.trace(session), time, session.zone(), session.rate(), whole), () -> {});
    }

    @BeforeEach
    void openStudy() {
        SampleStudy.createUnlabelled(folder.resolve("study"), "Study");
        study.open(folder.resolve("study"));
    }

    @AfterEach
    void closeStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    @Test
    void eachTrackIsEditedUndoneAndShownByItself() {
        label(0, 100, "g");
        model.tracks().add("Ada", TrackKind.EXCLUSIVE);
        label(50, 150, "w");
        assertThat(model.tracks().activeProperty().get()).isEqualTo("Ada");
        assertThat(track()).containsExactly(bout(50, 150, "walking"));
        assertThat(model.trace().otherTracksProperty().get().stream().flatMap(t -> t.bouts().stream()))
                .containsExactly(bout(0, 100, "grazing"));
        model.undo();
        model.undo();
        assertThat(track()).isEmpty();
        model.tracks().choose("labels");
        assertThat(model.trace().otherTracksProperty().get().stream().map(LabelTrack::name))
                .containsExactly("Ada");
        assertThat(track()).containsExactly(bout(0, 100, "grazing"));
        assertThat(model.undoNameProperty().get()).isEqualTo("label Grazing");
    }

    @Test
    void aTrackIsCopiedRenamedRemovedAndBroughtBack() {
        label(0, 100, "g");
        label(100, 200, "w");
        model.tracks().add("Ada", TrackKind.OVERLAPPING);
        model.tracks().copy("labels", "Ada", new SampleRange(50, 150));
        assertThat(track()).containsExactly(bout(50, 100, "grazing"), bout(100, 150, "walking"));
        assertThat(model.undoNameProperty().get()).isEqualTo("copy from labels");
        model.tracks().rename("Ada", "Ada L.");
        assertThat(model.tracks().names()).containsExactly("labels", "Ada L.");
        model.tracks().remove("Ada L.");
        assertThat(model.tracks().names()).containsExactly("labels");
        TrackInfo removed = model.tracks().tracksProperty().get().removed().getFirst();
        model.tracks().bringBack(removed);
        model.tracks().choose("Ada L.");
        assertThat(track()).containsExactly(bout(50, 100, "grazing"), bout(100, 150, "walking"));
    }

    @Test
    void aTrackOfATakenNameIsAProblemAndChangesNothing() {
        model.tracks().add("labels", TrackKind.OVERLAPPING);
        assertThat(problems).hasSize(1);
        problems.clear();
        assertThat(model.tracks().names()).containsExactly("labels");
    }

    @Test
    void aBorderIsNudgedByOneOrTenSamplesAndNeverOverAnother() {
        label(100, 200, "g");
        label(200, 300, "w");
        model.trace().moveCursor(205);
        model.tools().nudge(-1);
        model.tools().nudge(-1);
        model.tools().nudge(10);
        assertThat(track()).containsExactly(bout(100, 208, "grazing"), bout(208, 300, "walking"));
        assertThat(model.trace().cursorProperty().get()).isEqualTo(208);
        model.tools().nudge(92);
        assertThat(track()).containsExactly(bout(100, 208, "grazing"), bout(208, 300, "walking"));
        assertThat(model.noticeProperty().get()).contains("stays");
    }

    @Test
    void splitMergeRelabelAndRepeatWorkOnTheBoutAtTheCursor() {
        label(100, 300, "g");
        model.trace().moveCursor(200);
        model.tools().split();
        assertThat(track()).containsExactly(bout(100, 200, "grazing"), bout(200, 300, "grazing"));
        model.pressForBout("w");
        assertThat(track()).containsExactly(bout(100, 200, "grazing"), bout(200, 300, "walking"));
        model.tools().mergePrevious();
        assertThat(track()).containsExactly(bout(100, 300, "walking"));
        model.undo();
        model.tools().mergeNext();
        assertThat(model.noticeProperty().get()).contains("No bout to merge");
        model.trace().mark(400, 500);
        model.repeat();
        assertThat(track()).contains(bout(400, 500, "grazing"));
    }

    @Test
    void commentsAreEditsLikeOthers() {
        label(100, 300, "g");
        model.trace().moveCursor(150);
        model.remarks().add("lame");
        model.trace().moveCursor(500);
        model.remarks().add("dog");
        var track = model.trace().trackProperty().get();
        assertThat(track.comments())
                .containsExactly(
                        new Comment(new SampleRange(100, 300), "lame"), new Comment(new SampleRange(500, 501), "dog"));
        model.remarks().change(track.comments().getFirst(), "lame, left hind");
        model.remarks().remove(track.comments().getLast());
        assertThat(comments()).containsExactly("lame, left hind");
        model.undo();
        model.undo();
        assertThat(comments()).containsExactly("lame", "dog");
    }

    private List<String> comments() {
        return model.trace().trackProperty().get().comments().stream()
                .map(Comment::text)
                .toList();
    }

    @Test
    void whilePlayingAKeyPaintsUntilTheNextKeyOrTheStop() {
        label(0, 1000, "r");
        model.trace().moveCursor(100);
        model.playback().play();
        model.playback().advance(4); // 100 samples at 25 Hz
        model.press("g");
        model.playback().advance(2);
        model.press("w");
        model.playback().advance(2);
        model.playback().pause();
        model.playback().play();
        model.playback().advance(2);
        model.playback().pause();
        assertThat(track())
                .containsExactly(
                        bout(0, 200, "resting"),
                        bout(200, 250, "grazing"),
                        bout(250, 300, "walking"),
                        bout(300, 1000, "resting"));
        assertThat(model.undoNameProperty().get()).isEqualTo("paint Walking");
    }

    @Test
    void goingElsewhereWhilePaintingKeepsWhatWasSeenOnly() {
        model.playback().play();
        model.press("g");
        model.playback().advance(4);
        model.trace().moveCursor(100_000);
        model.playback().advance(1);
        model.playback().pause();
        assertThat(track()).containsExactly(bout(0, 100, "grazing"));
    }

    @Test
    void aVideoMayDriveThePaintingAsWell() {
        model.playback().drivenProperty().set(true);
        model.playback().play();
        model.playback().moveTo(1000);
        model.press("g");
        for (int sample = 1001; sample <= 1100; sample++) {
            model.playback().moveTo(sample);
        }
        model.playback().pause();
        assertThat(track()).containsExactly(bout(1000, 1100, "grazing"));
    }

    @Test
    void theBlindSeeNumbersAndTheirOwnTrackAndStayBlind() {
        var memory = new HashMap<String, Boolean>();
        model.blinding().rememberBy(name -> memory.getOrDefault(name, false), memory::put);
        label(0, 100, "g");
        model.tracks().add("Ada", TrackKind.EXCLUSIVE);
        model.blinding().blindProperty().set(true);
        var row = study.sessions().getFirst();
        assertThat(model.blinding().nameOf(row)).isEqualTo("Recording 1 \u00b7 0 % labelled");
        assertThat(model.trace().otherTracksProperty().get()).isEmpty();
        study.close();
        assertThat(model.blinding().blindProperty().get()).isFalse();
        study.open(folder.resolve("study"));
        assertThat(model.blinding().blindProperty().get()).isTrue();
        model.blinding().blindProperty().set(false);
        assertThat(model.blinding().nameOf(row)).startsWith("cow-01");
        assertThat(memory.values()).containsExactly(false);
    }

    @Test
    void aReaderChangesNothing() {
        label(0, 100, "g");
        var second = new StudyViewModel(Jobs.immediate(), problems::add);
        var reader = new LabelViewModel(Jobs.immediate(), second, LabelDeskTest::open, problems::add);
        second.open(folder.resolve("study"));
        reader.tracks().add("Ada", TrackKind.EXCLUSIVE);
        reader.remarks().add("no");
        reader.tools().nudge(1);
        reader.playback().play();
        reader.press("w");
        reader.playback().advance(3);
        reader.playback().pause();
        assertThat(Map.of(
                        "tracks",
                        reader.tracks().names(),
                        "bouts",
                        reader.trace().trackProperty().get().bouts()))
                .isEqualTo(Map.of("tracks", List.of("labels"), "bouts", List.of(bout(0, 100, "grazing"))));
        second.close();
    }

    private void label(long from, long to, String key) {
        model.trace().mark(from, to);
        model.press(key);
    }

    private List<Bout> track() {
        return model.trace().trackProperty().get().bouts();
    }

    private static Bout bout(long from, long to, String behaviour) {
        return new Bout(new SampleRange(from, to), behaviour);
    }
}
