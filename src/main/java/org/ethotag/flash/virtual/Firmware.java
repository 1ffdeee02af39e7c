package org.ethotag.flash.virtual;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ethotag.flash.BehaviourCounts;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.virtual.Bootloader.Swap;

/**
 * What the firmware makes of the model: self-test and confirmation at the start, classification while it runs. Its
 * accelerometer replays the golden windows of the model, one every {@link #STRIDE}. Guarded by its tag.
 */
final class Firmware {
    /** 64 samples at 50 Hz. */
    static final Duration STRIDE = Duration.ofMillis(1280);

    private static final int NO_ENTRY = 5;
    private static final int BAD_STATE = 6;
    private static final int SAMPLE_BYTES = 128;
    private static final int PERIODS_PER_ANSWER = 4;
    private static final int LOW_BATTERY_PERCENT = 4;

    private final VirtualTagSettings settings;
    private final String serial;
    private final Bootloader bootloader;
    private final Faults faults;
    private final TagClock clock;
    private final OsGroup os;
    private final Optional<TagModel> model;
    private final Optional<Feed> feed;
    private final List<int[]> tested = new ArrayList<>();
    private final List<int[]> answers = new ArrayList<>();
    private final long startedNanos;
    private String state = "none";

    Firmware(
            VirtualTagSettings settings,
            String serial,
            Bootloader bootloader,
            Faults faults,
            TagClock clock,
            OsGroup os,
            TagModel.Loader loader) {
        this.settings = settings;
        this.serial = serial;
        this.bootloader = bootloader;
        this.faults = faults;
        this.clock = clock;
        this.os = os;
        this.startedNanos = clock.nanos();
        this.model =
                bootloader.image(Bootloader.primary(Bootloader.MODEL)).flatMap(image -> loader.load(image.payload()));
        this.feed = model.map(found -> new Feed(found, faults));
    }

    /** A model on trial proves itself and is confirmed; one that cannot stays on trial until the next restart. */
    void start() {
        if (bootloader.swap(Bootloader.MODEL) == Swap.REVERT) {
            selfTest();
            if (state.equals("passed")) {
                bootloader.confirm(Bootloader.MODEL);
            }
        }
    }

    Fields identity() {
        boolean low = faults.has(FaultKind.LOW_BATTERY);
        return Fields.of("serial", serial)
                .with("hw", settings.hardware() + (faults.has(FaultKind.WRONG_HARDWARE) ? "-other" : ""))
                .with(
                        "fw",
                        bootloader
                                .image(Bootloader.primary(Bootloader.FIRMWARE))
                                .map(image -> image.version().toString())
                                .orElse(""))
                .with("battery", low ? LOW_BATTERY_PERCENT : settings.batteryPercent())
                .with("model", modelId())
                .with("trial", bootloader.swap(Bootloader.MODEL) == Swap.REVERT);
    }

    private String modelId() {
        return model.map(TagModel::id).orElse("");
    }

    Fields selfTest() {
        tested.clear();
        if (model.isEmpty() || model.get().windows() == 0) {
            state = "none";
        } else if (faults.has(FaultKind.MODEL_CRASHES)) {
            state = "running";
        } else {
            for (int window = 0; window < model.get().windows(); window++) {
                int[] logits = model.get().logits(window);
                if (faults.has(FaultKind.SELF_TEST_FAILS)) {
                    logits[0]++;
                }
                tested.add(logits);
            }
            state = passed() == tested.size() ? "passed" : "failed";
        }
        return summary();
    }

    Fields selfTestResult(Fields request) {
        if (!request.has("window")) {
            return summary();
        }
        int window = request.count("window").orElse(Integer.MAX_VALUE);
        if (window >= tested.size()) {
            throw Refusal.protocol(NO_ENTRY);
        }
        return Fields.of("window", window).with("logits", list(tested.get(window)));
    }

    private Fields summary() {
        return Fields.of("state", state)
                .with("model", modelId())
                .with("windows", model.map(TagModel::windows).orElse(0))
                .with("passed", passed());
    }

    private int passed() {
        int passed = 0;
        for (int window = 0; window < tested.size(); window++) {
            passed += Arrays.equals(tested.get(window), model.orElseThrow().expected(window)) ? 1 : 0;
        }
        return passed;
    }

    Fields live() {
        var running = running();
        long number = inferences() - 1;
        if (number < 0) {
            throw Refusal.protocol(NO_ENTRY); // the first window is not whole yet
        }
        int[] logits = answer(running, (int) (number % running.windows())).clone();
        if (faults.has(FaultKind.WRONG_ANSWERS)) {
            logits[0] ^= 1;
        }
        int classIndex = running.classOf(logits);
        return Fields.of("n", number)
                .with("model", running.id())
                .with("class", classIndex)
                .with("label", running.label(classIndex))
                .with("logits", list(logits));
    }

    Fields liveSamples(Fields request) {
        var running = running();
        long number = request.number("n").orElse(-1);
        int from = request.count("off").orElse(0);
        if (number < 0 || number >= inferences()) {
            throw Refusal.protocol(NO_ENTRY);
        }
        byte[] samples = running.samples((int) (number % running.windows()));
        int to = Math.min(samples.length, from + SAMPLE_BYTES);
        return Fields.of("n", number)
                .with("off", from)
                .with("len", samples.length)
                .with("data", Arrays.copyOfRange(samples, Math.min(from, to), to));
    }

    Fields counts(Fields request) {
        var running = running();
        long whole = inferences() / BehaviourCounts.INFERENCES;
        long from = Math.max(0, request.number("from").orElse(0));
        var periods = new ArrayList<Object>();
        for (long period = from; period < Math.min(whole, from + PERIODS_PER_ANSWER); period++) {
            periods.add(Fields.of("i", period).with("end", end(period)).with("counts", counts(running, period)));
        }
        return Fields.of("total", whole).with("periods", periods);
    }

    private long end(long period) {
        long inferencesAfter = inferences() - (period + 1) * BehaviourCounts.INFERENCES;
        return os.now().minus(STRIDE.multipliedBy(inferencesAfter)).getEpochSecond();
    }

    private List<Object> counts(TagModel running, long period) {
        long[] counts = new long[running.classes()];
        for (int i = 0; i < BehaviourCounts.INFERENCES; i++) {
            long number = period * BehaviourCounts.INFERENCES + i;
            counts[running.classOf(answer(running, (int) (number % running.windows())))]++;
        }
        return new ArrayList<>(Arrays.stream(counts).boxed().toList());
    }

    Fields feed(Fields request) {
        return feed.orElseThrow(() -> Refusal.protocol(BAD_STATE)).take(request);
    }

    private TagModel running() {
        return model.filter(found -> found.windows() > 0).orElseThrow(() -> Refusal.protocol(BAD_STATE));
    }

    /** Each window is classified once; the replay gives the same answer every time it comes round. */
    private int[] answer(TagModel running, int window) {
        while (answers.size() <= window) {
            answers.add(running.logits(answers.size()));
        }
        return answers.get(window);
    }

    /** How many windows were classified since the start. */
    private long inferences() {
        return (clock.nanos() - startedNanos) / STRIDE.toNanos();
    }

    private static List<Object> list(int[] values) {
        return new ArrayList<>(
                Arrays.stream(values).mapToObj(value -> (long) value).toList());
    }
}
