package org.ethotag.ui.label;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Separator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ethotag.recording.Session;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.trace.TracePalette;
import org.ethotag.ui.trace.TraceView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The label page: trace and labels in the middle, behaviours with their keys on the right. */
public final class LabelView extends StackPane {
    private static final double ZOOM = 2;
    private static final double BELOW_MAP = 8;
    private static final double SIDE_WIDTH = 304;

    private final LabelViewModel model;
    private final StudyViewModel study;
    private final TraceView trace;

    /**
     * @param goToSessions what the empty state's button does
     * @param more pages of the side area after the behaviours
     */
    public LabelView(
            LabelViewModel model,
            StudyViewModel study,
            ObservableValue<Look> look,
            Runnable goToSessions,
            List<SidePage> more) {
        this.model = model;
        this.study = study;
        trace = new TraceView(model.trace());
        trace.setId("trace");
        trace.paletteProperty().bind(look.map(l -> l == Look.DARK ? TracePalette.dark() : TracePalette.light()));
        getStyleClass().add("page");
        var desk = new BorderPane(beside(trace, more), toolbar(), null, hint(), null);
        desk.getStyleClass().add("label-desk");
        var empty = new EmptyState(Feather.EDIT_3, Texts.of("label.empty.title"), Texts.of("label.empty.text"))
                .button("label-go-import", Texts.of("label.empty.button"), Feather.UPLOAD, goToSessions);
        desk.visibleProperty().bind(study.currentProperty().isNotNull());
        empty.visibleProperty().bind(study.currentProperty().isNull());
        getChildren().addAll(empty, desk);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        model.readyProperty().subscribe(ready -> {
            if (ready) {
                trace.requestFocus();
            }
        });
    }

    private Node beside(Node trace, List<SidePage> more) {
        var behaviours = new SidePage("behaviours", Texts.of("label.palette"), Feather.TAG, new PalettePane(model));
        var side =
                new SideArea(Stream.concat(Stream.of(behaviours), more.stream()).toList());
        var above = new StackPane(trace);
        above.setPadding(new Insets(0, 0, BELOW_MAP, 0));
        var split = new SplitPane(above, side);
        split.getStyleClass().add("label-split");
        SplitPane.setResizableWithParent(side, false);
        split.widthProperty().addListener(new ChangeListener<Number>() {
            @Override
            public void changed(ObservableValue<? extends Number> width, Number old, Number now) {
                if (now.doubleValue() > SIDE_WIDTH) { // laid out for the first time
                    width.removeListener(this);
                    split.setDividerPositions(1 - SIDE_WIDTH / now.doubleValue());
                }
            }
        });
        return split;
    }

    private Node toolbar() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(
                sessions(),
                space,
                saved(),
                new Separator(Orientation.VERTICAL),
                tool(
                        "undo",
                        Feather.CORNER_UP_LEFT,
                        undoText(),
                        model::undo,
                        model.undoNameProperty().isEmpty()),
                tool(
                        "redo",
                        Feather.CORNER_UP_RIGHT,
                        redoText(),
                        model::redo,
                        model.redoNameProperty().isEmpty()),
                new Separator(Orientation.VERTICAL),
                tool(
                        "previous-border",
                        Feather.CHEVRON_LEFT,
                        fixed(Texts.of("label.previous")),
                        model.steps()::previousBorder),
                tool("next-border", Feather.CHEVRON_RIGHT, fixed(Texts.of("label.next")), model.steps()::nextBorder),
                tool(
                        "next-unlabelled",
                        Feather.SKIP_FORWARD,
                        fixed(Texts.of("label.unlabelled")),
                        model.steps()::nextUnlabelled),
                new Separator(Orientation.VERTICAL),
                tool(
                        "zoom-in",
                        Feather.ZOOM_IN,
                        fixed(Texts.of("label.zoom.in")),
                        () -> model.trace().zoom(ZOOM)),
                tool(
                        "zoom-out",
                        Feather.ZOOM_OUT,
                        fixed(Texts.of("label.zoom.out")),
                        () -> model.trace().zoom(1 / ZOOM)),
                tool(
                        "zoom-whole",
                        Feather.MAXIMIZE_2,
                        fixed(Texts.of("label.zoom.whole")),
                        model.trace()::zoomToWhole));
        bar.getStyleClass().add("page-toolbar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private ObservableValue<String> undoText() {
        return model.undoNameProperty().map(name -> Texts.of("label.undo.named", name));
    }

    private ObservableValue<String> redoText() {
        return model.redoNameProperty().map(name -> Texts.of("label.redo.named", name));
    }

    private static ObservableValue<String> fixed(String text) {
        return Bindings.createStringBinding(() -> text);
    }

    private Node tool(String id, Feather icon, ObservableValue<String> text, Runnable action) {
        var button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setFocusTraversable(false);
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
        button.accessibleTextProperty().bind(text);
        button.setOnAction(_ -> {
            action.run();
            trace.requestFocus();
        });
        return button;
    }

    private Node tool(
            String id, Feather icon, ObservableValue<String> text, Runnable action, ObservableValue<Boolean> off) {
        Node button = tool(id, icon, text, action);
        button.disableProperty().bind(off);
        return button;
    }

    private Node saved() {
        var label = new Label();
        label.setId("save-state");
        label.getStyleClass().add("save-state");
        label.setMinWidth(Region.USE_PREF_SIZE);
        model.saveStateProperty().subscribe(state -> {
            label.setText(
                    switch (state) {
                        case SAVED -> Texts.of("label.saved");
                        case SAVING -> Texts.of("label.saving");
                        case FAILED -> Texts.of("label.failed");
                        case READ_ONLY -> Texts.of("label.readonly");
                    });
            label.setGraphic(Icons.of(
                    switch (state) {
                        case SAVED -> Feather.CHECK_CIRCLE;
                        case SAVING -> Feather.LOADER;
                        case FAILED -> Feather.ALERT_CIRCLE;
                        case READ_ONLY -> Feather.LOCK;
                    }));
            label.getStyleClass()
                    .setAll("label", "save-state", "save-" + state.name().toLowerCase(Locale.ROOT));
        });
        return label;
    }

    private ComboBox<SessionRow> sessions() {
        var box = new ComboBox<>(study.sessions());
        box.setId("session-choice");
        box.setAccessibleText(Texts.of("label.session"));
        box.setPrefWidth(330);
        box.setButtonCell(cell());
        box.setCellFactory(_ -> cell());
        box.valueProperty().subscribe(row -> {
            if (row != null) {
                study.currentProperty().set(row.session());
            }
        });
        study.currentProperty().subscribe(session -> choose(box, session));
        study.sessions().subscribe(() -> choose(box, study.currentProperty().get()));
        return box;
    }

    private void choose(ComboBox<SessionRow> box, @Nullable Session session) {
        study.sessions().stream()
                .filter(row -> row.session().equals(session))
                .findFirst()
                .ifPresent(box::setValue);
    }

    private static ListCell<SessionRow> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable SessionRow row, boolean empty) {
                super.updateItem(row, empty);
                if (row == null || empty) {
                    setText(null);
                } else {
                    long percent = (long) Math.floor(row.labelledFraction() * 100);
                    setText(Texts.of(
                            "label.session.row",
                            row.session().animal(),
                            row.session().name(),
                            percent));
                }
            }
        };
    }

    private static Node hint() {
        var text = new Label(Texts.of("label.hint"));
        text.getStyleClass().add("label-hint");
        text.setMaxWidth(Double.MAX_VALUE);
        return text;
    }

    private void key(KeyEvent event) {
        if (!model.readyProperty().get()
                || getScene().getFocusOwner() instanceof TextInputControl
                || event.isAltDown()) {
            return;
        }
        if (event.isShortcutDown() ? shortcut(event) : plain(event)) {
            event.consume();
        }
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case Z -> undoOrRedo(event.isShiftDown());
            case Y -> model.redo();
            case LEFT -> model.steps().previousBorder();
            case RIGHT -> model.steps().nextBorder();
            case U -> model.steps().nextUnlabelled();
            case J -> stepToDisagreement(event.isShiftDown());
            default -> {
                return false;
            }
        }
        return true;
    }

    private void stepToDisagreement(boolean back) {
        boolean _ =
                back ? model.disagreements().previous() : model.disagreements().next();
    }

    private void undoOrRedo(boolean shift) {
        if (shift) {
            model.redo();
        } else {
            model.undo();
        }
    }

    private boolean plain(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.erase();
            return true;
        }
        return !event.getText().isBlank() && model.press(event.getText());
    }
}
