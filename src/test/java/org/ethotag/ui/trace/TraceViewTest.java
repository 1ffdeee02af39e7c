package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.label.TrackKind;
import org.ethotag.signal.Quantity;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.ArrayTrace;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TraceViewTest {
    private static final int LENGTH = 100_000;
    private static final SampleRate RATE = new SampleRate(50);

    private final TraceViewModel model = new TraceViewModel();
    private TraceView view;

    @BeforeEach
    void show() {
        Windows.start();
        view = Windows.onFx(() -> new TraceView(model));
        Windows.show(new StackPane(view), Look.LIGHT, 1000, 500);
        Windows.inFx(() -> model.show(source(), LabelTrack.empty("me")));
    }

    private static TraceSource source() {
        var time = TimeMap.steady(Instant.parse("2025-01-01T00:00:00Z"), RATE);
        return new TraceSource(
                ArrayTrace.ramp(LENGTH), time, ZoneOffset.UTC, RATE, List.of(new SampleRange(0, LENGTH)));
    }

    @Test
    void theWheelKeepsTheTimeUnderThePointer() {
        double before = model.viewportProperty().get().positionAt(400);
        fire(scroll(TraceView.GUTTER + 400, 40));
        fire(scroll(TraceView.GUTTER + 400, 80));
        assertThat(model.viewportProperty().get().positionAt(400)).isCloseTo(before, within(1e-6));
        assertThat(model.viewportProperty().get().visible().length()).isLessThan(LENGTH);
    }

    @Test
    void draggingMovesTheRecordingWithTheMouse() {
        Windows.inFx(() -> model.zoomTo(new SampleRange(40_000, 60_000)));
        double under = model.viewportProperty().get().positionAt(300);
        drag(300, 200, false);
        assertThat(model.viewportProperty().get().positionAt(200)).isCloseTo(under, within(1e-6));
    }

    @Test
    void draggingWithShiftMarksWhatLiesBetween() {
        drag(600, 200, true);
        var viewport = model.viewportProperty().get();
        assertThat(model.selectionProperty().get())
                .isEqualTo(new SampleRange(viewport.sampleAt(200) + 1, viewport.sampleAt(600)));
    }

    @Test
    void aClickPutsTheCursorThere() {
        drag(500, 500, false);
        assertThat(model.cursorProperty().get())
                .isEqualTo(model.viewportProperty().get().sampleAt(500));
    }

    @Test
    void keysMoveCursorAndView() {
        press(KeyCode.END);
        assertThat(model.cursorProperty().get()).isEqualTo(LENGTH - 1);
        press(KeyCode.PLUS);
        press(KeyCode.HOME);
        assertThat(model.cursorProperty().get()).isZero();
        assertThat(model.viewportProperty().get().from()).isZero();
    }

    @Test
    void shiftAndArrowsMarkFromTheCursorOn() {
        Windows.inFx(() -> model.moveCursor(50_000));
        Windows.inFx(() -> Event.fireEvent(view, key(KeyCode.RIGHT, true)));
        Windows.inFx(() -> Event.fireEvent(view, key(KeyCode.RIGHT, true)));
        assertThat(model.selectionProperty().get()).isEqualTo(new SampleRange(50_000, 52_000));
    }

    @Test
    void aNewWidthMovesNothing() {
        Windows.inFx(() -> model.zoomTo(new SampleRange(40_000, 60_000)));
        var before = model.viewportProperty().get();
        Windows.inFx(() -> view.getScene().getWindow().setWidth(1200));
        var after = model.viewportProperty().get();
        assertThat(List.of(after.from(), after.samplesPerPixel()))
                .isEqualTo(List.of(before.from(), before.samplesPerPixel()));
    }

    @Test
    void aHundredThousandBoutsAreShownWhereTheyAre() {
        var bouts = new ArrayList<Bout>();
        for (int i = 0; i < LENGTH; i++) {
            bouts.add(new Bout(new SampleRange(i, i + 1L), i % 2 == 0 ? "g" : "w"));
        }
        var grazing = new Behaviour("g", "Grazing", "#112233", "g", "", true);
        Windows.inFx(() -> {
            model.behavioursProperty().set(Map.of("g", grazing));
            model.trackProperty().set(LabelTrack.of("me", bouts));
            model.zoomTo(new SampleRange(2_000, 2_010));
        });
        var picture = Windows.onFx(() -> view.snapshot(null, null));
        int x = (int) (TraceView.GUTTER + model.viewportProperty().get().xOf(2_004.5));
        int onRibbon = (int) (view.getHeight() - 100);
        assertThat(picture.getPixelReader().getArgb(x, onRibbon)).isEqualTo(0xff112233);
    }

    @Test
    void otherTracksLieBelowAndBoutsThatOverlapInRows() {
        var colours = Map.of(
                "g", new Behaviour("g", "Grazing", "#112233", "g", "", true),
                "w", new Behaviour("w", "Walking", "#445566", "w", "", true));
        var whole = new SampleRange(0, LENGTH);
        var ada = LabelTrack.of("Ada", List.of(new Bout(whole, "g")));
        var both = List.of(new Bout(whole, "g"), new Bout(whole, "w"));
        Windows.inFx(() -> {
            model.behavioursProperty().set(colours);
            model.trackProperty().set(ada);
            model.otherTracksProperty().set(List.of(LabelTrack.exactly("Ben", TrackKind.OVERLAPPING, both, List.of())));
        });
        var picture = Windows.onFx(() -> view.snapshot(null, null));
        var colourOfRow = new ArrayList<Integer>();
        for (int y = (int) view.getHeight() - 140; y < view.getHeight() - 90; y++) {
            int colour = picture.getPixelReader().getArgb((int) TraceView.GUTTER + 300, y);
            if (colourOfRow.isEmpty() || colourOfRow.getLast() != colour) {
                colourOfRow.add(colour);
            }
        }
        assertThat(colourOfRow).containsSubsequence(0xff112233, 0xffffffff, 0xff112233, 0xff445566);
    }

    @Test
    void aBoutIsInTheFirstRowThatIsFree() {
        var bouts = List.of(bout(0, 10, "g"), bout(5, 20, "w"), bout(8, 12, "r"), bout(10, 15, "g"));
        var rows = RibbonRows.of(LabelTrack.exactly("Ben", TrackKind.OVERLAPPING, bouts, List.of()));
        assertThat(rows.rows())
                .containsExactly(
                        List.of(bout(0, 10, "g"), bout(10, 15, "g")),
                        List.of(bout(5, 20, "w")),
                        List.of(bout(8, 12, "r")));
    }

    private static Bout bout(long from, long to, String behaviour) {
        return new Bout(new SampleRange(from, to), behaviour);
    }

    @Test
    void everyLaneIsDrawnBesideTheOthers() {
        Windows.inFx(() -> model.lanesProperty().set(List.of(Lane.values())));
        Windows.inFx(() -> view.requestLayout());
        var spectrum = LaneStrip.of(List.of(Lane.values()), 100).getLast();
        assertThat(spectrum.bottom()).isEqualTo(100);
        assertThat(spectrum.lane()).isEqualTo(Lane.SPECTROGRAM);
        assertThat(model.pictures().spectrogram().caption()).contains("Hann 256 samples (5.1 s), overlap 35 %");
        var tiles = model.source().orElseThrow().tiles();
        float[] norm = new float[1];
        assertThat(tiles.valueAt(Quantity.NORM, 0, norm)).isTrue();
    }

    @Test
    void theLastLaneStays() {
        List.of(Lane.X, Lane.Y, Lane.Z).forEach(model::toggleLane);
        assertThat(model.lanesProperty().get()).isEqualTo(List.of(Lane.Z));
    }

    @Test
    void lanesAreRememberedByName() {
        var some = List.of(Lane.Y, Lane.VEDBA, Lane.SPECTROGRAM);
        assertThat(Lane.named(Lane.names(some))).isEqualTo(some);
        assertThat(Lane.named("nonsense")).isEqualTo(List.of(Lane.X, Lane.Y, Lane.Z));
    }

    @Test
    void aTypedTimeIsGoneTo() {
        Windows.inFx(() -> model.zoomTo(new SampleRange(0, 1_000)));
        Windows.inFx(() -> Event.fireEvent(view, shortcut(KeyCode.G)));
        var field = (TextField) view.lookup("#goto-time");
        Windows.inFx(() -> field.setText("00:10"));
        assertThat(((Label) view.lookup("#goto-answer")).getText()).startsWith("Wed 1 Jan 2025 00:10:00.000 Z");
        Windows.inFx(() -> Event.fireEvent(field, new ActionEvent()));
        assertThat(model.cursorProperty().get()).isEqualTo(30_000);
        assertThat(model.viewportProperty().get().xOf(30_000.5))
                .isCloseTo(model.viewportProperty().get().width() / 2, within(1e-6));
    }

    @Test
    void theMapMovesByKeyboard() {
        Windows.inFx(() -> model.zoomTo(new SampleRange(0, 1_000)));
        var map = view.lookup(".map-pane");
        Windows.inFx(() -> Event.fireEvent(map, key(KeyCode.PAGE_DOWN, false)));
        assertThat(model.viewportProperty().get().from()).isEqualTo(LENGTH / 10.0);
        Windows.inFx(() -> Event.fireEvent(map, key(KeyCode.END, false)));
        assertThat(model.viewportProperty().get().to()).isEqualTo(LENGTH);
        Windows.inFx(() -> Event.fireEvent(map, key(KeyCode.HOME, false)));
        assertThat(model.viewportProperty().get().from()).isZero();
    }

    private static KeyEvent shortcut(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, true, false, false);
    }

    private void drag(double fromX, double toX, boolean shift) {
        fire(mouse(MouseEvent.MOUSE_PRESSED, fromX, shift));
        if (fromX != toX) {
            fire(mouse(MouseEvent.MOUSE_DRAGGED, (fromX + toX) / 2, shift));
            fire(mouse(MouseEvent.MOUSE_DRAGGED, toX, shift));
        }
        fire(mouse(MouseEvent.MOUSE_RELEASED, toX, shift));
    }

    private void fire(Event event) {
        Windows.inFx(() -> Event.fireEvent(view, event));
    }

    private void press(KeyCode code) {
        fire(key(code, false));
    }

    private static KeyEvent key(KeyCode code, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false);
    }

    private MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double plotX, boolean shift) {
        double x = TraceView.GUTTER + plotX;
        return new MouseEvent(
                type,
                x,
                100,
                x,
                100,
                MouseButton.PRIMARY,
                1,
                shift,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                new PickResult(view, x, 100));
    }

    private ScrollEvent scroll(double x, double deltaY) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                100,
                x,
                100,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                deltaY,
                0,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(view, x, 100));
    }
}
