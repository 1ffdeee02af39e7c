package org.ethotag.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethotag.dataset.ClassMap;
import org.ethotag.review.AsideRule;
import org.ethotag.signal.WindowSpec;
import org.ethotag.workflow.run.RunArchive;

/**
 * How a study is cut into windows.
 *
 * @param lengthSamples samples per window
 * @param strideSamples from one training window to the next; test windows never overlap
 * @param purity least share of samples of the window's class, above 0 and at most 1
 * @param classes as {@link ClassMap#parse} reads it, or empty for one class per behaviour
 * @param aside which bouts are not learnt from; all are cut and judged, and scores are told with and without them
 */
public record WindowSettings(int lengthSamples, int strideSamples, double purity, String classes, AsideRule aside) {
    /** 5.12 s at the collar's 50 Hz (arXiv 2209.04130, section 4). */
    public static final int PAPER_LENGTH_SAMPLES = 256;

    /** Nothing is set aside. */
    public WindowSettings(int lengthSamples, int strideSamples, double purity, String classes) {
        this(lengthSamples, strideSamples, purity, classes, AsideRule.none());
    }

    /** The paper's windows, one class per behaviour. */
    public static WindowSettings paper() {
        return new WindowSettings(PAPER_LENGTH_SAMPLES, PAPER_LENGTH_SAMPLES, 1, "");
    }

    /** The same windows with other classes. */
    public WindowSettings withClasses(String otherClasses) {
        return new WindowSettings(lengthSamples, strideSamples, purity, otherClasses, aside);
    }

    /** The same windows, learnt from by another rule. */
    public WindowSettings withAside(AsideRule rule) {
        return new WindowSettings(lengthSamples, strideSamples, purity, classes, rule);
    }

    /** Length and stride. */
    public WindowSpec spec() {
        return new WindowSpec(lengthSamples, strideSamples);
    }

    /** As a run's manifest keeps it. */
    public Map<String, String> toMap() {
        var map = new LinkedHashMap<String, String>();
        map.put("windows.length", String.valueOf(lengthSamples));
        map.put("windows.stride", String.valueOf(strideSamples));
        map.put("windows.purity", String.valueOf(purity));
        map.put("windows.classes", classes);
        if (!aside.isNone()) {
            map.put(RunArchive.ASIDE, aside.text());
        }
        return map;
    }

    /** What {@link #toMap} wrote. */
    public static WindowSettings of(Map<String, String> map) {
        return new WindowSettings(
                Integer.parseInt(map.getOrDefault("windows.length", "")),
                Integer.parseInt(map.getOrDefault("windows.stride", "")),
                Double.parseDouble(map.getOrDefault("windows.purity", "")),
                map.getOrDefault("windows.classes", ""),
                AsideRule.parse(map.getOrDefault(RunArchive.ASIDE, "")));
    }
}
