package org.ethotag.export;

import java.util.Random;
import org.ethotag.quantization.Students;

/** Models and images for tests. */
public final class Images {
    /** What the images here are for. */
    public static final String HARDWARE = "collar-r1";

    private Images() {}

    /** A small blob, the same for the same seed. */
    public static ModelBlob blob(long seed) {
        var student = Students.random(new Random(seed), 8, 6, 3, 1);
        return ModelBlob.of(Students.quantize(student, 16));
    }

    /** The blob of {@link #blob} with its golden windows. */
    public static ImagePayload payload(long seed, int windows) {
        var blob = blob(seed);
        var student = Students.random(new Random(seed), 8, 6, 3, 1);
        return new ImagePayload(blob, GoldenWindows.of(blob, Students.smooth(new Random(seed), 40, student), windows));
    }

    /** Version 1.2.3 for {@link #HARDWARE} and firmware 2.1.0 or later. */
    public static ImageTarget target() {
        return new ImageTarget(HARDWARE, new ImageVersion(1, 2, 3, 4), ImageVersion.of(2, 1, 0));
    }
}
