package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.ethotag.quantization.InputConditioning;
import org.ethotag.quantization.yaw.YawEstimator;
import org.ethotag.quantization.yaw.YawSettings;

/**
 * An estimate of a collar's yaw, asked again and again while samples come in.
 *
 * @param interval samples between two questions
 */
record YawCase(YawSettings settings, InputConditioning base, short[][] samples, int interval) implements ParityCase {
    private static final int KIND = 6;
    private static final int INCOMPLETE = 15;

    /** An animal that now moves and now rests, with noise, limits and senseless stretches in between. */
    static YawCase random(Random random, int samples) {
        int gravity = 1 + random.nextInt(1 << random.nextInt(17) & 0xFFFF | 1);
        int block = 2 + random.nextInt(30);
        var settings = new YawSettings(
                block,
                Math.max(1, (int) (gravity * 0.24 * random.nextDouble())),
                gravity,
                1 + random.nextInt(40),
                1 + random.nextInt(Short.MAX_VALUE),
                (short) random.nextInt());
        double angle = 2 * Math.PI * random.nextDouble();
        var stream = new short[samples][];
        int kind = 0;
        for (int i = 0; i < samples; i++) {
            if (i % (block * 2) == 0) {
                kind = random.nextInt(8);
                angle += 0.3 * random.nextGaussian();
            }
            stream[i] = sample(random, kind, gravity, angle);
        }
        return new YawCase(settings, PartCases.conditioning(random), stream, 1 + random.nextInt(200));
    }

    private static short[] sample(Random random, int kind, int gravity, double angle) {
        return switch (kind) {
            case 0 -> new short[] {(short) random.nextInt(), (short) random.nextInt(), (short) random.nextInt()};
            case 1 -> Counts.limits(random, 1)[0];
            case 2 -> moving(random, gravity, angle, 0.03);
            case 3 -> moving(random, gravity, random.nextDouble() * 7, 0.3);
            default -> moving(random, gravity, angle, 0.3);
        };
    }

    private static short[] moving(Random random, int gravity, double angle, double spread) {
        return new short[] {
            count(gravity * (0.7 * Math.cos(angle) + spread * random.nextGaussian())),
            count(gravity * (0.7 * Math.sin(angle) + spread * random.nextGaussian())),
            count(gravity * (-0.7 + spread * random.nextGaussian()))
        };
    }

    private static short count(double value) {
        return (short) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @Override
    public int results() {
        return samples.length;
    }

    @Override
    public void write(ByteSink sink) {
        sink.int32(KIND)
                .int32(settings.samples())
                .int32(settings.lively())
                .int32(settings.gravity())
                .int32(settings.least())
                .int32(settings.referenceX())
                .int32(settings.referenceY());
        PartCases.write(sink, base);
        sink.int32(samples.length).int32(interval);
        Counts.write(sink, samples);
    }

    @Override
    public void compare(ByteBuffer output) {
        assertThat(output.getInt()).as("status of start").isZero();
        var estimator = new YawEstimator(settings);
        for (int i = 1; i <= samples.length; i++) {
            estimator.sample(samples[i - 1][0], samples[i - 1][1], samples[i - 1][2]);
            if (i % interval == 0) {
                assertThat(output.getInt()).as("blocks").isEqualTo(estimator.blocks());
                var turn = estimator.turn();
                assertThat(output.getInt()).as("status").isEqualTo(turn.isPresent() ? 0 : INCOMPLETE);
                turn.ifPresent(found -> {
                    assertThat(output.getInt()).as("cosine").isEqualTo(found.cosine());
                    assertThat(output.getInt()).as("sine").isEqualTo(found.sine());
                    PartCases.compareTurned(found, base, output);
                });
            }
        }
    }
}
