package org.ethotag.ui.flash;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.project.RunManifest;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Texts;
import org.kordamp.ikonli.feather.Feather;

/** The tag page: what is plugged in, the model, one large button, and the proof. */
public final class FlashView extends StackPane {
    private final FlashViewModel model;

    /** @param goToQuantize what the empty state's button does */
    public FlashView(FlashViewModel model, Runnable goToQuantize) {
        this.model = model;
        getStyleClass().add("page");
        var empty = new EmptyState(Feather.CPU, Texts.of("flash.empty.title"), Texts.of("flash.empty.text"))
                .button("flash-go-quantize", Texts.of("flash.empty.button"), Feather.LAYERS, goToQuantize);
        var page = new BorderPane();
        page.setTop(new PageHeader(Texts.of("flash.title"), Texts.of("flash.line")));
        page.setLeft(tags());
        page.setCenter(bench());
        page.visibleProperty().bind(Bindings.isNotEmpty(model.models()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.models()));
        getChildren().addAll(empty, page);
        visibleProperty().subscribe(shown -> {
            if (shown) {
                model.watch();
            } else {
                model.unwatch();
            }
        });
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

    private Node bench() {
        var choice = new ComboBox<>(model.models());
        choice.setId("flash-model");
        Columns.show(choice, RunManifest::id);
        choice.valueProperty().subscribe(run -> {
            if (run != null) {
                model.modelProperty().set(run);
            }
        });
        model.modelProperty().subscribe(choice::setValue);
        var button = new Button(Texts.of("flash.go"), Icons.of(Feather.ZAP));
        button.setId("flash");
        button.getStyleClass().addAll("accent", "large", "flash-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.flash());
        button.disableProperty()
                .bind(model.stateProperty()
                        .map(_ -> model.running())
                        .flatMap(busy -> Bindings.createBooleanBinding(
                                () -> busy || model.tagProperty().get() == null, model.tagProperty())));
        var top = new VBox(new Form().row(Texts.of("flash.model"), choice), button, new FlashResult(model));
        top.getStyleClass().add("flash-bench");
        var receipts = new ReceiptsTable(model);
        VBox.setVgrow(receipts, Priority.ALWAYS);
        var title = new Label(Texts.of("flash.receipts"));
        title.getStyleClass().addAll("title-4", "flip-title");
        var box = new VBox(top, title, receipts);
        box.getStyleClass().add("flash-content");
        return box;
    }
}
