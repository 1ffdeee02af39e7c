package org.ethotag.ui.result;

import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.label.Behaviour;
import org.ethotag.language.Messages;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PictureCanvas;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.result.AgreementViewModel.Row;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.result.AgreementChart;
import org.ethotag.workflow.result.DisagreementTable;
import org.kordamp.ikonli.feather.Feather;

/** Two tracks: what they confuse on the left, every disagreement with its verdict on the right. */
final class AgreementPane extends StackPane {
    private static final double DIVIDER = 0.54;

    private final AgreementViewModel model;
    private final StudyViewModel study;
    private final ObservableValue<Look> look;
    private final PictureCanvas canvas = new PictureCanvas();
    private final TableView<Row> table;
    private final FlowPane verdicts = new FlowPane();
    private final Label count = new Label();
    private boolean filling;

    AgreementPane(
            ResultViewModel results,
            AgreementViewModel model,
            StudyViewModel study,
            ObservableValue<Look> look,
            PictureExport export) {
        this.model = model;
        this.study = study;
        this.look = look;
        table = new TableView<>(model.rows());
        var none = new EmptyState(Feather.USERS, Texts.of("result.tracks.title"), Texts.of("result.tracks.text"));
        none.setId("agreement-empty");
        var scroll = new ScrollPane(canvas);
        scroll.getStyleClass().addAll("plain-scroll", "result-scroll");
        canvas.inside(scroll);
        var split = new SplitPane(scroll, side());
        split.setDividerPositions(DIVIDER);
        split.getStyleClass().add("result-split");
        split.visibleProperty().bind(model.agreementProperty().isNotNull());
        var page = new BorderPane(split, choices(results), null, null, null);
        var two = Bindings.size(results.tracks()).greaterThan(1);
        page.visibleProperty().bind(two);
        none.visibleProperty().bind(two.not());
        getChildren().addAll(none, page);
        export.picture(this::picture).table(this::csv);
        export.disableProperty().bind(model.agreementProperty().isNull());
        model.agreementProperty().subscribe(_ -> refresh());
        look.subscribe(_ -> refresh());
        results.tracks().addListener((ListChangeListener<String>) _ -> model.offer(results.tracks()));
        visibleProperty().subscribe(now -> {
            if (now) {
                model.offer(results.tracks());
            }
        });
    }

    private Node choices(ResultViewModel results) {
        var name = new TextField();
        name.setId("agreement-verdicts");
        name.setPrefWidth(130);
        name.setText(model.verdictsProperty().get());
        name.setOnAction(_ -> model.verdictsProperty().set(name.getText().strip()));
        name.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.verdictsProperty().set(name.getText().strip());
            }
        });
        var row = new FlowPane(
                LabelledField.of("result.first", track("agreement-first", results, model.firstProperty())),
                LabelledField.of("result.second", track("agreement-second", results, model.secondProperty())),
                LabelledField.of("result.session", session()),
                LabelledField.of("result.verdicts", name));
        row.getStyleClass().add("result-settings");
        return row;
    }

    private static Node track(String id, ResultViewModel results, StringProperty value) {
        var box = new ComboBox<>(results.tracks());
        box.setId(id);
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                value.set(chosen);
            }
        });
        value.subscribe(box::setValue);
        results.tracks().addListener((ListChangeListener<String>) _ -> box.setValue(value.get()));
        return box;
    }

    private Node session() {
        var box = new ComboBox<String>();
        box.setId("agreement-session");
        Columns.show(box, id -> id.equals(AgreementViewModel.ALL) ? Texts.of("result.session.all") : name(id));
        study.sessions().subscribe(() -> {
            filling = true;
            var ids = new ArrayList<String>();
            ids.add(AgreementViewModel.ALL);
            study.sessions().stream().map(SessionRow::session).forEach(one -> ids.add(one.id()));
            box.setItems(FXCollections.observableArrayList(ids));
            box.setValue(
                    ids.contains(model.sessionProperty().get())
                            ? model.sessionProperty().get()
                            : ids.getFirst());
            filling = false;
        });
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null && !filling) {
                model.sessionProperty().set(chosen);
            }
        });
        return box;
    }

    private String name(String id) {
        return study.sessions().stream()
                .map(SessionRow::session)
                .filter(one -> one.id().equals(id))
                .map(one -> one.name())
                .findFirst()
                .orElse(id);
    }

    private Node side() {
        var title = new Label(Texts.of("result.disagreements"));
        title.getStyleClass().add("title-4");
        count.getStyleClass().add("text-muted");
        var hint = new Label(Texts.of("result.disagreements.hint"));
        hint.getStyleClass().addAll("text-muted", "text-small");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        table();
        verdicts.getStyleClass().add("result-verdicts");
        VBox.setVgrow(table, Priority.ALWAYS);
        var heading = new HBox(title, count);
        heading.getStyleClass().add("result-heading");
        heading.setAlignment(Pos.BASELINE_LEFT);
        var box = new VBox(heading, table, verdicts, hint);
        box.getStyleClass().add("result-side");
        return box;
    }

    private void table() {
        table.setId("disagreements");
        table.setAccessibleText(Texts.of("result.disagreements"));
        table.getStyleClass().addAll("card-table", "dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.of("result.disagreements.none")));
        table.getColumns()
                .add(Columns.text(
                        Texts.of("sessions.name"),
                        120,
                        row -> row.compared().session().name()));
        table.getColumns().add(Columns.number(Texts.of("result.seconds"), 70, AgreementPane::seconds));
        var first = Columns.<Row>text("", 90, row -> row.disagreement().first());
        var second = Columns.<Row>text("", 90, row -> row.disagreement().second());
        first.textProperty().bind(model.firstProperty());
        second.textProperty().bind(model.secondProperty());
        table.getColumns().add(first);
        table.getColumns().add(second);
        table.getColumns().add(Columns.text(Texts.of("result.verdict"), 100, Row::verdict));
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.chosenProperty().set(row);
            }
        });
        model.chosenProperty().subscribe(row -> {
            if (row != null && !row.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(row);
                table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - 3));
            }
            buttons();
        });
        model.rows().addListener((ListChangeListener<Row>) _ -> counted());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (!event.isControlDown() && !event.isMetaDown() && model.chooseKey(event.getCharacter())) {
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.open();
            }
        });
    }

    private void pressed(KeyEvent event) {
        Runnable action = switch (event.getCode()) {
            case LEFT -> model::chooseFirst;
            case RIGHT -> model::chooseSecond;
            case ENTER -> model::open;
            case BACK_SPACE -> model::undo;
            case Z -> event.isShortcutDown() ? model::undo : () -> {};
            default -> () -> {};
        };
        boolean mine = switch (event.getCode()) {
            case LEFT, RIGHT, ENTER, BACK_SPACE -> true;
            case Z -> event.isShortcutDown();
            default -> false;
        };
        if (mine) {
            action.run();
            event.consume();
        }
    }

    private static String seconds(Row row) {
        return String.format(
                Messages.locale(),
                "%.2f",
                row.disagreement().range().length()
                        / row.compared().session().rate().hertz());
    }

    private void counted() {
        count.setText(Texts.of("result.settled", model.settled(), model.rows().size()));
    }

    /** First, second, every behaviour, the trace, and back. */
    private void buttons() {
        var row = model.chosenProperty().get();
        verdicts.getChildren().clear();
        if (row == null) {
            return;
        }
        var all = new ArrayList<Button>();
        all.add(button("verdict-first", "\u2190 " + named(row.disagreement().first()), model::chooseFirst));
        all.add(button("verdict-second", "\u2192 " + named(row.disagreement().second()), model::chooseSecond));
        for (Behaviour behaviour : model.behaviours()) {
            var key = behaviour.key().isEmpty() ? "" : "  " + behaviour.key().toUpperCase(Locale.ROOT);
            all.add(button(
                    "verdict-" + behaviour.code(), behaviour.name() + key, () -> model.decide(behaviour.code())));
        }
        all.forEach(button -> button.setDisable(!model.canDecide()));
        var undo = button("verdict-undo", Texts.of("label.undo"), model::undo);
        undo.setGraphic(Icons.of(Feather.ROTATE_CCW));
        undo.setDisable(!model.canDecide());
        var open = button("verdict-open", Texts.of("compare.windows.open"), model::open);
        open.setGraphic(Icons.of(Feather.EXTERNAL_LINK));
        verdicts.getChildren().addAll(all);
        verdicts.getChildren().addAll(undo, open);
    }

    private String named(String code) {
        return model.behaviours().stream()
                .filter(one -> one.code().equals(code))
                .map(Behaviour::name)
                .findFirst()
                .orElse(code);
    }

    private static Button button(String id, String text, Runnable action) {
        var button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("small");
        button.setFocusTraversable(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        var agreement = model.agreementProperty().get();
        if (agreement != null) {
            canvas.show(model.picture(), look.getValue() == Look.DARK ? Tones.dark() : Tones.light());
        }
        counted();
        buttons();
    }

    private Supplier<Picture> picture() {
        var agreement = model.agreementProperty().get();
        return agreement == null ? canvas::picture : () -> AgreementChart.of(agreement);
    }

    private Supplier<String> csv() {
        var agreement = model.agreementProperty().get();
        var project = study.project();
        return agreement == null || project.isEmpty()
                ? () -> ""
                : () -> DisagreementTable.csv(project.get(), agreement);
    }
}
