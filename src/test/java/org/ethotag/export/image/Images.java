package org.ethotag.export.image;

import java.util.Random;
import org.ethotag.export.GoldenWindows;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.ModelBlob;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.Students;

/** Models and images for tests. */
public final class Images {
    /** What the images here are for. */
    public static final String HARDWARE = "collar-r1";

    private Images() {}

    /** A small blob, the same for the same seed. */
    public static ModelBlob blob(long seed) {
        return ModelBlob.of(Students.quantize(student(seed), 16));
    }

    /** The student behind {@link #blob}. */
    public static StudentModel student(long seed) {
        return Students.random(new Random(seed), 8, 6, 3, 1);
    }

    /** The blob of {@link #blob} with its golden windows. */
    public static ImagePayload payload(long seed, int windows) {
        var blob = blob(seed);
        return new ImagePayload(
                blob, GoldenWindows.of(blob, Students.smooth(new Random(seed), 40, student(seed)), windows));
    }

    /** Version 1.2.3 for {@link #HARDWARE} and firmware 2.1.0 or later. */
    public static ImageTarget target() {
        return new ImageTarget(HARDWARE, new ImageVersion(1, 2, 3, 4), ImageVersion.of(2, 1, 0));
    }
}
