package org.ethotag.training;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.ethotag.dataset.Dataset;

/** Logits of teachers as what a student learns from. */
final class SoftLabels {
    private SoftLabels() {}

    /**
     * The logits whose softmax at the temperature is the mean of the teachers' (Hinton, Vinyals, Dean 2015, arXiv 1503.02531,
     * section 5, average the predictions of an ensemble). One teacher's are what they are, bit for bit.
     *
     * @param teachers at least one, each [window][class]
     */
    static float[][] mean(List<float[][]> teachers, double temperature) {
        if (teachers.size() == 1) {
            return teachers.getFirst();
        }
        int windows = teachers.getFirst().length;
        float[][] mean = new float[windows][];
        for (int i = 0; i < windows; i++) {
            mean[i] = meanOfRow(teachers, i, temperature);
        }
        return mean;
    }

    private static float[] meanOfRow(List<float[][]> teachers, int window, double temperature) {
        double[] sum = new double[teachers.getFirst()[window].length];
        for (float[][] teacher : teachers) {
            double[] logs = Softmax.logOf(teacher[window], temperature);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += Math.exp(logs[c]);
            }
        }
        float[] row = new float[sum.length];
        for (int c = 0; c < sum.length; c++) {
            row[c] = (float) (temperature * Math.log(Math.max(sum[c] / teachers.size(), Double.MIN_NORMAL)));
        }
        return row;
    }

    /** What these soft labels are, for recipes: SHA-256 of all values, 64 hexadecimal digits. */
    static String sha256(float[][] logits) {
        int columns = logits.length == 0 ? 0 : logits[0].length;
        var bytes = ByteBuffer.allocate(Float.BYTES * logits.length * columns);
        for (float[] row : logits) {
            bytes.asFloatBuffer().put(row);
            bytes.position(bytes.position() + Float.BYTES * row.length);
        }
        return ModelShelf.sha256(bytes.array());
    }

    /** Rows of the windows of one animal, put where they belong among those of all. */
    static void place(float[][] rows, int[] windows, float[][] all) {
        for (int i = 0; i < windows.length; i++) {
            all[windows[i]] = rows[i];
        }
    }

    /** The windows of one animal, or with {@code not} those of all others. */
    static int[] windowsOf(Dataset dataset, String animal, boolean not) {
        return IntStream.range(0, dataset.size())
                .filter(i -> dataset.windows().get(i).animal().equals(animal) != not)
                .toArray();
    }
}
