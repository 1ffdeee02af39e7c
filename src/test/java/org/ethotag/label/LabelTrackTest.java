package org.ethotag.label;

import static org.ethotag.testkit.Tracks.bout;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ethotag.label.LabelEdit.Erase;
import org.ethotag.label.LabelEdit.LabelFrom;
import org.ethotag.label.LabelEdit.MoveBorder;
import org.ethotag.label.LabelEdit.Relabel;
import org.ethotag.label.LabelEdit.Swap;
import org.junit.jupiter.api.Test;

class LabelTrackTest {
    @Test
    void labellingOverTwoBoutsTrimsBoth() {
        var track = track("0-100 graze", "100-200 rest").apply(label("80-120 walk"));
        assertEquals(track("0-80 graze", "80-120 walk", "120-200 rest"), track);
    }

    @Test
    void labellingInsideABoutSplitsIt() {
        assertEquals(
                track("0-40 graze", "40-60 walk", "60-100 graze"),
                track("0-100 graze").apply(label("40-60 walk")));
    }

    @Test
    void equalBoutsThatTouchBecomeOne() {
        var track = track("0-100 graze", "200-300 graze").apply(label("100-200 graze"));
        assertEquals(bouts("0-300 graze"), track.bouts());
    }

    @Test
    void labellingWhatIsThereChangesNothing() {
        var track = track("0-100 graze", "100-200 rest");
        assertSame(track, track.apply(label("20-60 graze")));
    }

    @Test
    void erasingLeavesAGap() {
        assertEquals(
                track("0-50 graze", "150-200 rest"),
                track("0-100 graze", "100-200 rest").apply(new Erase(range("50-150"))));
    }

    @Test
    void fromTheCursorOnTheRestOfABoutIsAnotherBehaviour() {
        assertEquals(
                track("0-30 graze", "30-100 walk", "100-200 rest"),
                track("0-100 graze", "100-200 rest").apply(new LabelFrom(30, 500, "walk")));
    }

    @Test
    void fromTheCursorOnAGapIsFilledToTheNextBout() {
        assertEquals(
                track("0-100 graze", "120-300 walk", "300-400 rest"),
                track("0-100 graze", "300-400 rest").apply(new LabelFrom(120, 500, "walk")));
    }

    @Test
    void fromTheCursorOnTheLastGapIsFilledToTheEnd() {
        assertEquals(track("0-100 graze", "100-500 walk"), track("0-100 graze").apply(new LabelFrom(100, 500, "walk")));
    }

    @Test
    void aBorderMovesForBothOfItsBouts() {
        assertEquals(
                track("0-130 graze", "130-200 rest"),
                track("0-100 graze", "100-200 rest").apply(new MoveBorder(100, 130)));
    }

    @Test
    void theBeginOfABoutAfterAGapMovesAlone() {
        var track = track("0-50 graze", "100-200 rest");
        assertEquals(track("0-50 graze", "90-200 rest"), track.apply(new MoveBorder(100, 90)));
        assertEquals(track("0-50 graze", "110-200 rest"), track.apply(new MoveBorder(100, 110)));
    }

    @Test
    void aBorderThatIsNotThereCannotMove() {
        assertThrows(IllegalArgumentException.class, () -> track("0-100 graze").apply(new MoveBorder(50, 60)));
    }

    @Test
    void relabellingKeepsTheGaps() {
        assertEquals(
                track("0-50 graze", "50-100 walk", "150-180 walk", "180-200 rest"),
                track("0-100 graze", "150-200 rest").apply(new Relabel(range("50-180"), "walk")));
    }

    @Test
    void theInverseNamesWhatWasThere() {
        assertEquals(
                new Swap(bouts("0-80 graze", "80-120 walk", "120-200 rest"), bouts("0-100 graze", "110-200 rest")),
                track("0-100 graze", "110-200 rest").inverse(label("80-120 walk")));
    }

    @Test
    void theBoutAtABorderIsTheOneThatBegins() {
        var track = track("0-100 graze", "100-200 rest", "250-300 walk");
        assertEquals(Optional.of(bout("0-100 graze")), track.boutAt(99));
        assertEquals(Optional.of(bout("100-200 rest")), track.boutAt(100));
        assertEquals(Optional.empty(), track.boutAt(200));
        assertEquals(Optional.empty(), track.boutAt(300));
    }

    @Test
    void boutsInARangeAreThoseWithASampleInIt() {
        var track = track("0-100 graze", "100-200 rest", "250-300 walk");
        assertEquals(bouts("100-200 rest"), track.boutsIn(range("100-250")));
        assertEquals(bouts("0-100 graze", "100-200 rest", "250-300 walk"), track.boutsIn(range("99-251")));
        assertEquals(List.of(), track.boutsIn(range("200-250")));
    }

    @Test
    void bordersAreFoundInBothDirections() {
        var track = track("10-100 graze", "150-200 rest");
        assertEquals(OptionalLong.of(10), track.nextBorder(0));
        assertEquals(OptionalLong.of(100), track.nextBorder(10));
        assertEquals(OptionalLong.of(150), track.nextBorder(100));
        assertEquals(OptionalLong.empty(), track.nextBorder(200));
        assertEquals(OptionalLong.of(200), track.previousBorder(500));
        assertEquals(OptionalLong.of(150), track.previousBorder(200));
        assertEquals(OptionalLong.of(100), track.previousBorder(150));
        assertEquals(OptionalLong.empty(), track.previousBorder(10));
    }

    @Test
    void theNextUnlabelledStretchBeginsWhereLabelsEnd() {
        var track = track("0-100 graze", "100-150 walk", "170-200 rest");
        assertEquals(Optional.of(range("150-170")), track.nextUnlabelled(20, 300));
        assertEquals(Optional.of(range("160-170")), track.nextUnlabelled(160, 300));
        assertEquals(Optional.of(range("200-300")), track.nextUnlabelled(170, 300));
        assertEquals(Optional.empty(), track.nextUnlabelled(170, 200));
    }

    @Test
    void boutsThatOverlapAreNoTrack() {
        assertThrows(IllegalArgumentException.class, () -> track("0-100 graze", "99-200 rest"));
    }

    @Test
    void whereLayersOverlapTheLaterOneHolds() {
        assertEquals(
                track("0-80 graze", "80-200 rest"), LabelTrack.layered("test", bouts("0-100 graze", "80-200 rest")));
    }
}
