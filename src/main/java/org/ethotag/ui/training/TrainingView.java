package org.ethotag.ui.training;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.training.EpochReport;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.run.ModelNames;
import org.kordamp.ikonli.feather.Feather;

/** The training page: settings on the left, live curves and runs on the right. */
public final class TrainingView extends StackPane {
    /**
     * @param goToLabels what the empty state's button does
     * @param pieces gets what the page is made of
     */
    public TrainingView(TrainingViewModel model, Runnable goToLabels, Pieces pieces) {
        getStyleClass().add("page");
        var empty = new EmptyState(Feather.ACTIVITY, Texts.of("train.empty.title"), Texts.of("train.empty.text"))
                .button("train-go-label", Texts.of("train.empty.button"), Feather.EDIT_3, goToLabels);
        var content = new BorderPane();
        content.setTop(new PageHeader(Texts.of("train.title"), Texts.of("train.line")));
        pieces.add(() -> content.setLeft(new TrainingForm(model, pieces)));
        pieces.add(() -> results(model, pieces), content::setCenter);
        content.visibleProperty().bind(Bindings.isNotEmpty(model.animals()));
        empty.visibleProperty().bind(Bindings.isEmpty(model.animals()));
        getChildren().addAll(empty, content);
    }

    private static Node results(TrainingViewModel model, Pieces pieces) {
        var loss = new CurveChart(
                CurveChart.growing(Texts.of("train.curve.loss")),
                Texts.of("train.curve.epoch"),
                titles(),
                EpochReport::trainingLoss,
                EpochReport::heldOutLoss,
                model.curve());
        var mcc = new CurveChart(
                CurveChart.unit(Texts.of("train.curve.mcc")),
                Texts.of("train.curve.epoch"),
                titles(),
                EpochReport::trainingMcc,
                EpochReport::heldOutMcc,
                model.curve());
        var charts = new HBox(loss);
        pieces.add(() -> charts.getChildren().add(mcc));
        charts.getStyleClass().add("charts");
        HBox.setHgrow(loss, Priority.ALWAYS);
        HBox.setHgrow(mcc, Priority.ALWAYS);
        var box = new VBox(
                new UnfinishedBar(model),
                new TrainingProgress(model),
                charts,
                new CurveLegend(model.curves(), titles()));
        pieces.add(() -> {
            var runs = new RunsTable(model);
            VBox.setVgrow(runs, Priority.ALWAYS);
            box.getChildren().add(runs);
        });
        box.getStyleClass().add("train-results");
        return box;
    }

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put(ModelNames.TEACHER, Texts.of("model.teacher"));
        titles.put(ModelNames.STUDENT, Texts.of("model.student"));
        titles.put(ModelNames.DISTILLED, Texts.of("train.curve.distilled"));
        return titles;
    }
}
