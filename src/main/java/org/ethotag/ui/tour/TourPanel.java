package org.ethotag.ui.tour;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The step that the tour is at: below the page, so that it never covers what it talks about. */
public final class TourPanel extends HBox {
    private final TourViewModel model;
    private final Label number = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label state = new Label();
    private final Button errand = new Button();
    private final Button back = new Button(Texts.of("tour.back"));
    private final Button next = new Button();

    public TourPanel(TourViewModel model) {
        this.model = model;
        setId("tour");
        getStyleClass().add("tour");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("tour-title");
        title.getStyleClass().add("title-4");
        number.getStyleClass().add("tour-number");
        state.setId("tour-state");
        state.setGraphic(Icons.of(Feather.CHECK_CIRCLE));
        state.getStyleClass().add("tour-done");
        text.setId("tour-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var head = new HBox(number, title, state);
        head.getStyleClass().add("tour-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        var words = new VBox(head, text);
        words.getStyleClass().add("tour-words");
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        errand.setId("tour-errand");
        errand.setMinWidth(Region.USE_PREF_SIZE);
        errand.setOnAction(_ -> {
            if (model.elsewhereProperty().get()) {
                model.openStudy();
            } else {
                model.runErrand();
            }
        });
        back.setId("tour-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.back());
        next.setId("tour-next");
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(_ -> model.next());
        getChildren().addAll(words, errand, back, next, close());
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        model.openProperty().subscribe(this::refresh);
        model.stepProperty().subscribe(this::refresh);
        model.doneProperty().subscribe(this::refresh);
        model.elsewhereProperty().subscribe(this::refresh);
        refresh();
    }

    private Node close() {
        var close = new Button("", Icons.of(Feather.X));
        close.setId("tour-close");
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(Texts.of("tour.close"));
        close.setTooltip(new Tooltip(Texts.of("tour.close")));
        close.setOnAction(_ -> model.close());
        return close;
    }

    private void refresh() {
        var step = model.current();
        boolean away = model.elsewhereProperty().get();
        boolean done = model.doneProperty().get() && !away;
        number.setText(Texts.of("tour.number", model.stepProperty().get() + 1, TourViewModel.steps()));
        title.setText(Texts.of("tour." + step.id() + ".title"));
        text.setText(
                away
                        ? Texts.of("tour.away")
                        : step.errand() == TourErrand.QUICK_TRAINING
                                ? Texts.of("tour." + step.id() + ".text", TourViewModel.quickSettings())
                                : Texts.of("tour." + step.id() + ".text"));
        state.setText(Texts.of("tour.done"));
        state.setVisible(done && step.sign() != TourSign.NOTHING);
        boolean offers = away || (step.errand() != TourErrand.NONE && !done);
        errand.setVisible(offers);
        errand.setManaged(offers);
        errand.setText(away ? Texts.of("tour.return") : offers ? Texts.of("tour." + step.id() + ".errand") : "");
        back.setDisable(away || model.stepProperty().get() == 0);
        next.setDisable(away);
        next.setText(Texts.of(model.isLast() ? "tour.finish" : done ? "tour.next" : "tour.skip"));
        next.getStyleClass().remove("accent");
        if (done) {
            next.getStyleClass().add("accent");
        }
    }
}
