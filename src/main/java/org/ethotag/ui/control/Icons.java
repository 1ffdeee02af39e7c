package org.ethotag.ui.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons; their size and colour come from the style sheet. */
public final class Icons {
    private Icons() {}

    /** An icon with further style classes. */
    public static FontIcon of(Ikon icon, String... styles) {
        var node = new FontIcon(icon);
        node.getStyleClass().addAll(styles);
        return node;
    }
}
