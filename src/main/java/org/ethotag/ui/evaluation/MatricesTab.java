package org.ethotag.ui.evaluation;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.picture.Picture;
import org.ethotag.ui.control.Texts;

/** Matrices side by side, and the animals below. */
final class MatricesTab implements ComparisonTab {
    private static final int FEW_CLASSES = 5;
    private static final double CARD_GAP = 14;

    private final ComparisonViewModel model;
    private final FlowPane cards = new FlowPane();
    private final StackPane animals = new StackPane();
    private final ScrollPane scroll;

    MatricesTab(ComparisonViewModel model) {
        this.model = model;
        cards.setHgap(CARD_GAP);
        cards.setVgap(CARD_GAP);
        var title = new Label(Texts.of("compare.animals"));
        title.getStyleClass().add("title-4");
        var box = new VBox(cards, title, animals);
        box.getStyleClass().add("compare-content");
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
    }

    @Override
    public String id() {
        return "matrices";
    }

    @Override
    public Node content() {
        return scroll;
    }

    @Override
    public void refresh() {
        cards.getChildren().clear();
        animals.getChildren().clear();
        var shown = model.shownProperty().get();
        if (shown == null) {
            return;
        }
        int inARow = shown.comparison().classes().size() <= FEW_CLASSES ? 3 : 2;
        for (var line : model.models()) {
            var pane = new MatrixPane(line, model);
            pane.prefWidthProperty()
                    .bind(cards.widthProperty()
                            .subtract((CARD_GAP + 1) * inARow) // widths are rounded up to whole pixels
                            .divide(inARow));
            cards.getChildren().add(pane);
        }
        animals.getChildren().add(new AnimalTable(model.models(), shown));
    }

    @Override
    public Map<String, Picture> pictures() {
        return Map.of(
                "matrices",
                MatrixPicture.of(
                        Texts.of("compare.tab.matrices"),
                        model.models(),
                        model.unitProperty().get()));
    }
}
