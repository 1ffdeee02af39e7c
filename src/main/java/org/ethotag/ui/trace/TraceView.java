package org.ethotag.ui.trace;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.ethotag.label.Bout;
import org.ethotag.ui.control.Texts;

/**
 * A recording as a picture: lanes, the labels, real time, and a map of the whole. Drawn once per frame at most,
 * however many properties changed.
 */
public final class TraceView extends Region {
    static final double GUTTER = 60;
    private static final double RIGHT = 14;
    private static final double READOUT = 30;
    private static final double AXIS = 40;
    private static final double MAP = 46;
    private static final double SPACE = 4;
    private static final double GO_TO_WIDTH = 470;

    private final TraceViewModel model;
    private final ObjectProperty<TracePalette> palette = new SimpleObjectProperty<>(TracePalette.light());
    private final Readout readout;
    private final LanesPane lanes = new LanesPane(GUTTER);
    private final RibbonPane ribbon = new RibbonPane(GUTTER);
    private final AxisTexts axisTexts = new AxisTexts(GUTTER, RIGHT);
    private final HoverTexts texts;
    private final GoToBar goTo;
    private final MapPane map;
    private final TraceMarks marks = new TraceMarks(GUTTER);
    private boolean mapOld = true;
    private double hoverX = Double.NaN;
    private double hoverY;

    public TraceView(TraceViewModel model) {
        this.model = model;
        map = new MapPane(model, GUTTER);
        texts = new HoverTexts(model);
        goTo = new GoToBar(model, this::requestFocus);
        readout = new Readout(new TraceTools(model, this::askWhere));
        getStyleClass().add("trace-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Texts.of("trace.accessible"));
        setCursor(Cursor.CROSSHAIR);
        setMinSize(200, 220);
        getChildren().addAll(readout, lanes, ribbon);
        getChildren().addAll(axisTexts.nodes());
        getChildren().add(map);
        getChildren().addAll(marks.nodes());
        getChildren().add(goTo);
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
        getChildren().stream().filter(child -> child != goTo).forEach(child -> child.setVisible(source.isPresent()));
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
        axisTexts.write(source, view, axis, ribbonTop() + ribbon.wantedHeight());
        if (mapOld) {
            mapOld = !map.paint(frame, track, behaviours);
        }
        map.showViewport(view);
        double bottom = ribbonTop() + ribbon.wantedHeight();
        marks.place(model, READOUT, bottom, ribbonTop(), ribbon.mainHeight());
        placeHover(source, view, sample);
        placeGoTo(width);
        readout.showExtent(source, view, model.selectionProperty().get());
    }

    private void placeGoTo(double width) {
        double wide = Math.min(width - 2 * SPACE, GO_TO_WIDTH);
        goTo.resizeRelocate(width - wide - RIGHT, READOUT + SPACE, wide, goTo.prefHeight(wide));
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
        boolean onLanes = hovering && hoverY > READOUT && !isOnMap(hoverY);
        marks.placeHover(onLanes, hoverX, READOUT, ribbonTop() + ribbon.wantedHeight());
        if (source.length() > 0) {
            var bout = model.trackProperty().get().boutAt(sample);
            readout.show(
                    source, sample, bout.map(b -> texts.nameOf(b.behaviour())).orElse(""));
        }
        String text = hovering ? bubbleText(source, view, sample) : "";
        marks.say(text, hoverX, hoverY, READOUT, getWidth());
    }

    private String bubbleText(TraceSource source, TraceViewport view, long sample) {
        if (isOnRibbon(hoverY)) {
            return texts.ribbon(source, sample, ribbonBoutAt(hoverY, sample), ribbon.trackAt(hoverY - ribbonTop()));
        }
        return isOnMap(hoverY) ? "" : texts.gapAt(source, view, hoverX - GUTTER);
    }

    /** Asks for a time or a sample to go to. */
    public void askWhere() {
        if (model.source().isPresent()) {
            goTo.open();
        }
    }

    /** Opens the list of lanes. */
    public void chooseLanes() {
        readout.tools().showLanes();
    }
}
