package org.ethotag.quantization.batch;

import java.util.List;
import org.ethotag.dataset.Dataset;
import org.ethotag.signal.Samples;

/** Windows of one length that a model is asked about. Any thread may read them; they never change. */
public interface WindowSource {
    /** How many. */
    int size();

    /** Samples per window and axis. */
    int lengthSamples();

    /** Copies one window, [axis][sample] row-major, in g. */
    void copyG(int index, float[] target);

    /** Some windows of a dataset, in the order given. */
    static WindowSource of(Dataset dataset, int[] windows) {
        int[] chosen = windows.clone();
        return new WindowSource() {
            @Override
            public int size() {
                return chosen.length;
            }

            @Override
            public int lengthSamples() {
                return dataset.spec().lengthSamples();
            }

            @Override
            public void copyG(int index, float[] target) {
                dataset.copyG(chosen[index], target, 0);
            }
        };
    }

    /** @param valuesG windows, each [axis][sample] row-major, in g, all of one length; not copied */
    static WindowSource of(List<float[]> valuesG) {
        int values = valuesG.isEmpty() ? 0 : valuesG.getFirst().length;
        if (values % Samples.AXES != 0 || valuesG.stream().anyMatch(window -> window.length != values)) {
            throw new IllegalArgumentException("windows of one length and three axes are needed");
        }
        return new WindowSource() {
            @Override
            public int size() {
                return valuesG.size();
            }

            @Override
            public int lengthSamples() {
                return values / Samples.AXES;
            }

            @Override
            public void copyG(int index, float[] target) {
                System.arraycopy(valuesG.get(index), 0, target, 0, values);
            }
        };
    }
}
