package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program holds after each of a few hours of a scripted day. The whole day: {@link ScriptedDayBenchmark}. */
class ScriptedDayTest {
    private static final int HOURS = 2;

    /** A tenth of what a real hour has: keys take most of the time. */
    private static final int STROKES = 12;

    /** What caches that are let go of late make of the heap, whichever hour it is. */
    private static final double HEAP_NOISE_MB = 30;

    /** A pool of the toolkit or of the runtime may have one more at the moment. */
    private static final int THREADS_THAT_COME_AND_GO = 2;

    @TempDir
    private Path folder;

    @Test
    void whatTheProgramHoldsStaysFlat() {
        var hours = new ArrayList<Held>();
        try (var day = new ScriptedDay(folder, STROKES)) {
            for (int i = 0; i < HOURS; i++) {
                day.hour();
                hours.add(Held.now());
            }
        }
        var early = hours.getFirst();
        var late = hours.getLast();
        assertThat(late.get("open files")).as("%s", hours).isLessThanOrEqualTo(early.get("open files"));
        assertThat(late.get("threads"))
                .as("%s", hours)
                .isLessThanOrEqualTo(early.get("threads") + THREADS_THAT_COME_AND_GO);
        assertThat(late.get("heap used MB")).as("%s", hours).isLessThan(early.get("heap used MB") + HEAP_NOISE_MB);
    }
}
