package org.ethotag.flash.virtual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethotag.flash.smp.Fields;

/** A stream of samples that the laptop sends in place of the sensor's, classified window by window. Guarded by its tag. */
final class Feed {
    private static final int AXES = 3;
    private static final int INVALID = 3;
    private static final int USUAL_STRIDE = 64;

    private final TagModel model;
    private final Faults faults;
    private final List<short[]> kept = new ArrayList<>();
    private int stride = USUAL_STRIDE;
    private long expected;
    private long lastAt = -1;
    private Fields lastAnswer = Fields.none();

    Feed(TagModel model, Faults faults) {
        this.model = model;
        this.faults = faults;
    }

    Fields take(Fields request) {
        long at = request.number("off").orElseThrow(() -> Refusal.protocol(INVALID));
        byte[] data = request.bytes("data").orElse(new byte[0]);
        if (data.length == 0 || data.length % (AXES * Short.BYTES) != 0) {
            throw Refusal.protocol(INVALID);
        }
        if (at == lastAt && at != 0) {
            return lastAnswer;
        }
        if (at == 0) {
            kept.clear();
            expected = 0;
            stride = Math.max(1, request.count("stride").orElse(USUAL_STRIDE));
        } else if (at != expected) {
            return Fields.of("off", expected);
        }
        lastAt = at;
        lastAnswer = answer(data);
        return lastAnswer;
    }

    private Fields answer(byte[] data) {
        var windows = new ArrayList<Object>();
        for (int i = 0; i < data.length; i += AXES * Short.BYTES) {
            kept.add(new short[] {value(data, i), value(data, i + 2), value(data, i + 4)});
            expected++;
            long from = expected - model.windowSamples();
            if (from >= 0 && from % stride == 0) {
                windows.add(window(from));
            }
            if (kept.size() > model.windowSamples()) {
                kept.removeFirst();
            }
        }
        return Fields.of("off", expected).with("windows", windows);
    }

    private Fields window(long from) {
        int first = kept.size() - model.windowSamples();
        int[] logits = model.classify(kept.subList(first, kept.size()).toArray(new short[0][]));
        if (faults.has(FaultKind.WRONG_ANSWERS)) {
            logits[0] ^= 1;
        }
        return Fields.of("from", from)
                .with("class", model.classOf(logits))
                .with(
                        "logits",
                        Arrays.stream(logits).mapToObj(value -> (long) value).toList());
    }

    private static short value(byte[] data, int at) {
        return (short) ((data[at] & 0xFF) | (data[at + 1] << 8));
    }
}
