package org.ethotag.workflow.run;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Window;
import org.ethotag.recording.CsvTable;
import org.ethotag.workflow.run.Comparison.ModelAnswers;

/**
 * Windows whose class is another one in fixed point than in the float student it was made of, as a table that a
 * spreadsheet opens. The window's number counts the judged windows of the run from 0.
 */
public final class FlipTable {
    private static final List<String> HEADER = List.of(
            "model", "seed", "window", "animal", "session", "from", "to", "start s", "truth", "float", "fixed",
            "margin");

    private final long seed;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param seed of the students' training */
    public FlipTable(long seed) {
        this.seed = seed;
    }

    /**
     * Adds the flips of one model in one fold.
     *
     * @param logits of the float student, [window][class]
     * @param firstWindow number of the fold's first window among all that are judged
     */
    public void add(ModelAnswers fixed, Dataset test, float[][] logits, int firstWindow) {
        for (int i = 0; i < logits.length; i++) {
            int best = best(logits[i], -1);
            int answer = fixed.answers().get(i);
            if (answer != best) {
                float margin = logits[i][best] - logits[i][best(logits[i], best)];
                rows.add(row(fixed, test, test.windows().get(i), firstWindow + i, best, answer, margin));
            }
        }
    }

    /** The table, with its header. */
    public byte[] bytes() {
        var all = new ArrayList<List<String>>();
        all.add(HEADER);
        all.addAll(rows);
        return CsvTable.forPeople(all).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> row(
            ModelAnswers fixed, Dataset test, Window window, int number, int floatClass, int fixedClass, float margin) {
        return List.of(
                fixed.title(),
                String.valueOf(seed),
                String.valueOf(number),
                window.animal(),
                window.session(),
                String.valueOf(window.range().from()),
                String.valueOf(window.range().to()),
                String.format(
                        Locale.ROOT, "%.3f", window.range().from() / test.rate().hertz()),
                test.classes().get(window.label()),
                test.classes().get(floatClass),
                test.classes().get(fixedClass),
                String.valueOf(margin));
    }

    /** Index of the largest logit but one; the lowest index wins ties, as on the tag. */
    private static int best(float[] logits, int but) {
        int best = but == 0 ? 1 : 0;
        for (int c = best + 1; c < logits.length; c++) {
            if (c != but && logits[c] > logits[best]) {
                best = c;
            }
        }
        return best;
    }
}
