package org.ethotag.ui;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** One page of the main window. Its view is made when the page is first seen: the window need not wait for all of them. */
final class Page {
    private final String id;
    private final String title;
    private final Ikon icon;
    private final Supplier<? extends Node> making;
    private @Nullable Node made;

    /**
     * @param id short and stable, for settings and tests
     * @param title what the rail says
     * @param icon what the rail shows
     * @param making makes what the page shows, once
     */
    Page(String id, String title, Ikon icon, Supplier<? extends Node> making) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.making = making;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    Ikon icon() {
        return icon;
    }

    /** What the page shows, made now if it was not seen before. */
    Node node() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }

    /** What the page shows, if it was seen. */
    Optional<Node> seen() {
        return Optional.ofNullable(made);
    }
}
