package org.ethotag.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.ethotag.training.StudentShape;
import org.junit.jupiter.api.Test;

class StudentCostTest {
    /** By hand: 3 x 32 x (3 + 32) weights and 6 x 32 biases, 32 x 16 + 16, 16 x 5 + 5. */
    @Test
    void numbersOfTheReferenceStudentAreThoseOfTheArithmetic() {
        var cost = StudentCost.of(StudentShape.of(32), 5, 256);
        assertThat(cost.parameters()).isEqualTo(3 * 32 * 35 + 192 + 528 + 85);
        assertThat(cost.multiplications()).isEqualTo(256L * 3 * 32 * 35 + 256L * 3 * 32 + 512 + 80);
        // fixed-point, section 1: 11.0 KB of blob, under 0.5 KB of RAM
        assertThat(cost.tag()).isInstanceOfSatisfying(StudentCost.Memory.class, memory -> {
            assertThat(memory.flashBytes()).isBetween(10_500, 11_500);
            assertThat(memory.ramBytes()).isLessThan(512);
        });
    }
}
