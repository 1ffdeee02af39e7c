package org.ethotag.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import java.util.Random;
import org.ethotag.export.image.Images;
import org.ethotag.model.StudentForward;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.Students;
import org.ethotag.signal.Rotation;
import org.junit.jupiter.api.Test;

/** A model for a tag that sits otherwise: what it feels, turned, means the same. */
class MountedModelTest {
    @Test
    void theConditionedSamplesOfATurnedTagDifferByRoundingAlone() {
        trials(50, random -> {
            var student = Students.random(random, 8, 6, 3, 1);
            var blob = ModelBlob.of(Students.quantize(student, 16));
            var rotation = anywhere(random);
            var base = blob.graph().conditioning();
            var turned = blob.mounted(rotation).graph().conditioning();
            double[][] m = rotation.matrix();
            for (int i = 0; i < 100; i++) {
                int[] felt = {sample(random), sample(random), sample(random)};
                int[] meant = new int[3];
                for (int row = 0; row < 3; row++) {
                    meant[row] = (int) Math.rint(m[row][0] * felt[0] + m[row][1] * felt[1] + m[row][2] * felt[2]);
                }
                for (int axis = 0; axis < 3; axis++) {
                    int expected = base.apply(axis, meant[0], meant[1], meant[2]);
                    int actual = turned.apply(axis, felt[0], felt[1], felt[2]);
                    // counts round by half on the way, offsets by half, coefficients by half of 2^-shift
                    double gain = Math.scalb((double) base.matrix().absoluteSum(axis), -base.shift());
                    double coefficients = 3 * 20_000 * Math.scalb(1.0, -turned.shift());
                    assertThat(Math.abs(actual - expected))
                            .isLessThanOrEqualTo((int) Math.ceil(2 * gain + coefficients + 1));
                }
            }
        });
    }

    @Test
    void goldenWindowsOfATurnedTagPassOnItsModelAndMeanTheSameClasses() {
        trials(5, random -> {
            var payload = Images.payload(random.nextInt(100), 32);
            var rotation = anywhere(random);
            var blob = ModelBlob.parse(payload.blob().mounted(rotation).bytes());
            var golden = payload.golden().mounted(blob, rotation);
            assertThat(golden.failures(new IntegerEngine(blob.graph()))).isEmpty();
            int same = 0;
            for (int i = 0; i < 32; i++) {
                same += golden.windows().get(i).expectedClass()
                                == payload.golden().windows().get(i).expectedClass()
                        ? 1
                        : 0;
            }
            assertThat(same).isGreaterThanOrEqualTo(30);
        });
    }

    @Test
    void theFloatStudentOfATurnedTagSaysTheSame() {
        trials(10, random -> {
            var student = Students.random(random, 8, 6, 3, 1);
            var rotation = anywhere(random);
            var mounted = new StudentForward(student.mounted(rotation));
            var windows = Students.smooth(random, 4, student);
            for (int i = 0; i < windows.size(); i++) {
                float[] expected = new StudentForward(student).logits(windows.valuesG(i));
                float[] felt = windows.valuesG(i);
                rotation.inverse().turn(felt);
                float[] actual = mounted.logits(felt);
                for (int c = 0; c < expected.length; c++) {
                    // angles are kept to a tenth of a degree, the inverse's too
                    assertThat(actual[c]).isCloseTo(expected[c], within(0.05f));
                }
            }
        });
    }

    @Test
    void aTagThatIsNotTurnedGetsTheSameModel() {
        var blob = Images.payload(1, 4).blob();
        assertThat(blob.mounted(Rotation.none()).bytes()).isEqualTo(blob.bytes());
    }

    private static int sample(Random random) {
        return random.nextInt(20_001) - 10_000;
    }

    private static Rotation anywhere(Random random) {
        return new Rotation(360 * random.nextDouble(), 178 * random.nextDouble() - 89, 360 * random.nextDouble());
    }
}
