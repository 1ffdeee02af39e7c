package org.ethotag.ui.label;

import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;

/** The area beside the trace: one page at a time, and a strip of buttons that switch pages when there are several. */
final class SideArea extends BorderPane {
    private final ToggleGroup group = new ToggleGroup();

    /** @param pages at least one; the first is shown */
    SideArea(List<SidePage> pages) {
        getStyleClass().add("side-area");
        setId("side-area");
        group.selectedToggleProperty().addListener((_, old, now) -> {
            if (now == null) {
                group.selectToggle(old); // one page is always shown
            }
        });
        if (pages.size() > 1) {
            var strip = new VBox();
            strip.getStyleClass().add("side-strip");
            pages.forEach(page -> strip.getChildren().add(button(page)));
            setRight(strip);
            group.selectToggle(group.getToggles().getFirst());
        } else {
            setCenter(pages.getFirst().content());
        }
    }

    /** Shows the page of that id. */
    void show(String id) {
        group.getToggles().stream()
                .filter(toggle -> id.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    private ToggleButton button(SidePage page) {
        var button = new ToggleButton("", Icons.of(page.icon()));
        button.setId("side-" + page.id());
        button.setUserData(page.id());
        button.getStyleClass().addAll("flat", "button-icon", "side-button");
        button.setTooltip(new Tooltip(page.title()));
        button.setAccessibleText(page.title());
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(selected -> {
            if (selected) {
                setCenter(page.content());
            }
        });
        return button;
    }
}
