package org.ethotag.ui.trace;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Which lanes are shown, and where to go: two buttons above the trace. */
final class TraceTools extends HBox {
    private final MenuButton lanes = new MenuButton("", Icons.of(Feather.BAR_CHART_2));

    TraceTools(TraceViewModel model, Runnable goTo) {
        getStyleClass().add("trace-tools");
        lanes.setId("trace-lanes");
        lanes.getStyleClass().addAll("flat", "no-arrow");
        dress(lanes, Texts.of("trace.lanes"));
        for (Lane lane : Lane.values()) {
            var item = new CheckMenuItem(lane.title());
            item.setId("lane-" + lane.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> {
                model.toggleLane(lane);
                item.setSelected(model.lanesProperty().get().contains(lane));
            });
            model.lanesProperty().subscribe(shown -> item.setSelected(shown.contains(lane)));
            lanes.getItems().add(item);
        }
        var go = new Button("", Icons.of(Feather.CLOCK));
        go.setId("trace-goto");
        go.getStyleClass().addAll("flat", "button-icon");
        dress(go, Texts.of("trace.goto.tip"));
        go.setOnAction(_ -> goTo.run());
        getChildren().addAll(lanes, go);
    }

    private static void dress(ButtonBase button, String text) {
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        keepMouse(button);
    }

    /** A click on a button is none on the trace below it. */
    private static void keepMouse(Node node) {
        node.addEventHandler(MouseEvent.ANY, event -> event.consume());
    }

    /** Opens the list of lanes. */
    void showLanes() {
        lanes.show();
    }
}
