package org.ethotag.ui.recording;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.recording.ImportSettings;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Texts;

/** Asks how files are to be read; what is left empty is guessed and reported. */
final class ImportDialog extends Dialog<ImportSettings> {
    /** The file name up to the first underscore is the animal. */
    private static final String ANIMAL_FIRST = "(?<animal>[^_]+).*";

    private static final double WIDTH = 540;
    private static final double FASTEST_HZ = 100_000;

    private final ComboBox<String> animal = new ComboBox<>();
    private final TextField tag = new TextField();
    private final ComboBox<String> unit = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final TextField rate = new TextField();
    private final TextField columns = new TextField();
    private final TextField start = new TextField();
    private final TextField pattern = new TextField();
    private final TextField delimiter = new TextField();
    private final ComboBox<String> decimal = new ComboBox<>();

    ImportDialog(Scene owner, List<Path> files, List<String> animals) {
        initOwner(owner.getWindow());
        setTitle(Texts.of("import.title"));
        fill(animals);
        var pane = getDialogPane();
        pane.getStylesheets().setAll(owner.getStylesheets());
        pane.getStyleClass().add("import-dialog");
        pane.getStyleClass().add(owner.getRoot().getStyleClass().contains("dark") ? "dark" : "light");
        var go = new ButtonType(Texts.of("import.go"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(go, ButtonType.CANCEL);
        pane.setContent(content(files));
        Node button = pane.lookupButton(go);
        button.setId("import-go");
        button.getStyleClass().add("accent");
        button.disableProperty()
                .bind(rate.textProperty().map(text -> rateHz(text).isEmpty()));
        setResultConverter(type -> type == go ? settings() : null);
    }

    private void fill(List<String> animals) {
        animal.setEditable(true);
        animal.setItems(FXCollections.observableArrayList(animals));
        animal.setPromptText(Texts.of("import.animal.prompt"));
        animal.setId("import-animal");
        unit.setEditable(true);
        unit.setItems(FXCollections.observableArrayList("g", "mg", "ms2", "counts:256"));
        unit.setPromptText(Texts.of("import.guessed"));
        zone.setEditable(true);
        zone.setItems(FXCollections.observableArrayList(
                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
        zone.setValue(ZoneId.systemDefault().getId());
        decimal.setItems(FXCollections.observableArrayList("", ".", ","));
        decimal.setPromptText(Texts.of("import.guessed"));
        for (TextField field : List.of(rate, columns, delimiter)) {
            field.setPromptText(Texts.of("import.guessed"));
        }
        tag.setPromptText(Texts.of("import.unknown"));
        start.setPromptText("2025-03-30T08:00:00");
        pattern.setText(ANIMAL_FIRST);
    }

    private Node content(List<Path> files) {
        String first = String.valueOf(files.getFirst().getFileName());
        var heading = new Label(files.size() == 1 ? first : Texts.of("import.files", files.size(), first));
        heading.getStyleClass().add("title-4");
        var line = new Label(Texts.of("import.text"));
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.getStyleClass().add("text-muted");
        var main = new Form()
                .row(Texts.of("import.animal"), animal)
                .row(Texts.of("import.tag"), tag)
                .row(Texts.of("import.unit"), unit)
                .row(Texts.of("import.zone"), zone)
                .row(Texts.of("import.rate"), rate);
        var more = new Form()
                .row(Texts.of("import.columns"), columns)
                .row(Texts.of("import.start"), start)
                .row(Texts.of("import.pattern"), pattern)
                .row(Texts.of("import.delimiter"), delimiter)
                .row(Texts.of("import.decimal"), decimal);
        var rest = new TitledPane(Texts.of("import.more"), more);
        rest.setExpanded(false);
        rest.setAnimated(false);
        rest.heightProperty()
                .subscribe(() -> getDialogPane().getScene().getWindow().sizeToScene());
        var box = new VBox(heading, line, main, rest);
        box.getStyleClass().add("import-content");
        box.setPrefWidth(WIDTH);
        return box;
    }

    private static Optional<Double> rateHz(String text) {
        if (text.isBlank()) {
            return Optional.of(0.0);
        }
        try {
            double value = Double.parseDouble(text.strip().replace(',', '.'));
            return value > 0 && value <= FASTEST_HZ ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private ImportSettings settings() {
        return new ImportSettings(
                text(animal.getEditor()),
                text(tag),
                text(columns),
                text(unit.getEditor()),
                text(zone.getEditor()),
                rateHz(rate.getText()).orElse(0.0),
                text(start),
                text(pattern),
                delimiter.getText(),
                decimal.getValue() == null ? "" : decimal.getValue());
    }

    private static String text(TextInputControl field) {
        return field.getText() == null ? "" : field.getText().strip();
    }
}
