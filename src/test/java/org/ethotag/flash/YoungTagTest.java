package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ethotag.flash.smp.Fields;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** A tag that has only just started answers {@code rc} 5, no such entry, when its newest window is asked for. */
class YoungTagTest {
    private static final Fields NO_ENTRY = Fields.of("rc", 5);
    private static final Fields WINDOW = Fields.of("n", 1)
            .with("model", "m")
            .with("class", 0)
            .with("label", "rest")
            .with("logits", List.of(7L, -7L));

    @Test
    void beforeItsFirstWindowItHasNoneYet() {
        try (var link = TagLink.open(new ScriptedLine(Fields.none(), NO_ENTRY, WINDOW), 1)) {
            assertThat(link.live())
                    .hasValueSatisfying(none -> assertThat(none.number()).isEqualTo(-1));
            assertThat(link.live()).contains(new LiveClassification(1, "m", 0, "rest", List.of(7, -7)));
        }
    }

    @Test
    void samplesOfAWindowThatIsGoneAreNone() {
        try (var link = TagLink.open(new ScriptedLine(Fields.none(), NO_ENTRY), 1)) {
            assertThat(link.liveSamples(4)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void anyOtherErrorStaysAProblem() {
        try (var link = TagLink.open(new ScriptedLine(Fields.none(), Fields.of("rc", 6)), 1)) {
            assertThatThrownBy(link::live).isInstanceOf(ProblemException.class);
        }
    }
}
