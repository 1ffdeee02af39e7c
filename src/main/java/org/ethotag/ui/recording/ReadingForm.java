package org.ethotag.ui.recording;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportPreview;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Texts;

/** The settings of an import as fields; what is left empty is guessed. */
final class ReadingForm extends VBox {
    /** The file name up to the first underscore is the animal. */
    private static final String ANIMAL_FIRST = "(?<animal>[^_]+).*";

    private static final double FASTEST_HZ = 100_000;

    private final ComboBox<String> animal = new ComboBox<>();
    private final TextField tag = new TextField();
    private final ComboBox<String> unit = new ComboBox<>();
    private final ComboBox<String> zone = new ComboBox<>();
    private final TextField rate = new TextField();
    private final TextField start = new TextField();
    private final TextField pattern = new TextField();
    private final TextField delimiter = new TextField();
    private final ComboBox<String> decimal = new ComboBox<>();
    private final ColumnChoice columns;
    private final Runnable changed;
    private boolean filling;

    /** @param changed is called when something was said that changes how files are read */
    ReadingForm(List<String> animals, Runnable changed) {
        super(12);
        this.changed = changed;
        columns = new ColumnChoice(this::tell);
        fill(animals);
        var main = new Form(150)
                .row(Texts.of("import.animal"), animal)
                .row(Texts.of("import.tag"), tag)
                .row(Texts.of("import.unit"), unit)
                .row(Texts.of("import.zone"), zone)
                .row(Texts.of("import.rate"), rate);
        columns.addTo(main);
        var more = new Form(150)
                .row(Texts.of("import.start"), start)
                .row(Texts.of("import.pattern"), pattern)
                .row(Texts.of("import.delimiter"), delimiter)
                .row(Texts.of("import.decimal"), decimal);
        var rest = new TitledPane(Texts.of("import.more"), more);
        rest.setExpanded(false);
        rest.setAnimated(false);
        getChildren().addAll(main, rest);
        for (TextField field : List.of(rate, start, delimiter)) {
            field.textProperty().subscribe(this::tell);
        }
        unit.getEditor().textProperty().subscribe(this::tell);
        zone.getEditor().textProperty().subscribe(this::tell);
        decimal.valueProperty().subscribe(this::tell);
    }

    private void tell() {
        if (!filling) {
            changed.run();
        }
    }

    private void fill(List<String> animals) {
        filling = true;
        animal.setEditable(true);
        animal.setItems(FXCollections.observableArrayList(animals));
        animal.setPromptText(Texts.of("import.animal.prompt"));
        animal.setId("import-animal");
        unit.setId("import-unit");
        unit.setEditable(true);
        unit.setItems(FXCollections.observableArrayList("g", "mg", "ms2", "counts:256"));
        unit.setPromptText(Texts.of("import.guessed"));
        zone.setId("import-zone");
        zone.setEditable(true);
        zone.setItems(FXCollections.observableArrayList(
                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
        zone.setValue(ZoneId.systemDefault().getId());
        decimal.setItems(FXCollections.observableArrayList("", ".", ","));
        decimal.setPromptText(Texts.of("import.guessed"));
        rate.setId("import-rate");
        for (TextField field : List.of(rate, delimiter)) {
            field.setPromptText(Texts.of("import.guessed"));
        }
        tag.setPromptText(Texts.of("import.unknown"));
        start.setPromptText("2025-03-30T08:00:00");
        pattern.setText(ANIMAL_FIRST);
        filling = false;
    }

    /** Shows what a preset says, and no longer what was said before. */
    void show(ImportPreset preset) {
        filling = true;
        var settings = preset.settings();
        unit.getEditor().setText(settings.unit());
        if (!settings.zone().isEmpty()) {
            zone.getEditor().setText(settings.zone());
        }
        rate.setText(settings.rateHz() > 0 ? String.valueOf(settings.rateHz()) : "");
        delimiter.setText(settings.delimiter());
        decimal.setValue(settings.decimal());
        if (!settings.namePattern().isEmpty()) {
            pattern.setText(settings.namePattern());
        }
        columns.say(settings.columns());
        filling = false;
        tell();
    }

    /** Lets the columns follow a file. */
    void show(ImportPreview preview) {
        columns.show(preview);
    }

    /** Whether everything that was typed can be meant. */
    boolean complete() {
        return rateHz().isPresent();
    }

    private Optional<Double> rateHz() {
        var text = text(rate);
        if (text.isEmpty()) {
            return Optional.of(0.0);
        }
        try {
            double value = Double.parseDouble(text.replace(',', '.'));
            return value > 0 && value <= FASTEST_HZ ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** What is said now. */
    ImportSettings settings() {
        return new ImportSettings(
                text(animal.getEditor()),
                text(tag),
                columns.said(),
                text(unit.getEditor()),
                text(zone.getEditor()),
                rateHz().orElse(0.0),
                text(start),
                text(pattern),
                delimiter.getText(),
                decimal.getValue() == null ? "" : decimal.getValue());
    }

    private static String text(TextInputControl field) {
        return field.getText() == null ? "" : field.getText().strip();
    }
}
