package org.ethotag.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.ethotag.testkit.Windows;
import org.junit.jupiter.api.Test;

class PiecesTest {
    private final List<String> made = new ArrayList<>();

    @Test
    void whatIsSeenAtFirstSightIsMadeBeforeWhatIsBehindItAndEachOnce() {
        var pieces = Pieces.oneByOne();
        var behind = pieces.later(() -> made.add("behind"));
        pieces.later(() -> made.add("far behind"));
        pieces.add(() -> made.add("front"));
        assertFalse(pieces.isWhole());
        pieces.next();
        assertTrue(pieces.isWhole());
        assertFalse(pieces.isFinished());
        behind.run();
        while (!pieces.isFinished()) {
            pieces.next();
        }
        assertEquals(List.of("front", "behind", "far behind"), made);
    }

    @Test
    void aPieceMayGiveMorePiecesAndThePageIsNotWholeBeforeTheyAreThere() {
        var pieces = Pieces.oneByOne();
        pieces.add(() -> {
            made.add("form");
            pieces.add(() -> made.add("field"));
        });
        pieces.next();
        assertFalse(pieces.isWhole());
        pieces.next();
        assertTrue(pieces.isWhole());
        assertEquals(List.of("form", "field"), made);
    }

    @Test
    void makingLeavesTimeForMoreInAFrameAndPlacingDoesNot() {
        Windows.start();
        var pieces = Pieces.oneByOne();
        pieces.add(() -> new Label("side"), node -> made.add(node.getText()));
        assertTrue(pieces.next());
        assertEquals(List.of(), made);
        assertFalse(pieces.next());
        assertEquals(List.of("side"), made);
        assertFalse(pieces.next());
    }

    @Test
    void atOnceNothingWaits() {
        Windows.start();
        var pieces = Pieces.atOnce();
        pieces.add(() -> made.add("front"));
        pieces.add(() -> new Label("side"), node -> made.add(node.getText()));
        pieces.later(() -> made.add("behind"));
        assertTrue(pieces.isFinished());
        assertEquals(List.of("front", "side", "behind"), made);
    }

    @Test
    void aTabIsMadeWhenItIsChosen() {
        Windows.start();
        var pieces = Pieces.oneByOne();
        var shown = Windows.onFx(() -> {
            var first = new Tab("first");
            var second = new Tab("second");
            pieces.tab(first, () -> new Label("first content"));
            pieces.tab(second, () -> new Label("second content"));
            var pane = new TabPane(first, second);
            boolean before = second.getContent() == null && first.getContent() != null;
            pane.getSelectionModel().select(second);
            return List.of(before, second.getContent() != null);
        });
        assertEquals(List.of(true, true), shown);
    }
}
