package org.ethotag.ui.training;

import java.util.OptionalInt;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.util.StringConverter;

/** A whole number that counts from the first key on, not only once the field is left; what is none is marked and does not count. */
final class WholeNumberField extends Spinner<Integer> {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final int low;
    private final int high;
    private final ReadOnlyBooleanWrapper wrong = new ReadOnlyBooleanWrapper();

    WholeNumberField(IntegerProperty value, int low, int high, int step) {
        this.low = low;
        this.high = high;
        var factory = new IntegerSpinnerValueFactory(low, high, value.get(), step);
        factory.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return number == null ? "" : number.toString();
            }

            @Override
            public Integer fromString(String text) {
                return read(text).orElse(value.get()); // what was there before
            }
        });
        setValueFactory(factory);
        setEditable(true);
        valueProperty().subscribe(chosen -> value.set(chosen));
        value.subscribe(() -> {
            if (read(getEditor().getText()).orElse(low - 1) != value.get()) {
                factory.setValue(value.get());
                getEditor().setText(String.valueOf(value.get()));
            }
        });
        getEditor().textProperty().subscribe(text -> {
            var number = read(text);
            wrong.set(number.isEmpty());
            pseudoClassStateChanged(WRONG, number.isEmpty());
            number.ifPresent(value::set);
        });
        getEditor().focusedProperty().subscribe(focused -> {
            if (!focused) {
                factory.setValue(value.get());
                getEditor().setText(String.valueOf(value.get()));
            }
        });
    }

    /** Whether what stands in the field is no number of the range. */
    ReadOnlyBooleanProperty wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    private OptionalInt read(String text) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= low && number <= high ? OptionalInt.of(number) : OptionalInt.empty();
        } catch (NumberFormatException noNumber) {
            return OptionalInt.empty();
        }
    }
}
