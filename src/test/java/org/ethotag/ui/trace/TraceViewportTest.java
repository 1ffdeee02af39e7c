package org.ethotag.ui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ethotag.testkit.Trials.trials;

import org.ethotag.signal.SampleRange;
import org.junit.jupiter.api.Test;

class TraceViewportTest {
    @Test
    void zoomingKeepsWhatIsUnderThePointerThere() {
        trials(1_000, random -> {
            var view = new TraceViewport(400_000, 10 + random.nextDouble() * 50, 1000, 1_000_000);
            double x = random.nextDouble() * 1000;
            var zoomed = view.zoomedAt(x, 1 + random.nextDouble());
            assertThat(zoomed.positionAt(x)).isCloseTo(view.positionAt(x), within(1e-6));
        });
    }

    @Test
    void zoomingOutEndsAtTheWholeRecording() {
        var view = new TraceViewport(500, 2, 100, 1_000).zoomedAt(40, 1e-9);
        assertThat(view).isEqualTo(TraceViewport.whole(100, 1_000));
    }

    @Test
    void neitherEndCanBeLeft() {
        var view = new TraceViewport(500, 2, 100, 1_000);
        assertThat(view.pannedBy(1e9).to()).isEqualTo(1_000);
        assertThat(view.pannedBy(-1e9).from()).isZero();
    }

    @Test
    void aWiderWindowKeepsTheLeftEdgeAndTheScale() {
        assertThat(new TraceViewport(500, 2, 100, 1_000).resized(150)).isEqualTo(new TraceViewport(500, 2, 150, 1_000));
    }

    @Test
    void aWholeRecordingStaysWholeInANewWindow() {
        assertThat(TraceViewport.whole(100, 1_000).resized(500)).isEqualTo(TraceViewport.whole(500, 1_000));
    }

    @Test
    void showingARangeHasItInside() {
        var view = TraceViewport.whole(800, 1_000_000).showing(new SampleRange(5_000, 6_000));
        assertThat(view.visible().contains(new SampleRange(5_000, 6_000))).isTrue();
        assertThat(view.visible().length()).isLessThan(1_500);
    }

    @Test
    void anEmptyRecordingShowsNothing() {
        assertThat(TraceViewport.whole(800, 0).visible()).isEqualTo(new SampleRange(0, 0));
    }
}
