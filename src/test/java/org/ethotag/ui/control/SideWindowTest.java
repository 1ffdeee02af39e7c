package org.ethotag.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SideWindowTest {
    private final List<String> made = new ArrayList<>();
    private final SimpleObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
    private final SideWindow side = new SideWindow("Beside", 300, 200, look, this::content, () -> made.add("hidden"));

    @BeforeAll
    static void start() {
        Windows.start();
    }

    private StackPane content() {
        made.add("content");
        return new StackPane();
    }

    private static Stage beside() {
        return (Stage) Window.getWindows().stream()
                .filter(window -> window instanceof Stage stage && "Beside".equals(stage.getTitle()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void itIsMadeOnceClosedByEscapeAndWithTheMainWindow() {
        Windows.inFx(() -> {
            var owner = new Stage();
            owner.show();
            assertThat(made).isEmpty();
            side.show(owner);
            var window = beside();
            Event.fireEvent(
                    window.getScene(),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertThat(window.isShowing()).isFalse();
            side.show(owner);
            assertThat(beside()).isSameAs(window);
            owner.hide();
            assertThat(window.isShowing()).isFalse();
        });
        assertThat(made).containsExactly("content", "hidden", "hidden");
    }

    @Test
    void itIsDressedAnewWithTheMainWindow() {
        Windows.inFx(() -> {
            var owner = new Stage();
            owner.show();
            side.show(owner);
            var light = List.copyOf(beside().getScene().getRoot().getStyleClass());
            look.set(Look.DARK);
            assertThat(beside().getScene().getRoot().getStyleClass()).isNotEqualTo(light);
            owner.hide();
        });
    }
}
