package org.ethotag.ui.quantization;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.LayerSettings;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.Rounding;
import org.ethotag.quantization.ScaleGroup;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** Everything that can be chosen, for all layers or for one; each change is tried at once. */
final class SettingsPane extends ScrollPane {
    private static final List<Integer> WIDTHS = List.of(16, 12, 8, 6, 4, 2);
    private static final List<Integer> CELLS = List.of(16, 32, 64, 128, 256, 512, 1024, 2048, 4096);

    private final QuantizationViewModel model;
    private final VBox box = new VBox();
    /** While the controls take over the settings they change nothing. */
    private boolean showing;

    SettingsPane(QuantizationViewModel model) {
        this.model = model;
        getStyleClass().addAll("quantize-side", "plain-scroll");
        box.getStyleClass().add("quantize-settings");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        presets();
        var scope = scope();
        number("weights", WIDTHS, LayerSettings::weightBits, bits -> layer -> layer.withWeightBits(bits));
        choice(
                "scales",
                List.of(ScaleGroup.values()),
                LayerSettings::scales,
                QuantizationTexts::scales,
                LayerSettings::withScales);
        var state =
                bits("state", LayerSettings.FEWEST_STATE_BITS, LayerSettings::stateBits, LayerSettings::withStateBits);
        var activations = bits(
                "activations",
                LayerSettings.FEWEST_ACTIVATION_BITS,
                LayerSettings::activationBits,
                LayerSettings::withActivationBits);
        var table = number(
                "table",
                CELLS,
                LayerSettings::tableCells,
                cells -> layer -> layer.withTable(cells, layer.interpolation()));
        var interpolation = interpolation();
        choice(
                "rounding",
                List.of(Rounding.values()),
                LayerSettings::rounding,
                QuantizationTexts::rounding,
                LayerSettings::withRounding);
        scope.valueProperty().subscribe(chosen -> {
            boolean recurrent = chosen == null || chosen.layer == null || chosen.layer == LayerName.GRU;
            List.of(state, table, interpolation).forEach(node -> node.setDisable(!recurrent));
            activations.setDisable(chosen != null && chosen.layer == LayerName.DENSE2);
        });
        box.getChildren().add(hint());
    }

    private void presets() {
        var wide = new Button(Texts.of("quantize.preset", Short.SIZE));
        var narrow = new Button(Texts.of("quantize.preset", Byte.SIZE));
        wide.setId("preset-16");
        narrow.setId("preset-8");
        for (var button : List.of(wide, narrow)) {
            button.setMaxWidth(Double.MAX_VALUE);
            button.setTooltip(new Tooltip(Texts.of("quantize.preset.tip")));
            HBox.setHgrow(button, Priority.ALWAYS);
        }
        wide.setOnAction(_ -> model.choice().use(QuantizationSettings.defaults()));
        narrow.setOnAction(
                _ -> model.choice().use(QuantizationSettings.defaults().withWeightBits(Byte.SIZE)));
        var row = new HBox(wide, narrow);
        row.getStyleClass().add("preset-row");
        box.getChildren().add(row);
    }

    private enum Scope {
        ALL(null),
        GRU(LayerName.GRU),
        DENSE1(LayerName.DENSE1),
        DENSE2(LayerName.DENSE2);

        private final @Nullable LayerName layer;

        Scope(@Nullable LayerName layer) {
            this.layer = layer;
        }
    }

    private ComboBox<Scope> scope() {
        var scope = new ComboBox<Scope>();
        scope.getItems().setAll(Scope.values());
        Columns.show(scope, one -> Texts.of("quantize.scope." + one.name().toLowerCase(Locale.ROOT)));
        scope.setValue(Scope.ALL);
        scope.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.choice().scopeProperty().set(chosen.layer);
            }
        });
        add("scope", scope);
        return scope;
    }

    private ComboBox<Integer> number(
            String id,
            List<Integer> values,
            ToIntFunction<LayerSettings> value,
            IntFunction<UnaryOperator<LayerSettings>> change) {
        return choice(
                id,
                values,
                value::applyAsInt,
                number -> Texts.of("quantize." + id + ".value", number),
                (layer, chosen) -> change.apply(chosen).apply(layer));
    }

    private interface Change<T> {
        LayerSettings to(LayerSettings layer, T value);
    }

    private <T> ComboBox<T> choice(
            String id, List<T> values, Function<LayerSettings, T> value, Function<T, String> text, Change<T> change) {
        var choice = new ComboBox<T>();
        choice.getItems().setAll(values);
        Columns.show(choice, text);
        follow(() -> {
            T now = value.apply(model.choice().layer());
            if (!choice.getItems().contains(now)) {
                choice.getItems().add(now);
            }
            choice.setValue(now);
        });
        choice.valueProperty().subscribe(chosen -> {
            if (chosen != null && !showing) {
                model.choice().change(layer -> change.to(layer, chosen));
            }
        });
        add(id, choice);
        return choice;
    }

    private Slider bits(String id, int fewest, ToIntFunction<LayerSettings> value, Change<Integer> change) {
        var slider = new Slider(fewest, Short.SIZE, Short.SIZE);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(2);
        slider.setMinorTickCount(1);
        slider.setSnapToTicks(true);
        slider.setShowTickMarks(true);
        var now = new Label();
        now.getStyleClass().add("slider-value");
        follow(() -> slider.setValue(value.applyAsInt(model.choice().layer())));
        slider.valueProperty().subscribe(position -> {
            int bits = (int) Math.round(position.doubleValue());
            now.setText(Texts.of("quantize.bits", bits));
            if (!showing && bits != value.applyAsInt(model.choice().layer())) {
                model.choice().change(layer -> change.to(layer, bits));
            }
        });
        add(id, slider, now);
        return slider;
    }

    private CheckBox interpolation() {
        var check = new CheckBox(Texts.of("quantize.interpolation"));
        check.setId("set-interpolation");
        follow(() -> check.setSelected(model.choice().layer().interpolation()));
        check.selectedProperty().subscribe(on -> {
            if (!showing) {
                model.choice().change(layer -> layer.withTable(layer.tableCells(), on));
            }
        });
        box.getChildren().add(check);
        return check;
    }

    private void follow(Runnable show) {
        Runnable guarded = () -> {
            showing = true;
            show.run();
            showing = false;
        };
        guarded.run();
        model.choice().settingsProperty().subscribe(guarded);
        model.choice().scopeProperty().subscribe(guarded);
    }

    private void add(String id, Region control, Node... beside) {
        String name = Texts.of("quantize." + id);
        var label = new Label(name);
        label.setLabelFor(control);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        control.setId("set-" + id);
        control.setAccessibleText(name);
        control.setMaxWidth(Double.MAX_VALUE);
        var line = new HBox(label);
        line.getChildren().addAll(beside);
        var field = new VBox(line, control);
        field.getStyleClass().add("quantize-field");
        box.getChildren().add(field);
    }

    private static Node hint() {
        var hint = new Label(Texts.of("quantize.hint"));
        hint.getStyleClass().addAll("text-muted", "text-small");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        return hint;
    }
}
