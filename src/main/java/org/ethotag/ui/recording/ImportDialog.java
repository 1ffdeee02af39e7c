package org.ethotag.ui.recording;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.recording.reading.ImportPreview;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** Asks how files are to be read, and shows what comes of each answer. What is left empty is guessed. */
final class ImportDialog extends Dialog<ImportSettings> {
    private static final double FORM_WIDTH = 400;
    private static final double WIDTH = 1100;
    private static final double HEIGHT = 600;

    private final ImportViewModel model;
    private final List<Path> files;
    private final ReadingForm form;
    private final PresetBar presets;
    private final PreviewPane preview = new PreviewPane();
    private final ComboBox<Path> shown = new ComboBox<>();
    private final Node go;

    ImportDialog(Scene owner, List<Path> files, List<String> animals, ImportViewModel model) {
        this.model = model;
        this.files = List.copyOf(files);
        form = new ReadingForm(animals, this::follow);
        presets = new PresetBar(model, form::settings, form::show);
        initOwner(owner.getWindow());
        setTitle(Texts.of("import.title"));
        setResizable(true);
        var pane = getDialogPane();
        pane.getStylesheets().setAll(owner.getStylesheets());
        pane.getStyleClass().add("import-dialog");
        pane.getStyleClass().add(owner.getRoot().getStyleClass().contains("dark") ? "dark" : "light");
        var done = new ButtonType(Texts.of("import.go"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(done, ButtonType.CANCEL);
        pane.setContent(content());
        go = pane.lookupButton(done);
        go.setId("import-go");
        go.getStyleClass().add("accent");
        go.setDisable(true);
        setResultConverter(type -> type == done ? form.settings() : null);
        var seen = model.previewProperty().subscribe(made -> show(made));
        setOnHidden(_ -> seen.unsubscribe());
        model.begin(file(), fitting -> fitting.ifPresentOrElse(presets::found, this::follow));
    }

    private Path file() {
        return shown.getValue() == null ? files.getFirst() : shown.getValue();
    }

    private Node content() {
        shown.setId("import-file");
        shown.getItems().setAll(files);
        shown.setValue(files.getFirst());
        Columns.show(shown, file -> String.valueOf(file.getFileName()));
        shown.setOnAction(_ -> follow());
        shown.setDisable(files.size() == 1);
        var many = new Label(files.size() == 1 ? "" : Texts.of("import.many", files.size()));
        many.getStyleClass().add("text-muted");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var top = new HBox(8, shown, many, space, presets);
        top.setAlignment(Pos.CENTER_LEFT);
        var line = new Label(Texts.of("import.text"));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add("text-muted");
        var fields = new ScrollPane(form);
        fields.setFitToWidth(true);
        fields.setPrefWidth(FORM_WIDTH);
        fields.setMinWidth(FORM_WIDTH);
        HBox.setHgrow(preview, Priority.ALWAYS);
        var box = new BorderPane(new HBox(20, fields, preview), new VBox(10, top, line), null, null, null);
        BorderPane.setMargin(box.getCenter(), new Insets(12, 0, 0, 0));
        box.getStyleClass().add("import-content");
        box.setPrefSize(WIDTH, HEIGHT);
        box.setMinWidth(WIDTH);
        return box;
    }

    private void follow() {
        model.preview(file(), form.settings());
    }

    private void show(@Nullable ImportPreview seen) {
        preview.show(seen);
        if (seen != null) {
            form.show(seen);
        }
        go.setDisable(seen == null || !seen.readable() || !form.complete());
    }
}
