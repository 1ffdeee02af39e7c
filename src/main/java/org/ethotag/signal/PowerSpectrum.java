package org.ethotag.signal;

/**
 * One-sided power spectral density of a window of samples, in g^2/Hz: mean removed, periodic Hann window (Harris 1978,
 * Proceedings of the IEEE 66, 51-83), squared magnitude over rate and window energy, doubled but at 0 Hz and at half the
 * rate (Welch 1967, IEEE Transactions on Audio and Electroacoustics 15, 70-73). One thread.
 */
public final class PowerSpectrum {
    private final Fourier fourier;
    private final double[] window;
    private final double[] real;
    private final double[] imaginary;
    private final double scale;

    /** @param windowSamples power of two from 2 to 65,536 */
    public PowerSpectrum(SampleRate rate, int windowSamples) {
        fourier = new Fourier(windowSamples);
        window = new double[windowSamples];
        real = new double[windowSamples];
        imaginary = new double[windowSamples];
        double energy = 0;
        for (int i = 0; i < windowSamples; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / windowSamples);
            energy += window[i] * window[i];
        }
        scale = 1 / (rate.hertz() * energy);
    }

    /** Numbers in an answer: bin {@code b} is at {@code b * rate / windowSamples}. */
    public int bins() {
        return window.length / 2 + 1;
    }

    /**
     * Adds the density of one window to what is there.
     *
     * @param values samples in g
     * @param from first sample of the window
     * @param density [bin], g^2/Hz; NaN comes in where a value is missing
     */
    public void add(float[] values, int from, double[] density) {
        double mean = 0;
        for (int i = 0; i < window.length; i++) {
            mean += values[from + i];
        }
        mean /= window.length;
        for (int i = 0; i < window.length; i++) {
            real[i] = (values[from + i] - mean) * window[i];
            imaginary[i] = 0;
        }
        fourier.transform(real, imaginary);
        int last = bins() - 1;
        for (int bin = 0; bin <= last; bin++) {
            double power = (real[bin] * real[bin] + imaginary[bin] * imaginary[bin]) * scale;
            density[bin] += bin == 0 || bin == last ? power : 2 * power;
        }
    }
}
