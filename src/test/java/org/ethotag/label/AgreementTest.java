package org.ethotag.label;

import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.Tracks;
import org.ethotag.testkit.Trials;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final double OVERLAP = BoutLink.USUAL_OVERLAP;

    @Test
    void rowsAreTheFirstTrackAndColumnsTheSecond() {
        var agreement = compared(track("0-50 a", "50-80 b"), track("0-40 a", "40-80 b"), range("0-80"));
        assertEquals(KappaTable.of(List.of("a", "b"), new long[][] {{40, 10}, {0, 30}}), agreement.samples());
    }

    @Test
    void samplesThatOnlyOneTrackLabelsAreCountedApart() {
        var agreement = compared(track("0-100 a"), track("50-150 a"), range("0-200"));
        assertEquals(KappaTable.of(List.of("a"), new long[][] {{50}}), agreement.samples());
        assertEquals(50, agreement.onlyFirst());
        assertEquals(50, agreement.onlySecond());
    }

    @Test
    void boutsAreOneEventFromSixtyPercentOfTheLongerOneOn() {
        assertEquals(
                List.of(new BoutLink(range("0-100"), "a", "b")),
                BoutLink.of(track("0-100 a"), track("40-100 b"), range("0-100"), OVERLAP));
        assertEquals(
                List.of(
                        new BoutLink(range("0-100"), "a", KappaTable.NONE),
                        new BoutLink(range("41-100"), KappaTable.NONE, "b")),
                BoutLink.of(track("0-100 a"), track("41-100 b"), range("0-100"), OVERLAP));
    }

    @Test
    void aLongBoutIsNoPartnerOfAShortOneInsideIt() {
        assertEquals(
                List.of(
                        new BoutLink(range("0-10"), KappaTable.NONE, "c"),
                        new BoutLink(range("0-100"), "a", "a"),
                        new BoutLink(range("10-20"), KappaTable.NONE, "b")),
                BoutLink.of(track("0-100 a"), track("0-10 c", "10-20 b", "20-100 a"), range("0-100"), OVERLAP));
    }

    @Test
    void halfOrLessIsNoOverlapThatLinks() {
        assertThrows(
                IllegalArgumentException.class, () -> BoutLink.of(track("0-1 a"), track("0-1 a"), range("0-1"), 0.5));
    }

    @Test
    void anEventHasOnePartnerWhicheverTrackComesFirst() {
        Trials.trials(300, random -> {
            var first = LabelTrack.empty("1");
            var second = LabelTrack.empty("2");
            for (int i = 0; i < 12; i++) {
                first = first.apply(Tracks.randomEdit(random, first, 60, List.of("a", "b", "c")));
                second = second.apply(Tracks.randomEdit(random, second, 60, List.of("a", "b", "c")));
            }
            var there = BoutLink.of(first, second, range("0-60"), 0.51);
            var back = BoutLink.of(second, first, range("0-60"), 0.51);
            long linked = there.stream().filter(AgreementTest::isLinked).count();
            assertEquals(linked, back.stream().filter(AgreementTest::isLinked).count());
            assertEquals(first.bouts().size() + second.bouts().size(), there.size() + linked);
        });
    }

    private static boolean isLinked(BoutLink link) {
        return !link.first().equals(KappaTable.NONE) && !link.second().equals(KappaTable.NONE);
    }

    @Test
    void blocksTogetherAreTheWhole() {
        var first = track("0-50 a", "50-80 b", "90-120 a");
        var second = track("0-45 a", "45-82 b", "88-119 c");
        var sum = Agreement.blocks(first, second, range("0-120"), OVERLAP, 37).stream()
                .reduce(Agreement.empty(), Agreement::plus);
        assertEquals(compared(first, second, range("0-120")), sum);
    }

    @Test
    void comparedIsWhereBothHaveWorked() {
        assertEquals(Optional.of(range("50-80")), Agreement.common(track("0-80 a"), track("50-60 a", "90-99 b")));
        assertEquals(Optional.empty(), Agreement.common(track("0-80 a"), track("80-99 b")));
        assertEquals(Optional.empty(), Agreement.common(track("0-80 a"), track()));
    }

    @Test
    void disagreementsAreTheStretchesWithTwoLabels() {
        assertEquals(
                List.of(new Disagreement(range("40-50"), "a", "b"), new Disagreement(range("70-80"), "b", "c")),
                Agreement.disagreements(
                        track("0-50 a", "50-80 b"), track("0-40 a", "40-70 b", "70-90 c"), range("0-100")));
    }

    @Test
    void adjudicationBeginsWithWhatBothAgreeOnAndKeepsWhatIsSettled() {
        var first = track("0-50 a", "50-80 b");
        var second = track("0-40 a", "40-80 b");
        var settled = track("40-50 c");
        assertEquals(
                track("0-40 a", "40-50 c", "50-80 b"),
                settled.apply(Adjudication.start(first, second, settled, range("0-80"))));
    }

    @Test
    void aStretchIsSettledWhenAllOfItHasALabel() {
        assertTrue(Adjudication.isSettled(track("0-5 a", "5-10 b"), range("2-8")));
        assertFalse(Adjudication.isSettled(track("0-5 a", "6-10 b"), range("2-8")));
    }

    private static Agreement compared(LabelTrack first, LabelTrack second, SampleRange within) {
        return Agreement.of(first, second, within, OVERLAP);
    }
}
