package org.ethotag.ui.flash;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.job.JobState;
import org.ethotag.problem.ProblemException;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.ProblemPane;
import org.kordamp.ikonli.feather.Feather;

/** What came of the last press of the button: progress with the time left, green with the proof, or red with the next step. */
final class FlashResult extends StackPane {
    private static final int HASH_DIGITS = 16;

    private final FlashViewModel model;
    private final ProgressBar bar = new ProgressBar();
    private final Label doing = new Label();
    private final Label left = new Label();
    private final Node progress;

    FlashResult(FlashViewModel model) {
        this.model = model;
        setId("flash-result");
        getStyleClass().add("flash-result");
        setAlignment(Pos.TOP_LEFT);
        progress = progress();
        left.textProperty().bind(model.timeLeftProperty());
        model.stateProperty().subscribe(this::show);
    }

    private Node progress() {
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(Texts.of("flash.progress"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        var stop = new Button(Texts.of("train.stop"), Icons.of(Feather.SQUARE));
        stop.setId("flash-stop");
        stop.setOnAction(_ -> model.cancel());
        var line = new HBox(bar, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("flash-progress");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new VBox(line, new HBox(doing, space, left));
    }

    private void show(JobState<FlashReceipt> state) {
        Node now = switch (state) {
            case JobState.Idle<FlashReceipt> _ -> muted(Texts.of("flash.idle"));
            case JobState.Running<FlashReceipt>(double fraction, String text) -> {
                bar.setProgress(fraction);
                doing.setText(text);
                yield progress;
            }
            case JobState.Succeeded<FlashReceipt>(FlashReceipt receipt) ->
                receipt.verified() ? proof(receipt) : refused(receipt);
            case JobState.Failed<FlashReceipt>(Throwable cause) -> new ProblemPane(cause);
            case JobState.Cancelled<FlashReceipt> _ -> muted(Texts.of("flash.cancelled"));
        };
        if (!getChildren().equals(List.of(now))) {
            getChildren().setAll(now);
        }
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setWrapText(true);
        return label;
    }

    private static Node proof(FlashReceipt receipt) {
        boolean named = !receipt.serial().isEmpty();
        var title =
                new Label(named ? Texts.of("flash.verified", receipt.serial()) : Texts.of("flash.verified.nameless"));
        title.getStyleClass().add("title-4");
        var text = new Label(words(receipt));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        var sentences = new VBox(title, text);
        sentences.getStyleClass().add("problem-sentences");
        HBox.setHgrow(sentences, Priority.ALWAYS);
        if (!receipt.unchecked().isEmpty()) {
            String checks = FlashTexts.checks(receipt.unchecked());
            sentences.getChildren().add(muted(Texts.of("flash.unchecked", checks)));
        }
        var pane = new HBox(Icons.of(Feather.CHECK_CIRCLE, "proof-icon"), sentences);
        pane.getStyleClass().add("proof-pane");
        return pane;
    }

    /** A tag that cannot run golden windows has proved less, and nobody shall read more. */
    private static String words(FlashReceipt receipt) {
        String image = receipt.imageSha256().substring(0, HASH_DIGITS);
        return receipt.goldenWindows() == 0
                ? Texts.of("flash.proof.state", image)
                : Texts.of(
                        "flash.proof",
                        receipt.modelAfter(),
                        receipt.goldenWindows(),
                        receipt.hardware(),
                        receipt.firmware(),
                        image);
    }

    private static Node refused(FlashReceipt receipt) {
        return receipt.problems().isEmpty()
                ? muted(Texts.of("flash.cancelled"))
                : new ProblemPane(new ProblemException(receipt.problems().getFirst()));
    }
}
