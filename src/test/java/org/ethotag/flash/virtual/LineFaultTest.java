package org.ethotag.flash.virtual;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rows of the fault table that are about the cable, each at every kind of place of a whole job. By default the cable
 * comes back after every other place and stays out after the rest; {@code -Dethotag.flash.faults=all} does both at each.
 */
class LineFaultTest {
    private static final boolean BOTH = "all".equals(System.getProperty("ethotag.flash.faults"));

    @TempDir
    Path folder;

    private FaultRuns runs;

    @BeforeEach
    void installTheOldModel() {
        runs = new FaultRuns(folder);
    }

    @Test
    void cablePulledAtEveryKindOfPlaceInEveryLineOfEveryFrame() {
        long[] places = places(runs.transcript());
        for (int i = 0; i < places.length; i++) {
            for (boolean gone : BOTH ? new boolean[] {false, true} : new boolean[] {i % 2 == 0}) {
                runs.survives("unplug-after-bytes:" + places[i], gone);
            }
        }
    }

    @Test
    void everyAnswerLostAndEveryAnswerLate() {
        long answers = runs.count(VirtualTag::responses);
        for (long answer = 1; answer <= answers; answer++) {
            runs.survives("drop-nth-response:" + answer, false);
            runs.survives("late-response:" + answer, false);
        }
    }

    /** After each of the two bytes of a marker, after the first and in the middle of the base64, before and after its end. */
    private static long[] places(byte[] transcript) {
        var places = LongStream.builder();
        int from = 0;
        for (int at = 0; at < transcript.length; at++) {
            if (transcript[at] == '\n') {
                LongStream.of(from + 1, from + 2, from + 3, (from + at) / 2, at - 4, at, at + 1)
                        .filter(place -> place > 0)
                        .forEach(places::add);
                from = at + 1;
            }
        }
        return places.build().distinct().sorted().toArray();
    }
}
