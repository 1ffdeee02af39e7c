package org.ethotag.ui.result;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.picture.Picture;
import org.ethotag.picture.Tones;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.PictureCanvas;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.result.ModelShift;
import org.ethotag.workflow.result.ResultReport;
import org.ethotag.workflow.result.ResultRequest.What;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The results page: what is shown along the top, its settings below, the picture or table in the middle. */
public final class ResultView extends StackPane {
    private final ResultViewModel model;
    private final ObservableValue<Look> look;
    private final PageHeader header;
    private final PictureExport export;
    private final PictureCanvas canvas = new PictureCanvas();
    private final BoutPane bouts;
    private final StackPane stage = new StackPane();
    private final ScrollPane scroll = new ScrollPane(canvas);
    private final EmptyState noRuns;
    private final StackPane agreement = new StackPane();
    private final ObjectProperty<Boolean> comparing = new SimpleObjectProperty<>(false);

    /**
     * @param goToLabel what the empty state's button does
     * @param pieces gets what the page is made of
     */
    public ResultView(
            ResultViewModel model,
            AgreementViewModel tracks,
            StudyViewModel study,
            ObservableValue<Look> look,
            PictureExport export,
            PictureExport agreementExport,
            Runnable goToLabel,
            Runnable goToTraining,
            Pieces pieces) {
        this.model = model;
        this.look = look;
        this.export = export;
        getStyleClass().add("page");
        bouts = new BoutPane(model);
        noRuns = new EmptyState(Feather.ACTIVITY, Texts.of("result.noruns.title"), Texts.of("result.noruns.text"))
                .button("result-go-train", Texts.of("compare.empty.button"), Feather.ACTIVITY, goToTraining);
        var empty = new EmptyState(Feather.BAR_CHART_2, Texts.of("result.empty.title"), Texts.of("result.empty.text"))
                .button("result-go-label", Texts.of("train.empty.button"), Feather.EDIT_3, goToLabel);
        export.picture(this::picture).table(this::table);
        agreementExport.setVisible(false);
        header = new PageHeader(Texts.of("result.title"), "", new StackPane(export, agreementExport));
        export.visibleProperty().bind(comparing.map(yes -> !yes));
        agreementExport.visibleProperty().bind(comparing);
        scroll.getStyleClass().addAll("plain-scroll", "result-scroll");
        canvas.inside(scroll);
        scroll.setId("result-picture");
        scroll.setAccessibleText(Texts.of("result.picture"));
        stage.getChildren().addAll(scroll, noRuns, agreement);
        var top = new VBox(header);
        var page = new BorderPane(stage, top, null, null, null);
        pieces.add(this::switches, top.getChildren()::add);
        pieces.add(this::settings, top.getChildren()::add);
        pieces.add(() -> stage.getChildren().add(1, bouts));
        var making = pieces.later(() -> {
            var pane = new AgreementPane(model, tracks, study, look, agreementExport);
            pane.visibleProperty().bind(agreement.visibleProperty());
            agreement.getChildren().add(pane);
        });
        page.visibleProperty().bind(Bindings.isNotEmpty(model.choices()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.choices()));
        getChildren().addAll(empty, page);
        comparing.subscribe(now -> {
            if (now) {
                making.run();
            }
        });
        pieces.add(() -> {
            model.shownProperty().subscribe(_ -> refresh());
            model.whatProperty().subscribe(_ -> refresh());
            comparing.subscribe(_ -> refresh());
            look.subscribe(_ -> refresh());
            visibleProperty().subscribe(now -> {
                model.setVisible(now);
                tracks.setVisible(now && comparing.get());
            });
            comparing.subscribe(now -> tracks.setVisible(now && isVisible()));
        });
    }

    private Node settings() {
        var settings = new ResultSettings(model);
        settings.visibleProperty().bind(comparing.map(yes -> !yes));
        settings.managedProperty().bind(settings.visibleProperty());
        return settings;
    }

    private Node switches() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("result-switches");
        row.setAlignment(Pos.CENTER_LEFT);
        for (What what : What.values()) {
            var button = switchTo(group, what.name().toLowerCase(Locale.ROOT), () -> {
                comparing.set(false);
                model.whatProperty().set(what);
            });
            row.getChildren().add(button);
        }
        row.getChildren().add(switchTo(group, "agreement", () -> comparing.set(true)));
        group.getToggles().getFirst().setSelected(true);
        return row;
    }

    private static ToggleButton switchTo(ToggleGroup group, String name, Runnable action) {
        var button = new ToggleButton(Texts.of("result.what." + name));
        button.setId("result-" + name);
        button.setToggleGroup(group);
        button.setOnAction(_ -> {
            button.setSelected(true);
            action.run();
        });
        return button;
    }

    private void refresh() {
        Shown shown = model.shownProperty().get();
        boolean models = model.whatProperty().get() == What.MODELS;
        boolean mine =
                shown != null && shown.request().what() == model.whatProperty().get();
        boolean table = mine && shown.report() instanceof ResultReport.Bouts;
        agreement.setVisible(comparing.get());
        noRuns.setVisible(!comparing.get() && models && !model.hasRuns());
        scroll.setVisible(!comparing.get() && mine && !table);
        bouts.setVisible(!comparing.get() && table);
        export.setDisable(!mine);
        header.setLine(comparing.get() ? Texts.of("result.agreement.line") : line(shown));
        if (!mine || comparing.get()) {
            return;
        }
        if (shown.report() instanceof ResultReport.Bouts report) {
            bouts.show(report, shown.picture(), tones());
        } else {
            canvas.show(shown.picture(), tones());
        }
    }

    private static String line(@Nullable Shown shown) {
        if (shown == null) {
            return Texts.of("result.line");
        }
        if (shown.report() instanceof ResultReport.Models(ModelShift shift)) {
            return Texts.of(
                    "result.from", shift.run().run(), shift.run().provenance().words());
        }
        var results = shown.report().results();
        return Texts.of("result.from", results.title(), results.provenance().words());
    }

    private Tones tones() {
        return look.getValue() == Look.DARK ? Tones.dark() : Tones.light();
    }

    private Supplier<Picture> picture() {
        Shown shown = model.shownProperty().get();
        return shown == null ? canvas::picture : shown.report()::picture;
    }

    private Supplier<String> table() {
        Shown shown = model.shownProperty().get();
        return shown == null ? () -> "" : shown.report()::csv;
    }
}
