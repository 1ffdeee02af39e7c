package org.ethotag.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.ArrayTrace;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scripted annotator labels a known truth of some hundred bouts by key events on the label page, and counts them. */
class KeystrokesTest {
    private static final int BOUTS = 200;
    private static final double FLOOR = 1.2;
    private static final double FRAME_SECONDS = 1 / 10.0;

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private LabelTrack truth;
    private LabelViewModel model;
    private Node trace;
    private int strokes;

    @BeforeEach
    void openStudy() {
        Windows.start();
        SampleStudy.createUnlabelled(folder.resolve("study"), "Study");
        truth = truth(new Random(3));
        model = new LabelViewModel(Jobs.immediate(), study, this::open, problems::add);
        var page = Windows.onFx(() -> {
            var view = new LabelView(
                    model,
                    study,
                    new SimpleObjectProperty<>(Look.LIGHT),
                    KeyBook.forgetful(),
                    () -> {},
                    () -> {},
                    List.of(),
                    Pieces.atOnce());
            return view;
        });
        Windows.show(page, Look.LIGHT, 1280, 800);
        trace = Windows.onFx(() -> page.lookup("#trace"));
    }

    private void open() {
        Windows.inFx(() -> {
            study.open(folder.resolve("study"));
            trace.requestFocus();
            model.playback().drivenProperty().set(true); // the script is the clock
        });
    }

    @AfterEach
    void closeStudy() {
        Windows.inFx(study::close);
        assertThat(problems).isEmpty();
    }

    /** Bouts of 6 to 34 s at 25 Hz, each with its own level and spread of the acceleration. */
    private static LabelTrack truth(Random random) {
        var codes = List.of("grazing", "walking", "resting", "ruminating");
        var bouts = new ArrayList<Bout>();
        long at = 0;
        for (int i = 0; i < BOUTS; i++) {
            long end = at + 150 + random.nextInt(700);
            bouts.add(new Bout(new SampleRange(at, end), codes.get((i + (i / 7) % 2) % codes.size())));
            at = end;
        }
        return LabelTrack.of("truth", bouts);
    }

    private OpenTrace open(Project project, Session session) {
        int length = (int) Math.min(
                session.lengthSamples(), truth.bouts().getLast().range().to());
        var random = new Random(9);
        var values = new float[3][length];
        for (Bout bout : truth.bouts()) {
            int kind = SampleStudy.ethogram().codes().indexOf(bout.behaviour());
            for (long i = bout.range().from(); i < Math.min(length, bout.range().to()); i++) {
                for (int axis = 0; axis < 3; axis++) {
                    values[axis][(int) i] =
                            (float) (0.2 * kind * (axis - 1) + random.nextGaussian() * (0.02 + 0.05 * kind));
                }
            }
        }
        var time = TimeMap.steady(Instant.parse("2026-01-01T00:00:00Z"), session.rate());
        var whole = List.of(new SampleRange(0, length));
        return new OpenTrace(
                new TraceSource(new ArrayTrace(values), time, ZoneOffset.UTC, session.rate(), whole), () -> {});
    }

    @Test
    void paintingWhilePlayingAtFourTimesTheSpeedTakesOneKeyForEachBout() {
        open();
        press(KeyCode.PERIOD, ".", true, false); // twice as fast
        press(KeyCode.PERIOD, ".", true, false);
        press(KeyCode.SPACE, " ", false, false);
        label();
        press(KeyCode.SPACE, " ", false, false);
        assertFloor();
        assertThat(sameFraction()).isGreaterThan(0.98);
    }

    private void label() {
        double perFrame = FRAME_SECONDS
                * SampleStudy.RATE.hertz()
                * model.playback().speedProperty().get();
        long end = model.trace().source().orElseThrow().length();
        double at = 0;
        for (int next = 0; next < truth.bouts().size(); next++) {
            var bout = truth.bouts().get(next);
            double from = at;
            double to = from + Math.ceil((bout.range().from() - from) / perFrame) * perFrame;
            Windows.inFx(() -> play(from, to, perFrame));
            at = to;
            String key = SampleStudy.ethogram()
                    .behaviour(bout.behaviour())
                    .map(Behaviour::key)
                    .orElseThrow();
            press(KeyCode.getKeyCode(key.toUpperCase(Locale.ROOT)), key, false, false);
        }
        double last = at;
        Windows.inFx(() -> play(last, end - 1.0, perFrame));
    }

    private void play(double from, double to, double perFrame) {
        for (double at = from; at <= to; at += perFrame) {
            model.playback().moveTo(at);
        }
    }

    private void assertFloor() {
        double perBout = strokes / (double) track().bouts().size();
        assertThat(perBout).isLessThanOrEqualTo(FLOOR);
    }

    private LabelTrack track() {
        return model.trace().trackProperty().get();
    }

    /** Share of the samples that have the truth's behaviour. */
    private double sameFraction() {
        long same = 0;
        for (Bout bout : truth.bouts()) {
            for (Bout mine : track().cut(bout.range())) {
                same += mine.behaviour().equals(bout.behaviour()) ? mine.range().length() : 0;
            }
        }
        return same / (double) model.trace().source().orElseThrow().length();
    }

    private void press(KeyCode code, String text, boolean control, boolean shift) {
        strokes++;
        var event = new KeyEvent(KeyEvent.KEY_PRESSED, text, text, code, shift, control, false, false);
        Windows.inFx(() -> Event.fireEvent(trace, event));
    }
}
