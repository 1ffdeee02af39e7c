package org.ethotag.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.problem.ProblemException;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.ProgressStrip;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.JobBoard;
import org.ethotag.ui.problem.ProblemPane;
import org.ethotag.ui.problem.ProblemPresenter;
import org.ethotag.ui.study.StudyViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The main window: header, rail of pages, the page itself, problems above it and running jobs below. */
final class Shell extends BorderPane {
    private final List<Page> pages;
    private final ToggleGroup group = new ToggleGroup();
    private final VBox rail = new VBox();
    private final StackPane stage = new StackPane();
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("welcome");
    private final VBox below = new VBox();
    private final PageBuilder builder;
    private final ObservableBooleanValue open;
    private Runnable report = () -> {};

    Shell(
            Node header,
            Node welcome,
            List<Page> pages,
            StudyViewModel study,
            ProblemPresenter problems,
            JobBoard board) {
        this.pages = List.copyOf(pages);
        builder = new PageBuilder(this.pages, this::grown);
        open = study.projectProperty().isNotNull();
        getStyleClass().add("shell");
        rail.getStyleClass().add("rail");
        for (int i = 0; i < pages.size(); i++) {
            rail.getChildren().add(railButton(pages.get(i), i));
        }
        stage.getChildren().add(welcome);
        var troubles = new VBox();
        troubles.getStyleClass().add("troubles");
        problems.causes().addListener((ListChangeListener<Throwable>) _ -> show(troubles, problems));
        VBox.setVgrow(stage, Priority.ALWAYS);
        setTop(header);
        setLeft(rail);
        setCenter(new VBox(troubles, stage));
        below.getChildren().add(new ProgressStrip(board));
        setBottom(below);
        welcome.visibleProperty().bind(Bindings.not(open));
        rail.visibleProperty().bind(open);
        rail.managedProperty().bind(open);
        group.selectedToggleProperty().subscribe(this::showSelected);
        open.subscribe(this::showSelected);
        open.subscribe(builder::beforehand);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                builder.watch(scene);
            }
        });
        group.selectToggle(group.getToggles().getFirst());
    }

    private ToggleButton railButton(Page page, int index) {
        var button = new ToggleButton(page.title(), Icons.of(page.icon()));
        button.setId("go-" + page.id());
        button.setUserData(page.id());
        button.setToggleGroup(group);
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().add("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(Texts.of("shell.page.tooltip", page.title(), index + 1)));
        button.setOnAction(_ -> button.setSelected(true));
        return button;
    }

    private void showSelected() {
        for (Page page : pages) {
            if (isSelected(page)) {
                builder.want(page);
            }
            reveal(page);
        }
        var toggle = group.getSelectedToggle();
        current.set(open.get() && toggle != null ? String.valueOf(toggle.getUserData()) : "welcome");
    }

    private boolean isSelected(Page page) {
        var toggle = group.getSelectedToggle();
        return toggle != null && page.id().equals(toggle.getUserData());
    }

    /** A page is seen when it is whole: nothing moves about while it is put together. */
    private void reveal(Page page) {
        page.seen().ifPresent(node -> node.setVisible(open.get() && isSelected(page) && page.isWhole()));
    }

    private void grown(Page page) {
        reveal(page);
        page.seen().filter(node -> node.getParent() == null).ifPresent(stage.getChildren()::addFirst);
    }

    /** All pages, as the rail has them. */
    List<Page> pages() {
        return pages;
    }

    /** The page that is seen, or {@code welcome} while no study is open. */
    ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Puts something between the page and the running jobs. */
    void addBelow(Node panel) {
        below.getChildren().addFirst(panel);
    }

    /** Shows a page. */
    void go(String id) {
        group.getToggles().stream()
                .filter(toggle -> id.equals(toggle.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    /** Shows a page with all that is seen at first sight, without a frame in between. */
    void goAtOnce(String id) {
        go(id);
        pages.stream().filter(page -> page.id().equals(id)).forEach(builder::finish);
    }

    /** Opens the program's messages; called from a problem that is a mistake of ours. */
    void onReport(Runnable opener) {
        report = opener;
    }

    private void show(VBox troubles, ProblemPresenter problems) {
        troubles.getChildren()
                .setAll(problems.causes().stream()
                        .map(cause -> trouble(cause, problems))
                        .toList());
    }

    private Node trouble(Throwable cause, ProblemPresenter problems) {
        var pane = new ProblemPane(cause);
        HBox.setHgrow(pane, Priority.ALWAYS);
        var dismiss = new Button("", Icons.of(Feather.X));
        dismiss.getStyleClass().addAll("flat", "button-icon", "small", "dismiss");
        dismiss.setAccessibleText(Texts.of("shell.dismiss"));
        dismiss.setTooltip(new Tooltip(Texts.of("shell.dismiss")));
        dismiss.setOnAction(_ -> problems.dismiss(cause));
        if (!(cause instanceof ProblemException)) {
            pane.getChildren().add(reportButton());
        }
        pane.getChildren().add(dismiss);
        return pane;
    }

    private Node reportButton() {
        var button = new Button(Texts.of("log.open"), Icons.of(Feather.FILE_TEXT));
        button.getStyleClass().addAll("small", "open-report");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(Texts.of("log.open.tip")));
        button.setOnAction(_ -> report.run());
        return button;
    }
}
