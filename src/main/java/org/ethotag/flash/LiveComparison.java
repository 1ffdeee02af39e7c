package org.ethotag.flash;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ethotag.export.ModelBlob;
import org.ethotag.flash.smp.Fields;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.IntegerEngine;

/**
 * Compares, window by window and bit by bit, what a tag makes of samples with what this computer's integer engine makes of
 * the same ones. One thread.
 */
public final class LiveComparison {
    private static final int AXES = 3;
    private static final int SAMPLE_BYTES = AXES * Short.BYTES;

    private final ModelBlob blob;
    private final IntegerEngine engine;
    private final int stride;
    private long windows;
    private long different;

    /** @param stride samples from the start of one window to the next, at least 1 */
    public LiveComparison(ModelBlob blob, int stride) {
        if (stride < 1) {
            throw new IllegalArgumentException("a stride of " + stride);
        }
        this.blob = blob;
        this.engine = new IntegerEngine(blob.graph());
        this.stride = stride;
    }

    /** Samples in a row without a gap. */
    public interface Stretch {
        /** How many. */
        long length();

        /** Raw counts from a place on, [sample][axis]. */
        short[][] read(long from, int length);
    }

    /**
     * One window.
     *
     * @param from its first sample, or its number on the tag if the tag's own sensor measured it
     * @param tagClass index of the class that the tag says
     * @param tag logits of the tag, int32
     * @param here logits of this computer, int32
     */
    public record Window(long from, int tagClass, List<Integer> tag, List<Integer> here) {
        public Window {
            tag = List.copyOf(tag);
            here = List.copyOf(here);
        }

        /** Whether all bits are the same, the class too. */
        public boolean equal() {
            int[] logits = here.stream().mapToInt(Integer::intValue).toArray();
            return tag.equals(here) && tagClass == IntegerEngine.classOf(logits);
        }
    }

    /** How many windows were compared so far. */
    public long windows() {
        return windows;
    }

    /** How many of them differ. */
    public long different() {
        return different;
    }

    /**
     * Makes sure that the tag runs the model of this comparison.
     *
     * @return its serial number
     * @throws ProblemException {@link FlashProblem#LIVE_OTHER_MODEL}
     */
    public String requireModel(TagLink link) {
        var identity = link.identity();
        String serial = identity.map(TagIdentity::serial).orElse(link.portSerial());
        String found = identity.map(TagIdentity::modelId).orElse("");
        if (!found.equals(blob.modelId())) {
            throw new ProblemException(
                    FlashProblem.LIVE_OTHER_MODEL, serial, found.isEmpty() ? "none" : found, blob.modelId());
        }
        return serial;
    }

    /**
     * Sends a stretch to the tag and compares each window of it.
     *
     * @throws ProblemException {@link FlashProblem#LIVE_NOT_OFFERED} if the tag has no such command
     */
    public void feed(TagLink link, Stretch stretch, Consumer<Window> each, JobMonitor monitor) {
        for (long at = 0; at < stretch.length(); ) {
            monitor.checkCancelled();
            monitor.doing((double) at / stretch.length(), "samples", at, stretch.length());
            var request = request(link, stretch, at);
            Fields answer = link.asked(TagCommand.FEED, request)
                    .orElseThrow(() -> new ProblemException(FlashProblem.LIVE_NOT_OFFERED, link.portSerial()));
            for (Fields window : answer.list("windows")) {
                compare(stretch, window, each);
            }
            long next = answer.number("off").orElse(-1);
            if (next <= at || next > stretch.length()) {
                throw new ProblemException(FlashProblem.BAD_ANSWER, link.name(), TagCommand.FEED.words());
            }
            at = next;
        }
    }

    private Fields request(TagLink link, Stretch stretch, long at) {
        Fields head = at == 0
                ? Fields.of("off", at).with("stride", stride).with("data", new byte[0])
                : Fields.of("off", at).with("data", new byte[0]);
        int room = (link.largestPacket() - link.client().sizeOf(TagCommand.FEED, head) - Short.BYTES) / SAMPLE_BYTES;
        int length = (int) Math.min(stretch.length() - at, Math.clamp(room, 1, 2 * stride));
        return head.with("data", bytes(stretch.read(at, length)));
    }

    private static byte[] bytes(short[][] counts) {
        byte[] bytes = new byte[counts.length * SAMPLE_BYTES];
        int at = 0;
        for (short[] sample : counts) {
            for (short count : sample) {
                bytes[at++] = (byte) count;
                bytes[at++] = (byte) (count >> Byte.SIZE);
            }
        }
        return bytes;
    }

    private void compare(Stretch stretch, Fields window, Consumer<Window> each) {
        long from = window.number("from").orElse(-1);
        int length = blob.graph().windows().lengthSamples();
        if (from < 0 || from > stretch.length() - length) {
            throw new ProblemException(FlashProblem.BAD_ANSWER, "window " + from, TagCommand.FEED.words());
        }
        take(
                from,
                window.count("class").orElse(-1),
                window.numbers("logits").stream().map(Long::intValue).toList(),
                stretch.read(from, length),
                each);
    }

    /**
     * Compares the newest window of the tag's own sensor.
     *
     * @return its number, or -1 if the tag has no window yet or had gone on before all samples were read
     */
    public long newest(TagLink link, Consumer<Window> each) {
        var live = link.live().orElseThrow(() -> new ProblemException(FlashProblem.LIVE_NOT_OFFERED, link.name()));
        if (live.number() < 0) {
            return -1;
        }
        var samples = link.liveSamples(live.number());
        int length = blob.graph().windows().lengthSamples();
        if (samples.isEmpty() || samples.get().length != length * SAMPLE_BYTES) {
            return -1;
        }
        take(live.number(), live.classIndex(), live.logits(), counts(samples.get()), each);
        return live.number();
    }

    private static short[][] counts(byte[] bytes) {
        return IntStream.range(0, bytes.length / SAMPLE_BYTES)
                .mapToObj(sample -> {
                    short[] counts = new short[AXES];
                    for (int axis = 0; axis < AXES; axis++) {
                        int at = sample * SAMPLE_BYTES + axis * Short.BYTES;
                        counts[axis] = (short) ((bytes[at] & 0xFF) | (bytes[at + 1] << Byte.SIZE));
                    }
                    return counts;
                })
                .toArray(short[][]::new);
    }

    private void take(long from, int tagClass, List<Integer> tag, short[][] counts, Consumer<Window> each) {
        var here = Arrays.stream(engine.logits(counts)).boxed().toList();
        var window = new Window(from, tagClass, tag, here);
        windows++;
        different += window.equal() ? 0 : 1;
        each.accept(window);
    }
}
