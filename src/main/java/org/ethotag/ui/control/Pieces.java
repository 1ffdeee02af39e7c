package org.ethotag.ui.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Tab;

/**
 * What a page is put together from, one piece in a frame: to make a few hundred controls, dress them and lay them out takes
 * several frames' time when it is done for the first time. A page gives its pieces in the order in which they are made; a piece
 * may give more. FX thread only.
 */
public final class Pieces {
    private final boolean atOnce;
    private final Deque<Step> first = new ArrayDeque<>();
    private final Deque<Step> rest = new ArrayDeque<>();

    /** @param placing whether something comes into the page, which the same frame has to dress and lay out */
    private record Step(Runnable work, boolean placing) {}

    private Pieces(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** Every piece is made as soon as it is given: for what is small, or seen in a window of its own. */
    public static Pieces atOnce() {
        return new Pieces(true);
    }

    /** Pieces wait until {@link #next} is called. */
    public static Pieces oneByOne() {
        return new Pieces(false);
    }

    /** Adds what is seen at first sight. */
    public void add(Runnable piece) {
        if (atOnce) {
            piece.run();
        } else {
            first.add(new Step(piece, true));
        }
    }

    /** Adds what is seen at first sight and takes long to make: it is made in one frame and placed in a later one. */
    public <T extends Node> void add(Supplier<T> making, Consumer<? super T> placing) {
        if (atOnce) {
            placing.accept(making.get());
            return;
        }
        var made = new ArrayList<T>(1);
        first.add(new Step(() -> made.add(making.get()), false));
        first.add(new Step(() -> placing.accept(made.removeFirst()), true));
    }

    /** Adds what is behind something else at first; the action that comes back makes it now, if it was not made before. */
    public Runnable later(Runnable piece) {
        var once = new Once(piece);
        if (atOnce) {
            once.run();
        } else {
            rest.add(new Step(once, true));
        }
        return once;
    }

    /** Adds the content of a tab, which is made when the tab is chosen, when its turn comes, or by the action that comes back. */
    public Runnable tab(Tab tab, Supplier<? extends Node> content) {
        var make = later(() -> tab.setContent(content.get()));
        tab.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                make.run();
            }
        });
        return make;
    }

    /** Whether all that is seen at first sight is there. */
    public boolean isWhole() {
        return first.isEmpty();
    }

    /** Whether nothing is left to make. */
    public boolean isFinished() {
        return first.isEmpty() && rest.isEmpty();
    }

    /** Makes one piece, if one is left. Says whether the same frame has time for another: nothing was placed that it has to lay out. */
    public boolean next() {
        var step = first.isEmpty() ? rest.poll() : first.poll();
        if (step == null) {
            return false;
        }
        step.work().run();
        return !step.placing();
    }

    private static final class Once implements Runnable {
        private final Runnable piece;
        private boolean made;

        Once(Runnable piece) {
            this.piece = piece;
        }

        @Override
        public void run() {
            if (!made) {
                made = true;
                piece.run();
            }
        }
    }
}
