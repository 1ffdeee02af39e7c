package org.ethotag.ui.trace;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ethotag.label.Behaviour;
import org.ethotag.label.LabelTrack;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.job.Jobs;
import org.jspecify.annotations.Nullable;

/** What a {@link TraceView} shows and where the user is in it. FX thread only. */
public final class TraceViewModel {
    /** Arrow keys move the cursor by this part of the view. */
    private static final double CURSOR_STEP = 1.0 / 100;

    private static final double PAGE = 0.9;
    private static final double FIRST_WIDTH = 1000;
    private static final SampleRange NOTHING = new SampleRange(0, 0);

    private final ReadOnlyObjectWrapper<@Nullable TraceSource> source = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<TraceViewport> viewport =
            new SimpleObjectProperty<>(TraceViewport.whole(FIRST_WIDTH, 0));
    private final ObjectProperty<ValueScale> values = new SimpleObjectProperty<>(new ValueScale(0, 0, 0, 2));
    private final ObjectProperty<LabelTrack> track = new SimpleObjectProperty<>(LabelTrack.empty(""));
    private final ObjectProperty<List<LabelTrack>> otherTracks = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Map<String, Behaviour>> behaviours = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<SampleRange> selection = new SimpleObjectProperty<>(NOTHING);
    private final ObjectProperty<SampleRange> target = new SimpleObjectProperty<>(NOTHING);
    private final LongProperty cursor = new SimpleLongProperty();
    private final ObjectProperty<List<Lane>> lanes = new SimpleObjectProperty<>(List.of(Lane.X, Lane.Y, Lane.Z));
    private final TracePictures pictures;

    /** For tests: pictures are there at once. */
    public TraceViewModel() {
        this(Jobs.immediate(), _ -> {});
    }

    /**
     * @param jobs where pictures are made
     * @param problems told of what cannot be drawn
     */
    public TraceViewModel(Jobs jobs, Consumer<Throwable> problems) {
        pictures = new TracePictures(jobs, problems);
    }

    /** Shows another recording from its beginning. */
    public void show(TraceSource newSource, LabelTrack labels) {
        double width = viewport.get().width();
        pictures.clear();
        values.set(newSource.usualValues());
        selection.set(NOTHING);
        cursor.set(0);
        track.set(labels);
        viewport.set(TraceViewport.whole(width, newSource.length()));
        source.set(newSource);
    }

    /** Shows nothing any more. */
    public void clear() {
        pictures.clear();
        source.set(null);
        selection.set(NOTHING);
        target.set(NOTHING);
        track.set(LabelTrack.empty(""));
        otherTracks.set(List.of());
        cursor.set(0);
        viewport.set(TraceViewport.whole(viewport.get().width(), 0));
    }

    /** What is shown, if anything. */
    public Optional<TraceSource> source() {
        return Optional.ofNullable(source.get());
    }

    public ReadOnlyObjectProperty<@Nullable TraceSource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    public ObjectProperty<TraceViewport> viewportProperty() {
        return viewport;
    }

    public ObjectProperty<ValueScale> valuesProperty() {
        return values;
    }

    /** What the lanes show, from top to bottom; at least one. */
    public ObjectProperty<List<Lane>> lanesProperty() {
        return lanes;
    }

    /** Shows a lane or takes it away; the last one stays. */
    public void toggleLane(Lane lane) {
        var shown = EnumSet.copyOf(lanes.get());
        if (!shown.add(lane) && shown.size() > 1) {
            shown.remove(lane);
        }
        lanes.set(List.copyOf(shown));
    }

    /** The pictures of what is shown. */
    TracePictures pictures() {
        return pictures;
    }

    /** The labels under the trace. */
    public ObjectProperty<LabelTrack> trackProperty() {
        return track;
    }

    /** Tracks that are shown below the one that is edited. */
    public ObjectProperty<List<LabelTrack>> otherTracksProperty() {
        return otherTracks;
    }

    /** Names and colours of the codes in the track. */
    public ObjectProperty<Map<String, Behaviour>> behavioursProperty() {
        return behaviours;
    }

    /** The marked samples; empty while nothing is marked. */
    public ObjectProperty<SampleRange> selectionProperty() {
        return selection;
    }

    /** The samples that the next label would cover; empty for none. Whoever labels sets it. */
    public ObjectProperty<SampleRange> targetProperty() {
        return target;
    }

    /** The sample at which the user is. */
    public ReadOnlyLongProperty cursorProperty() {
        return cursor;
    }

    public boolean hasSelection() {
        return !selection.get().isEmpty();
    }

    /** Magnifies around a pixel. */
    public void zoomAt(double x, double factor) {
        change(view -> view.zoomedAt(x, factor));
    }

    /** Magnifies around the cursor if it is visible, else around the middle. */
    public void zoom(double factor) {
        change(view -> {
            double x = view.xOf(cursor.get() + 0.5);
            return view.zoomedAt(x >= 0 && x <= view.width() ? x : view.width() / 2, factor);
        });
    }

    /** Shows what lies {@code pixels} to the right. */
    public void pan(double pixels) {
        change(view -> view.pannedBy(pixels));
    }

    /** One page on, or back if negative. */
    public void page(int direction) {
        double pixels = direction * PAGE * viewport.get().width();
        pan(pixels);
        moveCursor(cursor.get() + Math.round(pixels * viewport.get().samplesPerPixel()));
    }

    public void zoomToWhole() {
        change(view -> TraceViewport.whole(view.width(), view.length()));
    }

    /** Shows a range with some room around it. */
    public void zoomTo(SampleRange range) {
        change(view -> view.showing(range));
    }

    /** The window got another width. */
    public void resize(double width) {
        change(view -> view.resized(width));
    }

    /** Puts the cursor somewhere and shows it. */
    public void moveCursor(long sample) {
        long length = viewport.get().length();
        cursor.set(Math.clamp(sample, 0, Math.max(0, length - 1)));
        double x = viewport.get().xOf(cursor.get() + 0.5);
        if (x < 0 || x > viewport.get().width()) {
            change(view -> view.centredOn((double) cursor.get()));
        }
    }

    /** Puts the cursor somewhere and into the middle of the view. */
    public void goTo(long sample) {
        moveCursor(sample);
        change(view -> view.centredOn(cursor.get() + 0.5));
    }

    /** One step of an arrow key to the right, or to the left if negative: a hundredth of the view, at least a sample. */
    public void stepCursor(int direction, boolean select) {
        long step =
                Math.max(1, Math.round(viewport.get().width() * viewport.get().samplesPerPixel() * CURSOR_STEP));
        long before = cursor.get();
        moveCursor(before + direction * step);
        if (select) {
            extendSelection(before, cursor.get());
        }
    }

    private void extendSelection(long before, long now) {
        var old = selection.get();
        if (old.isEmpty()) {
            mark(before, now);
        } else {
            mark(before == old.from() ? old.to() : old.from(), now);
        }
    }

    /** Marks the samples between two places, in either order. */
    public void mark(long one, long other) {
        long length = viewport.get().length();
        long from = Math.clamp(Math.min(one, other), 0, length);
        selection.set(new SampleRange(from, Math.clamp(Math.max(one, other), from, length)));
    }

    /** The selection begins at the cursor: one side of {@code [} and {@code ]}. */
    public void markStart() {
        long to = selection.get().to();
        long end = viewport.get().visible().to();
        mark(cursor.get(), to > cursor.get() ? to : end);
    }

    /** The selection ends at the cursor. */
    public void markEnd() {
        var old = selection.get();
        mark(
                !old.isEmpty() && old.from() < cursor.get()
                        ? old.from()
                        : viewport.get().visible().from(),
                cursor.get());
    }

    public void clearSelection() {
        selection.set(NOTHING);
    }

    private void change(UnaryOperator<TraceViewport> how) {
        viewport.set(how.apply(viewport.get()));
    }
}
