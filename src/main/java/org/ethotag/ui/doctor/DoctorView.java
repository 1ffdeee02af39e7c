package org.ethotag.ui.doctor;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.PageHeader;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.problem.ProblemPane;
import org.ethotag.workflow.Doctor;
import org.ethotag.workflow.run.ProgramVersion;
import org.kordamp.ikonli.feather.Feather;

/** The checks, one line each: a mark, what was found, and what to do. */
final class DoctorView extends BorderPane {
    private final DoctorViewModel model;
    private final PageHeader header;
    private final VBox rows = new VBox();
    private final Button copy = new Button(Texts.of("doctor.copy"), Icons.of(Feather.COPY));

    DoctorView(DoctorViewModel model) {
        this.model = model;
        getStyleClass().addAll("page", "doctor");
        copy.setId("doctor-copy");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> copyReport());
        var again = new Button(Texts.of("doctor.again"), Icons.of(Feather.REFRESH_CW));
        again.setId("doctor-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.getStyleClass().add("accent");
        again.setOnAction(_ -> model.examine());
        again.disableProperty().bind(model.stateProperty().map(state -> state instanceof JobState.Running<?>));
        header = new PageHeader(Texts.of("doctor.title"), "", copy, again);
        rows.getStyleClass().add("doctor-rows");
        rows.setId("doctor-rows");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain-scroll");
        setTop(header);
        setCenter(scroll);
        model.stateProperty().subscribe(this::show);
    }

    private void show(JobState<List<Doctor.Check>> state) {
        copy.setDisable(!(state instanceof JobState.Succeeded<?>));
        switch (state) {
            case JobState.Idle<List<Doctor.Check>> _ -> say("doctor.line");
            case JobState.Running<List<Doctor.Check>>(double fraction, String doing) -> {
                header.setLine(Texts.of("doctor.looking"));
                rows.getChildren().setAll(progress(fraction, doing));
            }
            case JobState.Succeeded<List<Doctor.Check>>(List<Doctor.Check> checks) -> {
                header.setLine(Texts.of("doctor.found", DoctorViewModel.troubles(checks)));
                rows.getChildren().setAll(checks.stream().map(DoctorView::row).toList());
            }
            case JobState.Failed<List<Doctor.Check>>(Throwable cause) -> {
                say("doctor.line");
                rows.getChildren().setAll(new ProblemPane(cause));
            }
            case JobState.Cancelled<List<Doctor.Check>> _ -> say("doctor.stopped");
        }
    }

    private void say(String key) {
        header.setLine(Texts.of(key));
        rows.getChildren().clear();
    }

    private static Node progress(double fraction, String doing) {
        var bar = new ProgressBar(fraction);
        bar.setAccessibleText(Texts.of("doctor.looking"));
        var words = new Label(doing);
        words.getStyleClass().add("text-muted");
        var line = new HBox(bar, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("doctor-row");
        return line;
    }

    private static Node row(Doctor.Check check) {
        var kind = check.works() ? "good" : check.needed() ? "bad" : "optional";
        var icon = check.works() ? Feather.CHECK_CIRCLE : check.needed() ? Feather.X_CIRCLE : Feather.MINUS_CIRCLE;
        var mark = Icons.of(icon, "doctor-icon", "doctor-" + kind);
        var name = new Label(check.what());
        name.getStyleClass().add("text-bold");
        var state = new Label(check.state());
        state.setWrapText(true);
        state.setMinHeight(Region.USE_PREF_SIZE);
        state.getStyleClass().add("text-muted");
        var words = new VBox(name, state);
        if (!check.advice().isEmpty()) {
            var advice = new Label(check.advice());
            advice.setWrapText(true);
            advice.setMinHeight(Region.USE_PREF_SIZE);
            advice.getStyleClass().add("doctor-advice");
            words.getChildren().add(advice);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(mark, words);
        row.setAccessibleText(Texts.of("doctor." + kind) + ": " + check.what());
        row.getStyleClass().add("doctor-row");
        return row;
    }

    private void copyReport() {
        var content = new ClipboardContent();
        content.putString(model.report(ProgramVersion.text()));
        Clipboard.getSystemClipboard().setContent(content);
        header.setLine(Texts.of("doctor.copied"));
    }
}
