package org.ethotag.flash;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.ethotag.problem.ProblemException;

/**
 * The twelve bytes that a tag's radio sends after 256 inferences (format: radio-summary).
 *
 * @param node the animal's or tag's number, 0 to 65535
 * @param end when the period ended, by the tag's clock: whole seconds since 1970, to 2106
 * @param counts inferences per class, in the order of the model's classes, 1 to 6 of them; their sum is 256
 */
public record RadioSummary(int node, Instant end, List<Integer> counts) {
    /** Length of a summary. */
    public static final int BYTES = 12;
    /** Most classes that it has room for. */
    public static final int MOST_CLASSES = 6;

    private static final int MOST_COUNT = 255;
    private static final int AT_SECONDS = 6;
    private static final int AT_NODE = 10;
    private static final int MOST_NODE = 65535;
    private static final long MOST_SECONDS = 0xFFFFFFFFL;

    public RadioSummary {
        counts = List.copyOf(counts);
        if (node < 0 || node > MOST_NODE) {
            throw new IllegalArgumentException("no node of two bytes: " + node);
        }
        if (end.getNano() != 0 || end.getEpochSecond() < 0 || end.getEpochSecond() > MOST_SECONDS) {
            throw new IllegalArgumentException("no whole second of four bytes: " + end);
        }
        if (counts.isEmpty()
                || counts.size() > MOST_CLASSES
                || counts.stream().anyMatch(count -> count < 0)
                || counts.stream().mapToInt(Integer::intValue).sum() != BehaviourCounts.INFERENCES) {
            throw new IllegalArgumentException("not the counts of a period: " + counts);
        }
    }

    /** The bytes on the air. */
    public byte[] bytes() {
        var buffer = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
        counts.forEach(count -> buffer.put((byte) Math.min(MOST_COUNT, count)));
        return buffer.putInt(AT_SECONDS, (int) end.getEpochSecond())
                .putShort(AT_NODE, (short) node)
                .array();
    }

    /**
     * Reads what a radio received.
     *
     * @param classes of the model that the node runs, 1 to 6
     * @throws ProblemException if these are not the counts of a period of that many classes
     */
    public static RadioSummary of(byte[] bytes, int classes) {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new IllegalArgumentException("a summary has room for 6 classes, not for " + classes);
        }
        if (bytes.length != BYTES) {
            throw new ProblemException(FlashProblem.BAD_SUMMARY, bytes.length + " bytes", BYTES + " bytes");
        }
        int[] counts = new int[MOST_CLASSES];
        int sum = 0;
        boolean isBeyond = false;
        for (int i = 0; i < MOST_CLASSES; i++) {
            counts[i] = Byte.toUnsignedInt(bytes[i]);
            sum += counts[i];
            isBeyond |= i >= classes && counts[i] != 0;
        }
        if (sum == MOST_COUNT) { // one class has all 256: nothing else stays below by one
            for (int i = 0; i < MOST_CLASSES; i++) {
                int missing = counts[i] / MOST_COUNT;
                counts[i] += missing;
                sum += missing;
            }
        }
        if (isBeyond || sum != BehaviourCounts.INFERENCES) {
            throw new ProblemException(
                    FlashProblem.BAD_SUMMARY, sum + " inferences", "256, in the first " + classes + " places");
        }
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new RadioSummary(
                Short.toUnsignedInt(buffer.getShort(AT_NODE)),
                Instant.ofEpochSecond(Integer.toUnsignedLong(buffer.getInt(AT_SECONDS))),
                Arrays.stream(counts).limit(classes).boxed().toList());
    }
}
