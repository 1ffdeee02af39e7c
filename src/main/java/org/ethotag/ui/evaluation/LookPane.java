package org.ethotag.ui.evaluation;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Numbers;
import org.ethotag.ui.control.PicturePane;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.theme.Look;

/** What every model said about one window, and under its raw signal the gates and logits of the student. */
public final class LookPane extends VBox {
    private final ChosenViewModel model;
    private final Label place = new Label();
    private final PicturePane answers;
    private final PicturePane inside;

    /** @param id prefix of the ids of its parts: it is shown at two places */
    public LookPane(String id, ChosenViewModel model, ObservableValue<Look> look) {
        this.model = model;
        getStyleClass().add("look");
        place.getStyleClass().addAll("text-muted", "text-small");
        place.setWrapText(true);
        place.setMinHeight(Region.USE_PREF_SIZE);
        answers = new PicturePane(id + "-answers", look);
        inside = new PicturePane(id + "-inside", look);
        getChildren().addAll(place, answers, inside);
        model.selectedProperty().subscribe(this::refresh);
        model.lookProperty().subscribe(this::refresh);
        model.sourceProperty().subscribe(this::refresh);
        refresh();
    }

    private void refresh() {
        var row = model.selectedProperty().get();
        boolean shown = row != null;
        answers.setVisible(shown);
        answers.setManaged(shown);
        if (row == null) {
            place.setText(Texts.of("compare.look.none"));
        } else {
            place.setText(Texts.of(
                    "compare.look.place",
                    row.sessionName(),
                    row.window().animal(),
                    Numbers.count(row.window().range().from()),
                    model.classes().get(row.window().label())));
            answers.show(width -> AnswerBars.of(
                    model.models(), model.classes(), row.row(), row.window().label(), width));
        }
        var look = model.lookProperty().get();
        inside.setVisible(look != null);
        inside.setManaged(look != null);
        if (look != null) {
            inside.show(width -> WindowPicture.of(look, width));
        }
    }
}
