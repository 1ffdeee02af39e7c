package org.ethotag.ui.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.ProblemPane;

/** The tag's answers of this moment, each beside this computer's on the same samples. */
final class LivePane extends VBox {
    /** Column of the logits, the only one that may wrap. */
    private static final int LOGITS = 3;

    private final FlashViewModel model;
    private final CheckBox watch = new CheckBox(Texts.of("flash.live"));
    private final VBox windows = new VBox();

    LivePane(FlashViewModel model) {
        this.model = model;
        getStyleClass().add("live-box");
        watch.setId("live");
        watch.selectedProperty().subscribe(on -> {
            if (on) {
                model.startLive();
            } else {
                model.stopLive();
            }
            show();
        });
        model.tagProperty().subscribe((before, now) -> {
            if (before == null || now == null || !before.choice().equals(now.choice())) {
                watch.setSelected(false);
            }
        });
        model.stateProperty().subscribe(() -> {
            if (model.running()) {
                watch.setSelected(false);
            }
        });
        model.live().windows().addListener((ListChangeListener<LiveWindow>) _ -> show());
        model.live().troubleProperty().subscribe(this::show);
        getChildren().addAll(watch, windows);
    }

    private void show() {
        var trouble = model.live().troubleProperty().get();
        var rows = new ArrayList<Node>();
        if (watch.isSelected() && trouble != null) {
            rows.add(new ProblemPane(trouble));
        } else if (watch.isSelected() && model.live().windows().isEmpty()) {
            rows.add(new Label(Texts.of("flash.live.wait")));
        } else if (watch.isSelected()) {
            rows.add(table());
        }
        windows.getChildren().setAll(rows);
    }

    private Node table() {
        var table = new GridPane();
        table.getStyleClass().add("tag-facts");
        int row = 0;
        for (LiveWindow window : model.live().windows()) {
            boolean equal = window.compared().equal();
            var verdict = new Label(Texts.of(equal ? "flash.live.equal" : "flash.live.different"));
            verdict.getStyleClass().add(equal ? "live-equal" : "live-different");
            table.add(new Label("#" + window.compared().from()), 0, row);
            table.add(new Label(window.label()), 1, row);
            table.add(verdict, 2, row);
            table.add(logits(Texts.of("flash.live.tag"), window.compared().tag()), LOGITS, row++);
            table.add(logits(Texts.of("flash.live.here"), window.compared().here()), LOGITS, row++);
        }
        table.getChildren().stream()
                .filter(cell -> GridPane.getColumnIndex(cell) < LOGITS)
                .forEach(cell -> ((Region) cell).setMinWidth(Region.USE_PREF_SIZE));
        return table;
    }

    private static Label logits(String who, List<Integer> logits) {
        var label = new Label(
                "%-5s".formatted(who) + logits.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        label.getStyleClass().add("live-logits");
        label.setWrapText(true);
        return label;
    }
}
