package org.ethotag.ui.label;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.ethotag.recording.Session;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.SessionRow;
import org.ethotag.ui.study.StudyViewModel;
import org.jspecify.annotations.Nullable;

/** Which session is on the screen; by neutral names while the annotator is blind. */
final class SessionChooser extends ComboBox<SessionRow> {
    private static final double WIDTH = 300;

    private final StudyViewModel study;
    private final Blinding blinding;
    private boolean filling;

    SessionChooser(StudyViewModel study, Blinding blinding) {
        this.study = study;
        this.blinding = blinding;
        setId("session-choice");
        setAccessibleText(Texts.of("label.session"));
        setPrefWidth(WIDTH);
        setButtonCell(cell());
        setCellFactory(_ -> cell());
        valueProperty().subscribe(row -> {
            if (row != null && !filling) {
                study.currentProperty().set(row.session());
            }
        });
        study.currentProperty().subscribe(this::choose);
        study.sessions().subscribe(this::fill);
        blinding.blindProperty().subscribe(this::fill);
        fill();
    }

    private void fill() {
        filling = true;
        getItems().setAll(study.sessions().stream().sorted(blinding.order()).toList());
        filling = false;
        setButtonCell(cell());
        choose(study.currentProperty().get());
    }

    private void choose(@Nullable Session session) {
        List.copyOf(getItems()).stream()
                .filter(row -> row.session().equals(session))
                .findFirst()
                .ifPresent(this::setValue);
    }

    private ListCell<SessionRow> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable SessionRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(row == null || empty ? null : blinding.nameOf(row));
            }
        };
    }
}
