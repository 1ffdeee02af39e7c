package org.ethotag.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.kordamp.ikonli.feather.Feather;

/** What the window shows before a study is open. */
final class Welcome extends StackPane {
    private final StudyViewModel study;
    private final Supplier<List<Path>> recent;
    private final VBox list = new VBox();

    Welcome(StudyViewModel study, StudyCommands commands, Supplier<List<Path>> recent) {
        this.study = study;
        this.recent = recent;
        getStyleClass().addAll("page", "welcome");
        var title = new Label(Texts.of("welcome.title"));
        title.getStyleClass().add("title-1");
        var text = new Label(Texts.of("welcome.text"));
        text.getStyleClass().addAll("text-muted", "welcome-text");
        text.setWrapText(true);
        var create = button("welcome-new", Texts.of("shell.new"), Feather.FOLDER_PLUS, commands::create);
        create.getStyleClass().add("accent");
        var buttons = new HBox(
                create,
                button("welcome-open", Texts.of("shell.open"), Feather.FOLDER, commands::open),
                button("welcome-sample", Texts.of("shell.sample"), Feather.GIFT, commands::sample));
        buttons.getStyleClass().add("empty-buttons");
        buttons.setAlignment(Pos.CENTER);
        list.getStyleClass().add("recent");
        var column = new VBox(new Logo(72), title, text, buttons, list);
        column.getStyleClass().add("welcome-column");
        column.setAlignment(Pos.CENTER);
        column.setMaxWidth(520);
        getChildren().add(column);
        visibleProperty().subscribe(this::refresh);
    }

    private static Button button(String id, String text, Feather icon, Runnable action) {
        var button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.getStyleClass().add("large");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void refresh() {
        var folders = recent.get();
        list.getChildren().clear();
        if (!folders.isEmpty()) {
            var heading = new Label(Texts.of("welcome.recent"));
            heading.getStyleClass().add("text-caption");
            list.getChildren().add(heading);
        }
        folders.stream().limit(5).map(this::entry).forEach(list.getChildren()::add);
    }

    private Node entry(Path folder) {
        var name = new Label(folder.getFileName().toString());
        name.getStyleClass().add("text-bold");
        var place = new Label(String.valueOf(folder.getParent()));
        place.getStyleClass().addAll("text-muted", "text-small");
        var button = new Button(null, new VBox(name, place));
        button.getStyleClass().addAll("flat", "recent-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(folder.getFileName().toString());
        button.setOnAction(_ -> study.open(folder));
        return button;
    }
}
