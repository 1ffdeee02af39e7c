package org.ethotag.ui.ethogram;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Contrast;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The behaviours as a list, and the chosen one as a form beside it. */
public final class EthogramView extends StackPane {
    private final EthogramViewModel model;
    private final StudyViewModel study;
    private final TableView<Behaviour> table = new TableView<>();

    /** @param pieces gets what the page is made of */
    public EthogramView(EthogramViewModel model, StudyViewModel study, Pieces pieces) {
        this.model = model;
        this.study = study;
        getStyleClass().add("page");
        fillTable();
        var page = new BorderPane();
        pieces.add(this::header, page::setTop);
        pieces.add(() -> new BehaviourForm(model, study.readOnlyProperty(), table.getSelectionModel()), page::setRight);
        pieces.add(() -> page.setCenter(table));
        var empty = new EmptyState(Feather.LIST, Texts.of("ethogram.empty.title"), Texts.of("ethogram.empty.text"));
        for (String name : model.templates()) {
            empty.button(
                    "start-" + name,
                    Texts.of("ethogram.template." + name),
                    Feather.LIST,
                    () -> model.useTemplate(name));
        }
        empty.button("start-own", Texts.of("ethogram.add"), Feather.PLUS, this::add);
        var none =
                model.ethogramProperty().map(ethogram -> ethogram.behaviours().isEmpty());
        empty.visibleProperty().bind(none);
        page.visibleProperty().bind(empty.visibleProperty().not());
        getChildren().addAll(empty, page);
        pieces.add(() -> {
            model.ethogramProperty().subscribe(this::show);
            show();
            visibleProperty().subscribe(visible -> {
                if (visible) {
                    model.refresh();
                }
            });
        });
    }

    private Node header() {
        var undo = button("ethogram-undo", Texts.of("ethogram.undo"), Feather.ROTATE_CCW, model::undo);
        undo.disableProperty().bind(model.undoableProperty().not());
        var more = new MenuButton(Texts.of("ethogram.more"), Icons.of(Feather.LIST));
        more.setId("ethogram-more");
        for (String name : model.templates()) {
            more.getItems().add(item(Texts.of("ethogram.template." + name), () -> model.useTemplate(name)));
        }
        more.getItems().add(item(Texts.of("ethogram.import"), this::importFile));
        more.disableProperty().bind(study.readOnlyProperty());
        var export = button("ethogram-export", Texts.of("ethogram.export"), Feather.DOWNLOAD, this::exportFile);
        var add = button("ethogram-add", Texts.of("ethogram.add"), Feather.PLUS, this::add);
        add.getStyleClass().add("accent");
        add.disableProperty().bind(study.readOnlyProperty());
        var header = new PageHeader(Texts.of("ethogram.title"), Texts.of("ethogram.line"), undo, more, export, add);
        return header;
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void fillTable() {
        table.setId("behaviours");
        table.setAccessibleText(Texts.of("ethogram.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        var exclusive = Columns.<Behaviour>text(
                Texts.of("ethogram.exclusive"),
                90,
                b -> Texts.of(b.exclusive() ? "ethogram.alone" : "ethogram.together"));
        var columns = List.<TableColumn<Behaviour, ?>>of(
                Columns.text(Texts.of("ethogram.key"), 50, b -> b.key().toUpperCase(Locale.ROOT)),
                look(),
                Columns.text(Texts.of("ethogram.code"), 120, Behaviour::code),
                Columns.number(Texts.of("ethogram.bouts"), 80, b -> bouts(b.code())),
                exclusive,
                Columns.text(Texts.of("ethogram.description"), 260, Behaviour::description));
        columns.forEach(column -> column.setSortable(false));
        table.getColumns().setAll(columns);
        table.getColumns().getFirst().getStyleClass().add("first-column");
        table.setOnKeyPressed(e -> {
            var chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null && e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
                model.move(chosen.code(), e.getCode() == KeyCode.UP ? -1 : 1);
                e.consume();
            }
        });
    }

    private String bouts(String code) {
        return String.format(
                Locale.getDefault(Locale.Category.FORMAT),
                "%,d",
                model.boutsProperty().get().getOrDefault(code, 0L));
    }

    /** The name as it is read on its own colour. */
    private static TableColumn<Behaviour, Behaviour> look() {
        var column = new TableColumn<Behaviour, Behaviour>(Texts.of("ethogram.name"));
        column.setPrefWidth(170);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TableCell<>() {
            private final Label name = new Label();

            @Override
            protected void updateItem(@Nullable Behaviour item, boolean empty) {
                super.updateItem(item, empty);
                if (item == null || empty) {
                    setGraphic(null);
                    return;
                }
                name.setText(item.name());
                name.setMaxWidth(Double.MAX_VALUE);
                name.setStyle("-fx-background-color: " + item.colour() + "; -fx-text-fill: "
                        + Contrast.textOn(item.colour()) + "; -fx-padding: 2 8 2 8; -fx-background-radius: 4;");
                setGraphic(name);
            }
        });
        return column;
    }

    private void show() {
        var chosen = table.getSelectionModel().getSelectedItem();
        table.getItems().setAll(model.ethogramProperty().get().behaviours());
        if (!table.getItems().isEmpty()) {
            select(chosen == null ? table.getItems().getFirst().code() : chosen.code());
        }
    }

    private void select(String code) {
        var items = table.getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).code().equals(code)) {
                table.getSelectionModel().select(i);
                return;
            }
        }
        table.getSelectionModel().select(items.size() - 1);
    }

    private void add() {
        model.add();
        table.getSelectionModel().selectLast();
        table.scrollTo(table.getItems().size() - 1);
    }

    private void importFile() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("ethogram.import"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(Texts.of("ethogram.files"), "*.json", "*.boris"),
                        new FileChooser.ExtensionFilter(Texts.of("import.filter.all"), "*.*"));
        @Nullable File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.importFile(chosen.toPath());
        }
    }

    private void exportFile() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("ethogram.export"));
        chooser.setInitialFileName("ethogram.json");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Ethotag", "*.json"),
                        new FileChooser.ExtensionFilter("BORIS", "*.boris"));
        @Nullable File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.exportFile(chosen.toPath());
        }
    }

    /** Space between two things in a row. */
    static HBox row(Node... nodes) {
        var row = new HBox(8, nodes);
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }
}
