package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AugmentationTextTest {
    @Test
    void whatIsWrittenIsReadBack() {
        for (var one : List.of(
                Augmentation.none(),
                Augmentation.collar(),
                Augmentation.framed(),
                Augmentation.framed().with(0.02, 0.1))) {
            assertThat(Augmentation.parse(one.text())).isEqualTo(one);
        }
        assertThat(Augmentation.collar().text()).isEqualTo("half-turns,roll=8,pitch=14,yaw=17,scale=0.1");
    }

    @Test
    void whereFramesAreKnownThereAreNoHalfTurns() {
        assertThat(Augmentation.standard(true).halfTurns()).isFalse();
        assertThat(Augmentation.standard(false).halfTurns()).isTrue();
    }

    @Test
    void otherTextsAreRefused() {
        for (var text : List.of("flip", "yaw=", "yaw=x", "yaw=-3", "scale=1", "", "yaw=NaN", "noise=2", "warp=0.5")) {
            assertThatThrownBy(() -> Augmentation.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
