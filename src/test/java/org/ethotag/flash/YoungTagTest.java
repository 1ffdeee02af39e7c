package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;
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
        try (var link = TagLink.open(new Script(Fields.none(), NO_ENTRY, WINDOW), 1)) {
            assertThat(link.live())
                    .hasValueSatisfying(none -> assertThat(none.number()).isEqualTo(-1));
            assertThat(link.live()).contains(new LiveClassification(1, "m", 0, "rest", List.of(7, -7)));
        }
    }

    @Test
    void samplesOfAWindowThatIsGoneAreNone() {
        try (var link = TagLink.open(new Script(Fields.none(), NO_ENTRY), 1)) {
            assertThat(link.liveSamples(4)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void anyOtherErrorStaysAProblem() {
        try (var link = TagLink.open(new Script(Fields.none(), Fields.of("rc", 6)), 1)) {
            assertThatThrownBy(link::live).isInstanceOf(ProblemException.class);
        }
    }

    /** Gives these answers, one for each request. */
    private static final class Script implements TagLine {
        private final FrameDecoder decoder = new FrameDecoder(1020, FrameDecoder.Reading.MARKER_AT_LINE_START);
        private final ArrayDeque<Fields> answers;
        private byte[] waiting = new byte[0];

        Script(Fields... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public String name() {
            return "young tag";
        }

        @Override
        public String portSerial() {
            return "";
        }

        @Override
        public TagClock clock() {
            return TagClock.system();
        }

        @Override
        public void write(byte[] bytes) {
            for (byte[] packet : decoder.feed(bytes, bytes.length)) {
                var answer = SmpPacket.parse(packet).orElseThrow().answer(answers.remove());
                waiting = FrameEncoder.frame(answer.encode(Cbor.Lengths.INDEFINITE));
            }
        }

        @Override
        public int read(byte[] into, Duration atMost) {
            int length = waiting.length;
            System.arraycopy(waiting, 0, into, 0, length);
            waiting = new byte[0];
            return length;
        }

        @Override
        public void close() {
            answers.clear();
        }
    }
}
