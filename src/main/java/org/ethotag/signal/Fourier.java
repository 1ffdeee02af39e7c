package org.ethotag.signal;

/**
 * The discrete Fourier transform of a power of two of numbers, in place (Cooley and Tukey 1965, Mathematics of
 * Computation 19, 297-301). The tables are made once; one object serves many threads.
 */
public final class Fourier {
    private final int length;
    private final int[] reversed;
    private final double[] cosine;
    private final double[] sine;

    /** @param length 2, 4, 8 ... 65,536 */
    public Fourier(int length) {
        if (length < 2 || length > 1 << 16 || Integer.bitCount(length) != 1) {
            throw new IllegalArgumentException("not a power of two from 2 to 65,536: " + length);
        }
        this.length = length;
        reversed = new int[length];
        int bits = Integer.numberOfTrailingZeros(length);
        for (int i = 0; i < length; i++) {
            reversed[i] = Integer.reverse(i) >>> (Integer.SIZE - bits);
        }
        cosine = new double[length / 2];
        sine = new double[length / 2];
        for (int i = 0; i < length / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / length);
            sine[i] = -Math.sin(2 * Math.PI * i / length);
        }
    }

    /** How many numbers it takes. */
    public int length() {
        return length;
    }

    /** Replaces {@code x[n]} by the sum over n of {@code x[n] exp(-2 pi i k n / length)}, not scaled. */
    public void transform(double[] real, double[] imaginary) {
        if (real.length != length || imaginary.length != length) {
            throw new IllegalArgumentException(real.length + " and " + imaginary.length + " numbers for " + length);
        }
        for (int i = 0; i < length; i++) {
            int j = reversed[i];
            if (i < j) {
                swap(real, i, j);
                swap(imaginary, i, j);
            }
        }
        for (int half = 1; half < length; half *= 2) {
            int stride = length / (2 * half);
            for (int start = 0; start < length; start += 2 * half) {
                for (int i = 0; i < half; i++) {
                    int top = start + i;
                    int bottom = top + half;
                    double c = cosine[i * stride];
                    double s = sine[i * stride];
                    double r = real[bottom] * c - imaginary[bottom] * s;
                    double q = real[bottom] * s + imaginary[bottom] * c;
                    real[bottom] = real[top] - r;
                    imaginary[bottom] = imaginary[top] - q;
                    real[top] += r;
                    imaginary[top] += q;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }
}
