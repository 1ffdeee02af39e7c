package org.ethotag.ui.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Short news in a corner of the window, the newest below. It takes neither the focus nor the mouse of what lies under it,
 * and goes by itself once the window has been looked at for a while.
 */
public final class Toasts extends VBox {
    private static final Duration LONG_ENOUGH = Duration.seconds(8);
    private static final int MOST = 4;

    public Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    /**
     * Shows news.
     *
     * @param grave whether something went wrong
     */
    public void show(String text, boolean grave) {
        Ikon icon = grave ? Feather.ALERT_CIRCLE : Feather.CHECK_CIRCLE;
        var label = new Label(text, Icons.of(icon));
        label.setWrapText(true);
        label.setMaxWidth(420);
        var close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.setAccessibleText(Texts.of("shell.dismiss"));
        close.setTooltip(new Tooltip(Texts.of("shell.dismiss")));
        close.setFocusTraversable(false); // it goes by itself: nobody is stopped on the way through the page
        var toast = new HBox(label, close);
        toast.getStyleClass().addAll("toast", grave ? "grave" : "good");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(text);
        close.setOnAction(_ -> getChildren().remove(toast));
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        leave(toast);
    }

    /** Counts only while somebody can see it. */
    private void leave(HBox toast) {
        var pause = new PauseTransition(LONG_ENOUGH);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        var window = getScene() == null ? null : getScene().getWindow();
        if (window == null || window.isFocused()) {
            pause.play();
        } else {
            window.focusedProperty().subscribe(focused -> {
                if (focused && getChildren().contains(toast)) {
                    pause.playFromStart();
                }
            });
        }
    }
}
