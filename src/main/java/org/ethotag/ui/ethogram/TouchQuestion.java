package org.ethotag.ui.ethogram;

import java.time.Duration;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import org.ethotag.project.BehaviourTouch;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;

/** Asks before labels change, and says how many. */
final class TouchQuestion {
    private final Scene owner;
    private final BehaviourTouch touch;

    TouchQuestion(Scene owner, BehaviourTouch touch) {
        this.owner = owner;
        this.touch = touch;
    }

    void ask(String question, Runnable yes) {
        var alert = new Alert(Alert.AlertType.CONFIRMATION);
        alert.initOwner(owner.getWindow());
        alert.setHeaderText(question);
        alert.setContentText(words(touch));
        alert.getDialogPane().setPrefWidth(480);
        alert.showAndWait().filter(ButtonType.OK::equals).ifPresent(_ -> yes.run());
    }

    static String words(BehaviourTouch touch) {
        if (!touch.inUse()) {
            return Texts.of("ethogram.touch.none");
        }
        var time = TimeTexts.duration(
                Duration.ofMillis(Math.round(touch.seconds() * 1000)), Locale.getDefault(Locale.Category.FORMAT));
        return Texts.of("ethogram.touch", touch.bouts(), touch.tracks(), touch.sessions(), time, touch.runs());
    }
}
