package org.ethotag.ui;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** The sign of Ethotag: an ear tag with a trace on it. */
final class Logo extends StackPane {
    /** The side of the square in which the paths are drawn. */
    private static final double DRAWN = 32;

    private static final String TAG =
            "M9 2 H23 A5 5 0 0 1 28 7 V19 A11 11 0 0 1 17 30 H15 A11 11 0 0 1 4 19 V7 A5 5 0 0 1 9 2 Z";
    private static final String TRACE = "M7.5 18 H11 L13.5 12 L17 23 L19.5 15.5 L21 18 H24.5";

    Logo(double size) {
        var tag = new SVGPath();
        tag.setContent(TAG);
        tag.getStyleClass().add("logo-tag");
        var hole = new Region();
        hole.getStyleClass().add("logo-hole");
        hole.setMaxSize(4, 4);
        hole.setTranslateY(-9.5);
        var trace = new SVGPath();
        trace.setContent(TRACE);
        trace.getStyleClass().add("logo-trace");
        trace.setTranslateY(1.5);
        var drawing = new StackPane(tag, hole, trace);
        drawing.setMinSize(DRAWN, DRAWN);
        drawing.setMaxSize(DRAWN, DRAWN);
        drawing.setScaleX(size / DRAWN);
        drawing.setScaleY(size / DRAWN);
        getChildren().add(drawing);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
    }
}
