package org.ethotag.training;

/** Logits as probabilities, in double precision. */
final class Softmax {
    private Softmax() {}

    /** Logarithms of softmax(logits / temperature), computed around the largest so that nothing overflows. */
    static double[] logOf(float[] logits, double temperature) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit / temperature);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit / temperature - largest);
        }
        double[] logs = new double[logits.length];
        for (int c = 0; c < logits.length; c++) {
            logs[c] = logits[c] / temperature - largest - Math.log(sum);
        }
        return logs;
    }
}
