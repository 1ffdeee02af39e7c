package org.ethotag.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** How the window looks. */
public enum Look {
    LIGHT,
    DARK;

    private static final String OWN_SHEET = "/styles/ethotag.css";

    /** The look of that name, or {@link #LIGHT}. */
    public static Look named(String name) {
        return name.equals(DARK.settingName()) ? DARK : LIGHT;
    }

    /** What the settings file says for it. */
    public String settingName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The other one. */
    public Look other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Dresses all windows with the theme, and this one with our own sheet. */
    public void applyTo(Scene scene) {
        var theme = this == LIGHT ? new PrimerLight() : new PrimerDark();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        String sheet = Objects.requireNonNull(Look.class.getResource(OWN_SHEET)).toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        var styles = scene.getRoot().getStyleClass();
        styles.remove(other().settingName());
        if (!styles.contains(settingName())) {
            styles.add(settingName());
        }
    }
}
