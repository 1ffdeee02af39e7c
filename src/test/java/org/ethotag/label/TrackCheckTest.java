package org.ethotag.label;

import static org.ethotag.testkit.Tracks.bout;
import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Tracks.range;
import static org.ethotag.testkit.Tracks.track;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ethotag.label.TrackCheck.Overlap;
import org.junit.jupiter.api.Test;

class TrackCheckTest {
    @Test
    void gapsEndWhereTheRecordingHasOne() {
        var recorded = List.of(range("0-100"), range("100-200"));
        assertEquals(
                List.of(range("0-10"), range("50-100"), range("100-120"), range("130-200")),
                TrackCheck.gaps(track("10-50 graze", "120-130 rest"), recorded, 1));
    }

    @Test
    void shortGapsAreLeftOut() {
        var recorded = List.of(range("0-100"));
        assertEquals(List.of(range("50-100")), TrackCheck.gaps(track("0-20 graze", "29-50 rest"), recorded, 10));
    }

    @Test
    void underOverlappingBoutsNothingIsMissing() {
        var track = BoutEditsTest.overlapping("0-90 lie", "10-20 ruminate", "80-100 chew");
        assertEquals(List.of(), TrackCheck.gaps(track, List.of(range("0-100")), 1));
    }

    @Test
    void everyPairThatSharesSamplesIsFound() {
        assertEquals(
                List.of(
                        new Overlap(range("20-50"), bout("0-50 lie"), bout("20-90 chew")),
                        new Overlap(range("40-50"), bout("0-50 lie"), bout("40-60 lie")),
                        new Overlap(range("40-60"), bout("20-90 chew"), bout("40-60 lie"))),
                TrackCheck.overlaps(bouts("40-60 lie", "0-50 lie", "20-90 chew", "90-95 lie"), 100));
    }

    @Test
    void theListOfOverlapsHasAnEnd() {
        var same = java.util.Collections.nCopies(2000, bout("0-50 lie"));
        assertEquals(7, TrackCheck.overlaps(same, 7).size());
    }
}
