package org.ethotag.ui.evaluation;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The compare page: matrices side by side, animals below, and the windows behind a cell on the right. */
public final class ComparisonView extends StackPane {
    private static final int IN_A_ROW = 3;
    private static final double CARD_GAP = 14;

    private final ComparisonViewModel model;
    private final PageHeader header;
    private final FlowPane cards = new FlowPane();
    private final StackPane animals = new StackPane();

    /** @param goToTraining what the empty state's button does */
    public ComparisonView(ComparisonViewModel model, Runnable goToTraining) {
        this.model = model;
        getStyleClass().add("page");
        var empty = new EmptyState(Feather.GRID, Texts.of("compare.empty.title"), Texts.of("compare.empty.text"))
                .button("compare-go-train", Texts.of("compare.empty.button"), Feather.ACTIVITY, goToTraining);
        header = new PageHeader(Texts.of("compare.title"), "", sizes(), baseline(), runs());
        var page = new BorderPane(content(), header, new WindowsPane(model), null, null);
        page.visibleProperty().bind(Bindings.isNotEmpty(model.runs()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.runs()));
        getChildren().addAll(empty, page);
        model.judgementProperty().subscribe(this::refresh);
        model.baselineProperty().subscribe(this::refresh);
        model.sizeProperty().subscribe(this::refresh);
    }

    private Node content() {
        cards.setHgap(CARD_GAP);
        cards.setVgap(CARD_GAP);
        var title = new Label(Texts.of("compare.animals"));
        title.getStyleClass().add("title-4");
        var box = new VBox(cards, title, animals);
        box.getStyleClass().add("compare-content");
        var scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        return scroll;
    }

    private Node baseline() {
        var box = new CheckBox(Texts.of("compare.baseline"));
        box.setId("baseline");
        box.selectedProperty().bindBidirectional(model.baselineProperty());
        return box;
    }

    private Node sizes() {
        var box = new ComboBox<Integer>();
        box.setAccessibleText(Texts.of("train.hidden"));
        box.setConverter(converter(size -> Texts.of("compare.size", size)));
        model.judgementProperty().subscribe(judged -> {
            List<Integer> sizes = judged == null ? List.of() : judged.sizes();
            box.setItems(FXCollections.observableArrayList(sizes));
            box.setValue(model.sizeProperty().get());
            box.setVisible(sizes.size() > 1);
            box.setManaged(sizes.size() > 1);
        });
        box.valueProperty().subscribe(size -> {
            if (size != null) {
                model.sizeProperty().set(size);
            }
        });
        return box;
    }

    private Node runs() {
        var box = new ComboBox<>(model.runs());
        box.setId("compare-run");
        box.setAccessibleText(Texts.of("train.runs.run"));
        box.setConverter(converter(RunManifest::id));
        box.setPrefWidth(200);
        box.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.runProperty().set(chosen);
            }
        });
        model.runProperty().subscribe(box::setValue);
        return box;
    }

    private static <T> StringConverter<T> converter(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : text.apply(one);
            }

            @Override
            public T fromString(String string) {
                throw new IllegalArgumentException("nobody types here: " + string);
            }
        };
    }

    private void refresh() {
        var judged = model.judgementProperty().get();
        cards.getChildren().clear();
        animals.getChildren().clear();
        if (judged == null) {
            return;
        }
        var comparison = judged.comparison();
        header.setLine(Texts.of(
                "compare.line",
                comparison.protocol(),
                comparison.animals().size(),
                comparison.animals().stream().limit(12).collect(Collectors.joining(", ")),
                comparison.windows().size(),
                comparison.seed()));
        for (ModelCard card : model.shown()) {
            var pane = new MatrixPane(card, model);
            pane.prefWidthProperty()
                    .bind(cards.widthProperty()
                            .subtract(CARD_GAP * (IN_A_ROW - 1) + 1)
                            .divide(IN_A_ROW));
            cards.getChildren().add(pane);
        }
        animals.getChildren().add(new AnimalTable(model.shown(), comparison.animals()));
    }
}
