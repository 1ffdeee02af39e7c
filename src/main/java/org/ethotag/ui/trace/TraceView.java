package org.ethotag.ui.trace;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.ethotag.label.Bout;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;

/**
 * A recording as a picture: three lanes, the labels, real time, and a map of the whole. Drawn once per frame at most,
 * however many properties changed.
 */
public final class TraceView extends Region {
    static final double GUTTER = 60;
    private static final double RIGHT = 14;
    private static final double READOUT = 30;
    private static final double AXIS = 40;
    private static final double MAP = 46;
    private static final double SPACE = 4;
    private static final double GAP_REACH = 5;

    private final TraceViewModel model;
    private final ObjectProperty<TracePalette> palette = new SimpleObjectProperty<>(TracePalette.light());
    private final Readout readout = new Readout();
    private final LanesPane lanes = new LanesPane(GUTTER);
    private final RibbonPane ribbon = new RibbonPane(GUTTER);
    private final TextPool tickTexts = new TextPool("trace-tick");
    private final TextPool dateTexts = new TextPool("trace-date");
    private final MapPane map;
    private final Region selected = part("trace-selection");
    private final Region target = part("trace-target");
    private final Region cursorLine = part("trace-cursor");
    private final Region hoverLine = part("trace-hover");
    private final Label bubble = new Label();
    private boolean mapOld = true;
    private double hoverX = Double.NaN;
    private double hoverY;

    public TraceView(TraceViewModel model) {
        this.model = model;
        map = new MapPane(model, GUTTER);
        getStyleClass().add("trace-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.of("trace.accessible"));
        setCursor(Cursor.CROSSHAIR);
        setMinSize(200, 220);
        bubble.getStyleClass().add("trace-bubble");
        bubble.setManaged(false);
        bubble.setMouseTransparent(true);
        getChildren().addAll(readout, lanes, ribbon, tickTexts.group(), dateTexts.group(), map);
        getChildren().addAll(selected, target, hoverLine, cursorLine, bubble);
        model.sourceProperty().subscribe(this::redrawAll);
        model.viewportProperty().subscribe(this::requestLayout);
        model.valuesProperty().subscribe(this::redrawAll);
        model.trackProperty().subscribe(this::redrawAll);
        model.otherTracksProperty().subscribe(this::requestLayout);
        model.behavioursProperty().subscribe(this::redrawAll);
        model.selectionProperty().subscribe(this::requestLayout);
        model.targetProperty().subscribe(this::requestLayout);
        model.cursorProperty().subscribe(this::requestLayout);
        model.lanesProperty().subscribe(this::requestLayout);
        model.pictures().arrivalsProperty().subscribe(this::arrived);
        palette.subscribe(this::redrawAll);
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::redrawAll);
        sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::renderScaleXProperty)
                .subscribe(this::redrawAll);
        new TraceInput(this, model).install();
    }

    private static Region part(String style) {
        var part = new Region();
        part.getStyleClass().add(style);
        part.setManaged(false);
        part.setMouseTransparent(true);
        return part;
    }

    /** Colours of the picture; everything else comes from the style sheet. */
    public ObjectProperty<TracePalette> paletteProperty() {
        return palette;
    }

    /** Pictures may come while a frame is laid out, if they are made at once; the map may have waited for them too. */
    private void arrived() {
        requestLayout();
    }

    private void redrawAll() {
        mapOld = true;
        requestLayout();
    }

    private void resized() {
        model.resize(plotWidth());
        redrawAll();
    }

    private double plotWidth() {
        return Math.max(1, Math.floor(getWidth()) - GUTTER - RIGHT);
    }

    private double ribbonTop() {
        return Math.floor(getHeight()) - MAP - SPACE - AXIS - ribbon.wantedHeight();
    }

    /** Pixel of the plot under a pixel of this view. */
    double plotX(double x) {
        return Math.clamp(x - GUTTER, 0, plotWidth());
    }

    boolean isOnRibbon(double y) {
        return y >= ribbonTop() && y < ribbonTop() + ribbon.wantedHeight();
    }

    /** The bout that is drawn on a ribbon. */
    Optional<Bout> ribbonBoutAt(double y, long sample) {
        return ribbon.boutAt(y - ribbonTop(), sample);
    }

    boolean isOnMap(double y) {
        return y >= Math.floor(getHeight()) - MAP;
    }

    void hover(double x, double y) {
        hoverX = x;
        hoverY = y;
        requestLayout();
    }

    void endHover() {
        hoverX = Double.NaN;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        var source = model.source();
        getChildren().forEach(child -> child.setVisible(source.isPresent()));
        source.ifPresent(this::draw);
    }

    private void draw(TraceSource source) {
        double scale = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
        var view = model.viewportProperty().get();
        double width = Math.floor(getWidth());
        double mapTop = Math.floor(getHeight()) - MAP;
        ribbon.show(model.trackProperty().get(), model.otherTracksProperty().get());
        readout.resizeRelocate(0, 0, width, READOUT);
        lanes.resizeRelocate(0, READOUT, width, Math.max(1, ribbonTop() - SPACE - READOUT));
        ribbon.resizeRelocate(0, ribbonTop(), width, ribbon.wantedHeight());
        map.resizeRelocate(0, mapTop, width, MAP);
        var axis = TraceAxis.of(source, view, Locale.getDefault(Locale.Category.FORMAT));
        var colours = palette.get();
        long sample = toldSample(view);
        var shown = model.lanesProperty().get();
        int columns = (int) Math.max(1, Math.round(view.width() * scale));
        model.pictures().want(source, view, shown, columns, sample);
        var frame = new Frame(source, view, model.valuesProperty().get(), axis, shown, sample, colours, scale);
        lanes.paint(frame, model.pictures().spectrogram());
        var track = model.trackProperty().get();
        var behaviours = model.behavioursProperty().get();
        ribbon.paint(behaviours, view, colours, scale);
        writeAxis(source, view, axis);
        if (mapOld) {
            map.paint(frame, track, behaviours);
            mapOld = false;
        }
        map.showViewport(view);
        placeMarks(view);
        placeHover(source, view, sample);
        readout.showExtent(source, view, model.selectionProperty().get());
    }

    private void writeAxis(TraceSource source, TraceViewport view, TraceAxis axis) {
        double top = ribbonTop() + ribbon.wantedHeight();
        tickTexts.begin();
        dateTexts.begin();
        for (TraceAxis.Mark mark : axis.ticks()) {
            var text = tickTexts.add(mark.label(), GUTTER + mark.x() + 3, top + 11, 0);
            text.setVisible(mark.x() + 3 + text.getLayoutBounds().getWidth() <= view.width() + RIGHT);
        }
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        var visible = view.visible();
        if (!visible.isEmpty()) {
            String day = TimeTexts.date(source.time().timeOf(visible.from()), source.zone(), locale);
            var pinned = dateTexts.add(day, GUTTER + 3, top + 27, 0);
            double free = pinned.getX() + pinned.getLayoutBounds().getWidth() + 16;
            for (TraceAxis.Mark mark : axis.days()) {
                if (GUTTER + mark.x() >= free) {
                    var text = dateTexts.add(mark.label(), GUTTER + mark.x() + 3, top + 27, 0);
                    free = text.getX() + text.getLayoutBounds().getWidth() + 16;
                }
            }
        }
        tickTexts.end();
        dateTexts.end();
    }

    private void placeMarks(TraceViewport view) {
        double top = READOUT;
        double height = ribbonTop() + ribbon.wantedHeight() - top;
        place(selected, model.selectionProperty().get(), view, top, height);
        place(target, model.targetProperty().get(), view, ribbonTop() - 2, ribbon.mainHeight() + 4);
        double x = view.xOfSample(model.cursorProperty().get());
        cursorLine.setVisible(x >= 0 && x <= view.width());
        cursorLine.resizeRelocate(GUTTER + Math.rint(x) - 1, top, 2, height);
    }

    private void place(Region mark, SampleRange range, TraceViewport view, double top, double height) {
        double left = Math.clamp(view.xOfSample(range.from()), 0, view.width());
        double right = Math.clamp(view.xOfSample(range.to()), 0, view.width());
        mark.setVisible(!range.isEmpty() && right > left);
        mark.resizeRelocate(GUTTER + Math.rint(left), top, Math.max(1, Math.rint(right - left)), height);
    }

    private boolean hovering(TraceViewport view) {
        return !Double.isNaN(hoverX) && hoverX >= GUTTER && hoverX <= GUTTER + view.width();
    }

    /** The sample whose time and values are told. */
    private long toldSample(TraceViewport view) {
        return hovering(view)
                ? view.sampleAt(hoverX - GUTTER)
                : model.cursorProperty().get();
    }

    private void placeHover(TraceSource source, TraceViewport view, long sample) {
        boolean hovering = hovering(view);
        hoverLine.setVisible(hovering && hoverY > READOUT && !isOnMap(hoverY));
        hoverLine.resizeRelocate(Math.floor(hoverX), READOUT, 1, ribbonTop() + ribbon.wantedHeight() - READOUT);
        if (source.length() > 0) {
            var bout = model.trackProperty().get().boutAt(sample);
            readout.show(source, sample, bout.map(b -> nameOf(b.behaviour())).orElse(""));
        }
        String text = hovering ? bubbleText(source, view, sample) : "";
        bubble.setVisible(!text.isEmpty());
        bubble.setText(text);
        if (!text.isEmpty()) {
            bubble.autosize();
            double left = Math.clamp(hoverX + 12, 0, Math.max(0, getWidth() - bubble.getWidth() - 4));
            bubble.relocate(left, Math.max(READOUT, hoverY - bubble.getHeight() - 10));
        }
    }

    private String nameOf(String code) {
        var behaviour = model.behavioursProperty().get().get(code);
        return behaviour == null ? code : behaviour.name();
    }

    private String bubbleText(TraceSource source, TraceViewport view, long sample) {
        var locale = Locale.getDefault(Locale.Category.FORMAT);
        if (isOnRibbon(hoverY)) {
            return ribbonText(source, sample, locale);
        }
        int stretch = source.stretches().isEmpty() ? 0 : source.stretchAt(sample);
        for (int i = Math.max(1, stretch); i < Math.min(source.stretches().size(), stretch + 2); i++) {
            long border = source.stretches().get(i).from();
            if (Math.abs(view.xOfSample(border) - (hoverX - GUTTER)) <= GAP_REACH && !isOnMap(hoverY)) {
                var jump = Duration.between(
                        source.time().timeOf(border - 1), source.time().timeOf(border));
                return jump.isNegative()
                        ? Texts.of("trace.backwards", TimeTexts.duration(jump.negated(), locale))
                        : Texts.of("trace.gap", TimeTexts.duration(jump, locale));
            }
        }
        return "";
    }

    private String ribbonText(TraceSource source, long sample, Locale locale) {
        var here = ribbonBoutAt(hoverY, sample)
                .map(bout -> boutText(source, bout, locale))
                .orElse(Texts.of("trace.unlabelled"));
        var track = ribbon.trackAt(hoverY - ribbonTop());
        boolean other =
                track.isPresent() && !track.get().equals(model.trackProperty().get());
        return Stream.concat(
                        Stream.of(other ? track.get().name() + ": " + here : here),
                        track.stream()
                                .flatMap(t -> t.comments().stream()
                                        .filter(c -> c.range().contains(sample))
                                        .map(c -> "\u201c" + c.text() + "\u201d")))
                .collect(Collectors.joining("\n"));
    }

    private String boutText(TraceSource source, Bout bout, Locale locale) {
        var range = bout.range();
        return Texts.of(
                "trace.bout",
                nameOf(bout.behaviour()),
                TimeTexts.duration(source.rate().durationOf(range.length()), locale),
                TimeTexts.full(source.time().timeOf(range.from()), source.zone(), locale));
    }
}
