package org.ethotag.ui.recording;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Choosing, keeping and passing on presets. */
final class PresetBar extends HBox {
    private final ImportViewModel model;
    private final Supplier<ImportSettings> settings;
    private final Consumer<ImportPreset> chosen;
    private final ComboBox<ImportPreset> box = new ComboBox<>();
    private final Label fits = new Label();

    PresetBar(ImportViewModel model, Supplier<ImportSettings> settings, Consumer<ImportPreset> chosen) {
        super(8);
        this.model = model;
        this.settings = settings;
        this.chosen = chosen;
        box.setId("import-preset");
        box.setItems(model.presets());
        box.setPromptText(Texts.of("import.preset.none"));
        box.setAccessibleText(Texts.of("import.preset"));
        box.setPrefWidth(220);
        Columns.show(box, ImportPreset::name);
        box.setOnAction(_ -> {
            var preset = box.getValue();
            if (preset != null) {
                fits.setText("");
                chosen.accept(preset);
            }
        });
        var more = new MenuButton(Texts.of("import.preset"), Icons.of(Feather.BOOKMARK));
        more.setId("import-preset-menu");
        var delete = item("import.preset.delete", this::delete);
        var export = item("import.preset.export", this::export);
        delete.disableProperty().bind(box.valueProperty().isNull());
        export.disableProperty().bind(box.valueProperty().isNull());
        more.getItems()
                .setAll(
                        item("import.preset.save", this::save),
                        delete,
                        export,
                        item("import.preset.import", this::take));
        fits.getStyleClass().add("text-muted");
        fits.setId("import-preset-fits");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(box, more, fits);
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.of(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Chooses the preset that was made for the file's header, and says so. */
    void found(ImportPreset preset) {
        box.setValue(preset);
        chosen.accept(preset);
        fits.setText(Texts.of("import.preset.fits"));
    }

    private void save() {
        var question =
                new TextInputDialog(box.getValue() == null ? "" : box.getValue().name());
        question.initOwner(getScene().getWindow());
        question.setTitle(Texts.of("import.preset.save"));
        question.setHeaderText(Texts.of("import.preset.name"));
        question.showAndWait().ifPresent(this::save);
    }

    private void save(String name) {
        var preview = model.previewProperty().get();
        var said = settings.get();
        var columns = said.columns().isEmpty() && preview != null ? preview.columns() : said.columns();
        try {
            model.save(new ImportPreset(
                    name.strip(), preview == null ? List.of() : preview.header(), said.withColumns(columns)));
        } catch (IllegalArgumentException refused) {
            fits.setText(String.valueOf(refused.getMessage()));
        }
    }

    private void delete() {
        model.delete(box.getValue());
        box.setValue(null);
    }

    private void export() {
        var chooser = chooser("import.preset.export");
        chooser.setInitialFileName(box.getValue().name() + ".json");
        @Nullable File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.exportPreset(file.toPath(), box.getValue());
        }
    }

    private void take() {
        @Nullable
        File file = chooser("import.preset.import").showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.importPreset(file.toPath());
        }
    }

    private static FileChooser chooser(String key) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of(key));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.of("import.preset"), "*.json"));
        return chooser;
    }
}
