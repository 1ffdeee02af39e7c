package org.ethotag.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;

/** How the window looks. */
public enum Look {
    LIGHT,
    DARK,
    /** For a screen in the open: large type, black on white, every text at least 7 : 1 (WCAG 2.2, 1.4.6). */
    SUN;

    private static final String OWN_SHEET = "/styles/ethotag.css";

    /** The look of that name, or {@link #LIGHT}. */
    public static Look named(String name) {
        return Stream.of(values())
                .filter(look -> look.settingName().equals(name))
                .findFirst()
                .orElse(LIGHT);
    }

    /** What the settings file says for it. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that the button in the header leads to. */
    public Look next() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> SUN;
            case SUN -> LIGHT;
        };
    }

    /**
     * Dresses all windows with the theme. Before the first control is made this keeps the toolkit from reading its own theme,
     * which nobody would see.
     */
    public void dress() {
        var theme = this == DARK ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    /** Dresses all windows with the theme, and this one with our own sheet. */
    public void applyTo(Scene scene) {
        dress();
        String sheet = Objects.requireNonNull(Look.class.getResource(OWN_SHEET)).toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        var styles = scene.getRoot().getStyleClass();
        for (Look look : values()) {
            styles.remove(look.settingName());
        }
        styles.add(settingName());
    }
}
