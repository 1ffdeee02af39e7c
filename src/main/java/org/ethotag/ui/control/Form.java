package org.ethotag.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names on the left, fields on the right, all aligned. */
public final class Form extends GridPane {
    private static final double NAMES_WIDTH = 150;

    public Form() {
        this(NAMES_WIDTH);
    }

    public Form(double namesWidth) {
        getStyleClass().add("form");
        var names = new ColumnConstraints();
        names.setMinWidth(namesWidth);
        var fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        getColumnConstraints().addAll(names, fields);
    }

    /** Adds a field with its name, for eyes and screen readers. */
    public Form row(String name, Region field) {
        var label = new Label(name);
        label.setLabelFor(field);
        field.setMaxWidth(Double.MAX_VALUE);
        field.setAccessibleText(name);
        addRow(getRowCount(), label, field);
        return this;
    }
}
