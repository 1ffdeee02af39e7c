package org.ethotag.ui.review;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.review.ReviewItem;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** One stretch in doubt: its label, what the model says instead, and where it is. */
final class ReviewCell extends ListCell<ReviewItem> {
    private final ReviewViewModel model;
    private final Region from = swatch();
    private final Region to = swatch();
    private final Label label = new Label();
    private final Label arrow = new Label("\u2192");
    private final Label rather = new Label();
    private final Label place = new Label();
    private final Label length = new Label();
    private final VBox content;

    ReviewCell(ReviewViewModel model) {
        this.model = model;
        arrow.getStyleClass().add("text-muted");
        place.getStyleClass().add("text-muted");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        length.getStyleClass().add("text-muted");
        length.setMinWidth(Region.USE_PREF_SIZE);
        var what = new HBox(from, label, arrow, to, rather);
        what.getStyleClass().add("review-line");
        what.setAlignment(Pos.CENTER_LEFT);
        var where = new HBox(place, length);
        where.getStyleClass().add("review-line");
        content = new VBox(what, where);
        content.getStyleClass().add("review-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
    }

    private static Region swatch() {
        var swatch = new Region();
        swatch.getStyleClass().add("swatch");
        return swatch;
    }

    @Override
    protected void updateItem(@Nullable ReviewItem item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        var ethogram = model.ethogramProperty().get();
        paint(from, item.label());
        paint(to, item.suggested());
        label.setText(ReviewTexts.name(ethogram, item.label()));
        rather.setText(Texts.of("review.rather", ReviewTexts.name(ethogram, item.suggested())));
        boolean other = !item.suggested().equals(item.label());
        arrow.setVisible(other);
        rather.setVisible(other);
        to.setVisible(other && to.isManaged());
        var session = model.session(item.session());
        place.setText(Texts.of(
                "review.place", item.animal(), session.map(one -> one.name()).orElse(item.session())));
        length.setText(session.map(one -> ReviewTexts.length(item, one)).orElse(""));
        setGraphic(content);
        setAccessibleText(ReviewTexts.reason(item, ethogram) + " " + place.getText() + " " + length.getText());
    }

    private void paint(Region swatch, String code) {
        var colour = model.ethogramProperty().get().behaviour(code).map(one -> one.colour());
        swatch.setVisible(colour.isPresent());
        swatch.setManaged(colour.isPresent());
        colour.ifPresent(one -> swatch.setStyle("-fx-background-color: " + one + ";"));
    }
}
