package org.ethotag.ui.project;

import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;

/** The page of a study that cannot be opened, in a window of its own, as there is no study to show pages of. */
public final class RecoveryWindow {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 560;

    private final RecoveryViewModel model;
    private final StudyViewModel study;

    public RecoveryWindow(RecoveryViewModel model, StudyViewModel study) {
        this.model = model;
        this.study = study;
    }

    /** Shows what is saved in a folder; closes by itself when a study opens. */
    public void show(Window owner, Path folder) {
        var view = new RecoveryView(model, study, Pieces.atOnce());
        var scene = new Scene(view, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        view.getStyleClass().addAll(owner.getScene().getRoot().getStyleClass());
        view.getStyleClass().remove("shell");
        var stage = new Stage();
        stage.initOwner(owner);
        stage.setTitle(Texts.of("recovery.window", String.valueOf(folder.getFileName())));
        stage.setScene(scene);
        var closing = study.projectProperty().subscribe(project -> {
            if (project != null) {
                stage.hide();
            }
        });
        stage.setOnHidden(_ -> closing.unsubscribe());
        stage.show();
        model.look(folder);
    }
}
