package org.ethotag.label;

import static org.ethotag.testkit.Tracks.bout;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.label;
import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.ethotag.label.LabelEdit.MoveBorder;
import org.junit.jupiter.api.Test;

class BoutEditsTest {
    private static final Ethogram ETHOGRAM = Ethogram.empty()
            .withAll(List.of("lie", "stand"))
            .with(new Behaviour("ruminate", "Ruminating", "#123456", "u", "", false));

    @Test
    void aBoutThatIsSplitStaysTwoUntilItIsMerged() {
        var whole = track("0-100 graze", "100-200 rest");
        var split = whole.apply(edits(whole).split(bout("0-100 graze"), 40).orElseThrow());
        assertEquals(bouts("0-40 graze", "40-100 graze", "100-200 rest"), split.bouts());
        var elsewhere = split.apply(label("150-160 walk"));
        assertEquals(
                bouts("0-40 graze", "40-100 graze", "100-150 rest", "150-160 walk", "160-200 rest"), elsewhere.bouts());
        assertEquals(
                whole, split.apply(edits(split).mergeNext(bout("0-40 graze")).orElseThrow()));
        assertEquals(
                whole,
                split.apply(edits(split).mergePrevious(bout("40-100 graze")).orElseThrow()));
    }

    @Test
    void theBorderOfASplitMovesAndStays() {
        var track = track("0-100 graze");
        var split = track.apply(edits(track).split(bout("0-100 graze"), 40).orElseThrow());
        assertEquals(
                bouts("0-41 graze", "41-100 graze"),
                split.apply(new MoveBorder(40, 41)).bouts());
    }

    @Test
    void mergingTakesTheNextBoutAndWhatLiesBetween() {
        var track = track("0-50 graze", "80-100 rest", "100-120 graze");
        assertEquals(
                track("0-120 graze"),
                track.apply(edits(track).mergeNext(bout("0-50 graze")).orElseThrow()));
        assertEquals(Optional.empty(), edits(track).mergeNext(bout("100-120 graze")));
        assertEquals(Optional.empty(), edits(track).mergePrevious(bout("0-50 graze")));
    }

    @Test
    void nothingIsSplitAtItsEnds() {
        var track = track("10-50 graze");
        assertEquals(Optional.empty(), edits(track).split(bout("10-50 graze"), 10));
        assertEquals(Optional.empty(), edits(track).split(bout("10-50 graze"), 50));
    }

    @Test
    void onAnOverlappingTrackOnlyBehavioursThatExcludeEachOtherTrim() {
        var track = overlapping("0-100 lie");
        track = track.apply(edits(track).label(range("20-120"), "ruminate"));
        assertEquals(overlapping("0-100 lie", "20-120 ruminate"), track);
        track = track.apply(edits(track).label(range("60-150"), "stand"));
        assertEquals(overlapping("0-60 lie", "20-120 ruminate", "60-150 stand"), track);
    }

    @Test
    void fromTheCursorOnEndsTheExcludedBehaviourOnly() {
        var track = overlapping("0-100 lie", "20-120 ruminate");
        assertEquals(
                overlapping("0-50 lie", "20-120 ruminate", "50-100 stand"),
                track.apply(edits(track).labelFrom(50, 500, "stand")));
    }

    @Test
    void relabellingOneOfTwoBoutsLeavesTheOther() {
        var track = overlapping("0-100 lie", "20-120 ruminate");
        assertEquals(
                overlapping("0-100 stand", "20-120 ruminate"),
                track.apply(edits(track).relabel(bout("0-100 lie"), "stand")));
        assertEquals(overlapping("20-120 ruminate"), track.apply(edits(track).delete(bout("0-100 lie"))));
    }

    @Test
    void aCopyReplacesWhatLiesInItsRange() {
        var source = overlapping("0-100 lie", "20-120 ruminate");
        var target = track("0-300 graze");
        assertEquals(
                bouts("0-10 graze", "10-20 lie", "20-60 ruminate", "60-300 graze"),
                target.apply(edits(target).copy(source, range("10-60"))).bouts());
        var layered = overlapping("0-300 graze");
        assertEquals(
                overlapping("0-10 graze", "10-60 lie", "20-60 ruminate", "60-300 graze"),
                layered.apply(edits(layered).copy(source, range("10-60"))));
    }

    private static BoutEdits edits(LabelTrack track) {
        return new BoutEdits(track, ETHOGRAM);
    }

    static LabelTrack overlapping(String... bouts) {
        return LabelTrack.exactly("test", TrackKind.OVERLAPPING, bouts(bouts), List.of());
    }
}
