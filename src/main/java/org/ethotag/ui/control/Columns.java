package org.ethotag.ui.control;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Columns and choices that show values as text. */
public final class Columns {
    private Columns() {}

    /** A column of text. */
    public static <S> TableColumn<S, String> text(String title, double width, Function<S, String> text) {
        var column = new TableColumn<S, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    /** A column of numbers, on the right. */
    public static <S> TableColumn<S, String> number(String title, double width, Function<S, String> text) {
        var column = Columns.<S>text(title, width, text);
        column.getStyleClass().add("number-column");
        return column;
    }

    /** Shows the values of a choice as text. */
    public static <T> void show(ComboBox<T> box, Function<T, String> text) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new IllegalArgumentException("nobody types here: " + typed);
            }
        });
    }
}
