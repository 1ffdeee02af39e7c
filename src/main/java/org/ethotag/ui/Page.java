package org.ethotag.ui;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import org.ethotag.ui.control.Pieces;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** One page of the main window. Its view is made when somebody has time or wants to see it, piece by piece. */
final class Page {
    private final String id;
    private final String title;
    private final Ikon icon;
    private final Function<Pieces, ? extends Node> making;
    private final Pieces pieces;
    private @Nullable Node made;

    /**
     * @param id short and stable, for settings and tests
     * @param title what the rail says
     * @param icon what the rail shows
     * @param making makes what the page shows, once; what takes long is given as pieces
     */
    Page(String id, String title, Ikon icon, Function<Pieces, ? extends Node> making) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.making = making;
        pieces = Pieces.oneByOne();
    }

    /**
     * A page whose view is there from the beginning.
     *
     * @param view what the page shows
     * @param pieces what is still missing in it
     */
    Page(String id, String title, Ikon icon, Node view, Pieces pieces) {
        this.id = id;
        this.title = title;
        this.icon = icon;
        this.making = _ -> view;
        this.pieces = pieces;
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

    /** What the page shows, if it was begun. */
    Optional<Node> seen() {
        return Optional.ofNullable(made);
    }

    /** Whether all that is seen at first sight is there. */
    boolean isWhole() {
        return made != null && pieces.isWhole();
    }

    /** Whether nothing is left to make. */
    boolean isFinished() {
        return made != null && pieces.isFinished();
    }

    /** Makes one more piece of it. Says whether the same frame has time for another. */
    boolean next() {
        if (made == null) {
            made = making.apply(pieces);
            return false;
        }
        return pieces.next();
    }
}
