package org.ethotag.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Expected values are those of SciPy 1.17.1, {@code scipy.signal.spectrogram(x, fs=50, window='hann', nperseg=64,
 * noverlap=32, detrend='constant', scaling='density', mode='psd')}, and of NumPy's {@code fft}, in double precision.
 */
class SpectrogramTest {
    private static final SampleRate RATE = new SampleRate(50);
    private static final int[] BINS = {0, 1, 2, 7, 20, 31, 32};

    @Test
    void theTransformIsThatOfNumpy() {
        var samples = Waves.trace(8).read(new SampleRange(0, 8));
        double[] real = new double[8];
        double[] imaginary = new double[8];
        for (int i = 0; i < 8; i++) {
            real[i] = samples.at(0, i);
            imaginary[i] = samples.at(1, i);
        }
        new Fourier(8).transform(real, imaginary);
        double[] expectedReal = {
            -0.7100000139,
            -0.9045584464,
            -0.6499999892,
            -0.5445584576,
            -0.4700000193,
            -0.3954415543,
            -0.2899999749,
            -0.03544154436
        };
        double[] expectedImaginary = {
            1.600000013,
            -0.05531958994,
            -0.7200000174,
            1.024680339,
            -2.120000016,
            -1.38468043,
            0.3600000106,
            -0.3046803326
        };
        assertThat(real).containsExactly(expectedReal, within(1e-9));
        assertThat(imaginary).containsExactly(expectedImaginary, within(1e-9));
    }

    @Test
    void theTransformIsTheSumThatDefinesIt() {
        trials(50, random -> {
            int length = 2 << random.nextInt(7);
            double[] real = random.doubles(length, -1, 1).toArray();
            double[] imaginary = random.doubles(length, -1, 1).toArray();
            double[] fastReal = real.clone();
            double[] fastImaginary = imaginary.clone();
            new Fourier(length).transform(fastReal, fastImaginary);
            int k = random.nextInt(length);
            double sumReal = 0;
            double sumImaginary = 0;
            for (int n = 0; n < length; n++) {
                double angle = -2 * Math.PI * k * n / length;
                sumReal += real[n] * Math.cos(angle) - imaginary[n] * Math.sin(angle);
                sumImaginary += real[n] * Math.sin(angle) + imaginary[n] * Math.cos(angle);
            }
            assertThat(fastReal[k]).isCloseTo(sumReal, within(1e-10));
            assertThat(fastImaginary[k]).isCloseTo(sumImaginary, within(1e-10));
        });
    }

    @Test
    void theDensityIsThatOfScipy() {
        double[][] expected = {
            {
                0.00014541665,
                0.000349868334,
                0.000568319429,
                0.00348068849,
                0.000524263215,
                0.000958346811,
                0.000208207821
            },
            {
                0.000226153844,
                0.000574901248,
                0.000486082405,
                0.00279299876,
                0.000396851342,
                0.000566559805,
                0.000198849689
            }
        };
        int[] starts = {0, 96};
        float[] x = Waves.trace(400).read(new SampleRange(0, 400)).axis(0);
        for (int i = 0; i < starts.length; i++) {
            var spectrum = new PowerSpectrum(RATE, 64);
            double[] density = new double[spectrum.bins()];
            spectrum.add(x, starts[i], density);
            for (int b = 0; b < BINS.length; b++) {
                assertThat(density[BINS[b]]).isCloseTo(expected[i][b], within(expected[i][b] * 1e-8));
            }
        }
    }

    @Test
    void aColumnSumsTheAxesAroundItsMiddle() {
        var source = new Derivation(Waves.trace(400), List.of(), new StaticComponent(0));
        var one = Spectrogram.of(source, RATE, 112, 32, 1, new Spectrogram.Plan(64, 1, 0), () -> false);
        double[] expected = {-18.0387664, -17.5775085, -22.3076739, -10.8274774, -27.5583736};
        int[] bins = {1, 2, 7, 20, 31};
        for (int b = 0; b < bins.length; b++) {
            assertThat((double) one.decibel()[0][bins[b]]).isCloseTo(expected[b], within(1e-5));
        }
    }

    @Test
    void whatWouldReachOverAGapIsLeftOut() {
        var stretches = List.of(new SampleRange(0, 150), new SampleRange(150, 400));
        var source = new Derivation(Waves.trace(400), stretches, new StaticComponent(0));
        var all = Spectrogram.of(source, RATE, 0, 50, 8, new Spectrogram.Plan(64, 1, 0), () -> false);
        var known = Arrays.stream(all.decibel())
                .map(column -> !Float.isNaN(column[5]))
                .toList();
        assertThat(known).isEqualTo(List.of(false, true, false, false, true, true, true, false));
    }

    @Test
    void farAwayAColumnIsTheMeanOfEightWindowsAndCloseUpOfOne() {
        assertThat(List.of(
                        Spectrogram.Plan.of(RATE, 1_000_000, 600),
                        Spectrogram.Plan.of(RATE, 20, 600),
                        Spectrogram.Plan.of(RATE, 0.5, 600)))
                .isEqualTo(List.of(
                        new Spectrogram.Plan(256, 8, 125_000),
                        new Spectrogram.Plan(256, 1, 0),
                        new Spectrogram.Plan(32, 1, 0)));
    }
}
