package org.ethotag.ui.flash;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The tag page: one tag with its button, a whole list of tags, and what was done so far. */
public final class FlashView extends StackPane {
    private final FlashViewModel model;

    /**
     * @param goToQuantize what the empty state's button does
     * @param pieces gets what the page is made of
     */
    public FlashView(FlashViewModel model, Runnable goToQuantize, Pieces pieces) {
        this.model = model;
        getStyleClass().add("page");
        var empty = new EmptyState(Feather.CPU, Texts.of("flash.empty.title"), Texts.of("flash.empty.text"))
                .button("flash-go-quantize", Texts.of("flash.empty.button"), Feather.LAYERS, goToQuantize);
        var page = new BorderPane();
        page.setTop(new PageHeader(Texts.of("flash.title"), Texts.of("flash.line")));
        pieces.add(() -> page.setCenter(tabs(pieces)));
        page.visibleProperty().bind(Bindings.isNotEmpty(model.models()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.models()));
        getChildren().addAll(empty, page);
        pieces.add(() -> visibleProperty().subscribe(shown -> {
            if (shown) {
                model.watch();
            } else {
                model.unwatch();
            }
        }));
    }

    private Node tabs(Pieces pieces) {
        var one = new BorderPane();
        one.setLeft(tags());
        pieces.add(() -> {
            var detail = new ScrollPane(new TagDetail(model));
            detail.setFitToWidth(true);
            detail.getStyleClass().add("plain-scroll");
            one.setCenter(detail);
        });
        var tabs = new TabPane(
                tab("tab-one", "flash.tab.one", () -> one, pieces),
                tab("tab-roll", "flash.tab.roll", () -> new RollCallView(model.rollCall(), model.sounds()), pieces),
                tab("tab-history", "flash.tab.history", () -> new HistoryView(model), pieces));
        tabs.setId("tag-tabs");
        tabs.getStyleClass().add("tag-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private static Tab tab(String id, String title, Supplier<Node> content, Pieces pieces) {
        var tab = new Tab(Texts.of(title));
        tab.setId(id);
        pieces.tab(tab, content);
        return tab;
    }

    private Node tags() {
        var title = new Label(Texts.of("flash.tags"));
        title.getStyleClass().add("title-4");
        var list = new ListView<>(model.tags());
        list.setId("tags");
        list.setAccessibleText(Texts.of("flash.tags"));
        list.setCellFactory(_ -> new TagCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.tagProperty().set(chosen);
            }
        });
        model.tagProperty().subscribe(list.getSelectionModel()::select);
        VBox.setVgrow(list, Priority.ALWAYS);
        var hint = new Label(Texts.of("flash.tags.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("text-muted", "text-small");
        var box = new VBox(title, list, hint);
        box.getStyleClass().add("tag-list");
        return box;
    }
}
