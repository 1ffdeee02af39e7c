package org.ethotag.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Pieces;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/** Frames are given by hand: their times are nanoseconds that nobody has to wait for. */
class PageBuilderTest {
    private static final long FRAME = 16_666_667;
    private static final long QUIET = 1_000_000_000;

    private final List<String> made = new ArrayList<>();
    private final Page first = page("first");
    private final Page second = page("second");
    private final PageBuilder builder = Windows.onFx(() -> new PageBuilder(List.of(first, second), _ -> {}));
    private long now;

    static {
        Windows.start();
    }

    private Page page(String name) {
        return new Page(name, name, Feather.GRID, pieces -> {
            made.add(name);
            more(pieces, name);
            return new Group();
        });
    }

    private void more(Pieces pieces, String name) {
        pieces.add(() -> made.add(name + " side"));
        pieces.later(() -> made.add(name + " tab"));
    }

    private void frames(int count) {
        Windows.inFx(() -> {
            for (int i = 0; i < count; i++) {
                now += FRAME;
                builder.handle(now);
            }
            builder.stop();
        });
    }

    private void quiet() {
        frames(1);
        now += QUIET;
    }

    @Test
    void thePageThatIsWaitedForIsMadeOnePieceInAFrame() {
        Windows.inFx(() -> {
            builder.want(second);
            builder.stop();
        });
        frames(1);
        assertEquals(List.of("second"), made);
        frames(1);
        assertEquals(List.of("second", "second side"), made);
        frames(100);
        assertEquals(List.of("second", "second side"), made, "nobody asked for more before a study is open");
    }

    @Test
    void theOthersAreMadeBeforehandOnceItIsQuiet() {
        Windows.inFx(() -> {
            builder.beforehand(true);
            builder.stop();
        });
        frames(20);
        assertEquals(List.of(), made, "a third of a second is not quiet yet");
        quiet();
        frames(100);
        assertEquals(List.of("first", "first side", "first tab", "second", "second side", "second tab"), made);
    }

    @Test
    void whoeverWaitsDoesNotWaitForThePagesThatNobodyAskedFor() {
        Windows.inFx(() -> {
            builder.beforehand(true);
            builder.stop();
        });
        quiet();
        frames(1);
        Windows.inFx(() -> {
            builder.want(second);
            builder.stop();
        });
        frames(2);
        assertEquals(List.of("first", "second", "second side"), made);
    }
}
