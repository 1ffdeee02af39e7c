package org.ethotag.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processors on which the runtime's instructions were counted, and the counts: the one place of these figures. One window
 * is a reset, 256 samples of three axes, conditioned and stepped, and the logits of a perceptron of 16 units and 5
 * classes; arm-none-eabi-gcc 12.2 at -O2, on an emulated core. The integers' counts do not depend on the data.
 */
public enum CountedCore {
    CORTEX_M3("Cortex-M3", "cortex-m3"),
    CORTEX_M4F("Cortex-M4F", "cortex-m4f");

    /** Samples of the window that was counted. */
    public static final int STEPS = 256;
    /** Hidden units of the networks that were counted. */
    public static final List<Integer> SIZES = List.of(16, 32, 64);

    /** Core, weight bits, layout; then the instructions for 16, 32 and 64 units. */
    private static final Map<String, List<Long>> FIXED = table("""
            CORTEX_M3  16 SIX_ROW_BLOCKS   835314  2521920  8549340
            CORTEX_M3   8 SIX_ROW_BLOCKS   835335  2521941  8549361
            CORTEX_M3  16 SIX_ROW_WORDS    845554  2558784  8688604
            CORTEX_M3   8 SIX_ROW_WORDS    848903  2566229  8704241
            CORTEX_M3  16 ROW_MAJOR       2205170  6054464 18766556
            CORTEX_M3   8 ROW_MAJOR       2242055  6128213 18914033
            CORTEX_M4F 16 SIX_ROW_WORDS    581874  1588544  4978140
            CORTEX_M4F  8 SIX_ROW_WORDS    726791  2091861  6837233
            CORTEX_M4F 16 SIX_ROW_BLOCKS   839410  2530112  8565724
            CORTEX_M4F  8 SIX_ROW_BLOCKS   839431  2530133  8565745
            CORTEX_M4F 16 ROW_MAJOR       2204914  6054208 18766300
            CORTEX_M4F  8 ROW_MAJOR       2241799  6127957 18913777
            """);
    /** The same with an input perceptron as wide as the recurrent layer. */
    private static final Map<String, List<Long>> WITH_FRONT = table("""
            CORTEX_M3  16 SIX_ROW_BLOCKS  1297650  4340032 15782364
            CORTEX_M3   8 SIX_ROW_BLOCKS  1297671  4340053 15782385
            CORTEX_M3  16 SIX_ROW_WORDS   1314034  4389184 15946204
            CORTEX_M3   8 SIX_ROW_WORDS   1309959  4381013 15929841
            CORTEX_M3  16 ROW_MAJOR       2953458  9215296 31765980
            CORTEX_M3   8 ROW_MAJOR       2978055  9264469 31864305
            CORTEX_M4F 16 SIX_ROW_WORDS    865266  2623552  8941788
            CORTEX_M4F  8 SIX_ROW_WORDS   1070087  3442773 12218609
            CORTEX_M4F 16 SIX_ROW_BLOCKS  1291506  4327744 15757788
            CORTEX_M4F  8 SIX_ROW_BLOCKS  1291527  4327765 15757809
            CORTEX_M4F 16 ROW_MAJOR       2953202  9215040 31765724
            CORTEX_M4F  8 ROW_MAJOR       2977799  9264213 31864049
            """);
    /** The same network in 32-bit floating point, plain C and newlib; depends a little on the window. */
    private static final Map<String, List<Long>> FLOATING = table("""
            CORTEX_M3  41468792 119041499 380883581
            CORTEX_M4F  2683551   7713732  24819592
            """);

    /** The same with an input perceptron as wide as the recurrent layer. */
    private static final Map<String, List<Long>> FLOATING_WITH_FRONT = table("""
            CORTEX_M3  54117099 167229930 590870490
            CORTEX_M4F  3903872  12414365  43621570
            """);

    private final String title;
    private final String word;

    CountedCore(String title, String word) {
        this.title = title;
        this.word = word;
    }

    private static Map<String, List<Long>> table(String text) {
        return text.lines()
                .map(line -> List.of(line.split(" +")))
                .collect(Collectors.toUnmodifiableMap(
                        cells -> String.join(" ", cells.subList(0, cells.size() - SIZES.size())),
                        cells -> cells.subList(cells.size() - SIZES.size(), cells.size()).stream()
                                .map(Long::valueOf)
                                .toList()));
    }

    /** The core that a tag profile names, or empty if nothing was counted on it. */
    public static Optional<CountedCore> named(String word) {
        return Stream.of(values()).filter(core -> core.word.equals(word)).findFirst();
    }

    /** As its maker writes it. */
    public String title() {
        return title;
    }

    /** As tag profiles write it. */
    public String word() {
        return word;
    }

    /**
     * Instructions of one window by the integer runtime, one for each of {@link #SIZES}.
     *
     * @param weightBits as stored, 8 or 16
     */
    public List<Long> fixed(int weightBits, WeightLayout layout) {
        return counts(FIXED, name() + " " + weightBits + " " + layout);
    }

    /** The same with an input perceptron as wide as the recurrent layer. */
    public List<Long> withFront(int weightBits, WeightLayout layout) {
        return counts(WITH_FRONT, name() + " " + weightBits + " " + layout);
    }

    /** The same of the float32 build. */
    public List<Long> floating() {
        return counts(FLOATING, name());
    }

    /** The same with an input perceptron as wide as the recurrent layer. */
    public List<Long> floatingWithFront() {
        return counts(FLOATING_WITH_FRONT, name());
    }

    private static List<Long> counts(Map<String, List<Long>> table, String row) {
        var found = table.get(row);
        if (found == null) {
            throw new IllegalArgumentException("nothing was counted for " + row);
        }
        return found;
    }
}
