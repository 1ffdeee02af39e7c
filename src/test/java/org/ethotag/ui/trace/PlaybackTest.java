package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ethotag.ui.trace.Playback.PlayRange;
import org.junit.jupiter.api.Test;

class PlaybackTest {
    private final Playback playback = new Playback(() -> new PlayRange(1000, 50));

    @Test
    void aSecondIsSoManySamplesTimesTheSpeed() {
        playback.play();
        playback.advance(1);
        playback.speedProperty().set(0.25);
        playback.advance(2);
        assertThat(playback.positionProperty().get()).isCloseTo(75, within(1e-9));
    }

    @Test
    void theSpeedStaysBetweenAQuarterAndFour() {
        playback.speedProperty().set(100);
        assertThat(playback.speedProperty().get()).isEqualTo(4);
        for (int i = 0; i < 9; i++) {
            playback.changeSpeed(-1);
        }
        assertThat(playback.speedProperty().get()).isEqualTo(0.25);
    }

    @Test
    void itStopsAtTheEndAndBeginsAgain() {
        playback.play();
        playback.advance(60);
        assertThat(playback.playingProperty().get()).isFalse();
        assertThat(playback.positionProperty().get()).isEqualTo(1000);
        playback.play();
        assertThat(playback.positionProperty().get()).isZero();
    }

    @Test
    void aClockMovesNothingWhilePaused() {
        playback.moveTo(10);
        playback.advance(3);
        assertThat(playback.positionProperty().get()).isEqualTo(10);
    }

    @Test
    void withoutARecordingNothingPlays() {
        var none = new Playback(() -> new PlayRange(0, 50));
        none.play();
        assertThat(none.playingProperty().get()).isFalse();
    }
}
