package org.ethotag.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.jspecify.annotations.Nullable;

/**
 * Makes the pages: the one that is waited for by one piece in every frame, the others beforehand while nobody does anything. So
 * no frame carries a whole page. FX thread only.
 */
final class PageBuilder extends AnimationTimer {
    /** How long nobody has to do anything before pages are made that nobody waits for. */
    private static final long QUIET_NANOS = 700_000_000;

    /** Of so many frames one makes a piece beforehand; between them the window stays free. */
    private static final int FRAMES_PER_PIECE = 4;

    /** What making may take of a frame before the rest waits for the next. */
    private static final long FRAME_SHARE_NANOS = 6_000_000;

    private final List<Page> pages;
    private final Consumer<Page> grown;
    private @Nullable Page wanted;
    private boolean beforehand;
    private boolean disturbed = true;
    private long quietSince;
    private long frames;

    /**
     * @param pages in the order in which they are made beforehand
     * @param grown told after every piece
     */
    PageBuilder(List<Page> pages, Consumer<Page> grown) {
        this.pages = pages;
        this.grown = grown;
    }

    /** Waits for quiet in a scene before pages are made beforehand. */
    void watch(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, _ -> disturbed = true);
    }

    /** Makes this page before all others. */
    void want(Page page) {
        wanted = page;
        disturbed = true;
        start();
    }

    /** Whether pages are made beforehand: not before there is a study to show in them. */
    void beforehand(boolean allowed) {
        beforehand = allowed;
        disturbed = true;
        start();
    }

    /** Makes all of a page that is seen at first sight, now. */
    void finish(Page page) {
        while (!page.isWhole()) {
            grow(page);
        }
    }

    @Override
    public void handle(long nanos) {
        if (wanted != null && !wanted.isWhole()) {
            grow(wanted);
            return;
        }
        if (disturbed) {
            disturbed = false;
            quietSince = nanos;
        }
        Optional<Page> next = next();
        if (next.isEmpty()) {
            stop();
        } else if (nanos - quietSince > QUIET_NANOS && frames++ % FRAMES_PER_PIECE == 0) {
            grow(next.get());
        }
    }

    private Optional<Page> next() {
        return beforehand ? pages.stream().filter(page -> !page.isFinished()).findFirst() : Optional.empty();
    }

    private void grow(Page page) {
        long begun = System.nanoTime();
        boolean more = page.next();
        while (more && System.nanoTime() - begun < FRAME_SHARE_NANOS) {
            more = page.next();
        }
        grown.accept(page);
    }
}
