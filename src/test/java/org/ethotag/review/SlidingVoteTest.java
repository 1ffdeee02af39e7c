package org.ethotag.review;

import static org.ethotag.testkit.Tracks.bouts;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.review.WindowAnswers.Origin;
import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;

class SlidingVoteTest {
    private static final List<String> CODES = List.of("graze", "rest", "walk");

    private static WindowAnswers answers(int length, long[] starts, double... probabilities) {
        char[] kept = new char[probabilities.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = WindowAnswers.rounded(probabilities[i]);
        }
        return new WindowAnswers(new Origin("r", "m", false, ""), CODES, length, starts, kept);
    }

    /** Three windows of 8 every 4: where the first two overlap the means are (0.5, 0.45), then (0.1, 0.5). */
    @Test
    void aSampleGetsTheClassWithTheLargestMeanOfAllWindowsThatHoldIt() {
        var said = answers(8, new long[] {0, 4, 8}, 0.9, 0.1, 0, 0.1, 0.8, 0.1, 0.1, 0.2, 0.7);
        assertEquals(bouts("0-8 graze", "8-12 rest", "12-16 walk"), SlidingVote.bouts(said, CODES));
    }

    @Test
    void whatNoWindowHoldsHasNoLabelAndGapsPartBouts() {
        var said = answers(4, new long[] {2, 10, 14}, 0, 1, 0, 0, 1, 0, 0, 1, 0);
        assertEquals(bouts("2-6 rest", "10-18 rest"), SlidingVote.bouts(said, CODES));
    }

    @Test
    void nothingIsSaidOfNothing() {
        assertEquals(List.of(), SlidingVote.bouts(answers(4, new long[0]), CODES));
    }

    @Test
    void itIsTheRuleSampleBySample() {
        trials(200, random -> {
            int length = 1 + random.nextInt(9);
            var said = random(random, length);
            var expected = new ArrayList<Bout>();
            for (long sample = 0; sample < 200; sample++) {
                int best = likeliest(said, sample);
                if (best >= 0) {
                    expected.add(new Bout(new SampleRange(sample, sample + 1), CODES.get(best)));
                }
            }
            assertEquals(LabelTrack.of("t", expected).bouts(), SlidingVote.bouts(said, CODES));
        });
    }

    private static WindowAnswers random(Random random, int length) {
        int windows = random.nextInt(12);
        long[] starts = new long[windows];
        double[] probabilities = new double[windows * CODES.size()];
        long start = random.nextInt(5);
        for (int i = 0; i < windows; i++) {
            starts[i] = start;
            start += 1 + random.nextInt(10);
            probabilities[i * CODES.size() + random.nextInt(CODES.size())] = random.nextDouble();
        }
        return answers(length, starts, probabilities);
    }

    private static int likeliest(WindowAnswers said, long sample) {
        long[] sums = new long[CODES.size()];
        boolean held = false;
        for (int i = 0; i < said.size(); i++) {
            if (said.range(i).contains(sample)) {
                held = true;
                for (int c = 0; c < sums.length; c++) {
                    sums[c] += said.kept(i, c);
                }
            }
        }
        int best = 0;
        for (int c = 1; c < sums.length; c++) {
            best = sums[c] > sums[best] ? c : best;
        }
        return held ? best : -1;
    }
}
