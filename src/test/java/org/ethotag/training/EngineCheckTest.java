package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineCheckTest {
    @Test
    void theEngineOfTheClassPathWorks() {
        assertThat(EngineCheck.run()).isInstanceOfSatisfying(EngineCheck.Works.class, works -> {
            assertThat(works.version()).isEqualTo("2.7.1");
            assertThat(works.threads()).isPositive();
        });
    }
}
