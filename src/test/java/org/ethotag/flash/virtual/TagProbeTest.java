package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.SerialLine;
import org.ethotag.flash.TagClock;
import org.ethotag.flash.TagIdentity;
import org.ethotag.flash.TagPort;
import org.ethotag.flash.TagProbe;
import org.ethotag.flash.TagProfiles;
import org.ethotag.flash.TagSighting;
import org.ethotag.flash.TagSighting.Answered;
import org.ethotag.flash.TagSighting.Mode;
import org.ethotag.flash.TagSighting.Trouble;
import org.ethotag.flash.TagSighting.Troubled;
import org.ethotag.flash.TagWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the real serial library, in real time. */
@Timeout(60)
class TagProbeTest {
    @TempDir
    Path folder;

    private Path link;

    @BeforeEach
    void onlyWherePseudoTerminalsExist() {
        assumeTrue(PseudoTerminal.available(), "pseudo-terminals exist on Linux and macOS only");
        link = folder.resolve("ttyTag");
    }

    @Test
    void aTagSaysWhoItIsAsSoonAsItIsThere() {
        var watch = TagWatch.ofThisComputer(List.of(link), TagProfiles.builtIn());
        assertThat(watch.look().in()).doesNotContain(port());
        try (var tag = tag();
                var _ = VirtualTagPort.open(link, tag)) {
            assertThat(watch.look().in()).contains(port());
            var answered = (Answered) TagProbe.overSerial().ask(port());
            assertEquals(Mode.FULL, answered.mode());
            assertEquals(
                    new TagIdentity(FlashBench.SERIAL, FlashBench.HARDWARE, "1.0.0", 87, "", false),
                    answered.identity());
        }
        assertThat(watch.look().out()).contains(port());
    }

    @Test
    void aTagWithoutOurCommandsIsKnownByItsImagesAlone() {
        try (var tag = tag("no-custom-group");
                var _ = VirtualTagPort.open(link, tag)) {
            var answered = (Answered) TagProbe.overSerial().ask(port());
            assertEquals(Mode.PLAIN, answered.mode());
            assertEquals(new TagIdentity("", "", "1.0.0", -1, "", false), answered.identity());
        }
    }

    @Test
    void aSilentPortABusyOneAndOneThatIsGoneAreToldApart() {
        try (var tag = tag("silent");
                var _ = VirtualTagPort.open(link, tag)) {
            assertTrouble(Trouble.NO_ANSWER, FlashProblem.NO_ANSWER);
            try (var _ = SerialLine.open(link.toString(), TagClock.system())) {
                assertTrouble(Trouble.BUSY, FlashProblem.PORT_BUSY);
            }
        }
        assertTrouble(Trouble.VANISHED, FlashProblem.PORT_GONE);
    }

    private void assertTrouble(Trouble kind, FlashProblem problem) {
        TagSighting seen = TagProbe.overSerial().ask(port());
        var troubled = (Troubled) seen;
        assertEquals(kind, troubled.kind());
        assertEquals(problem, troubled.problem().code());
    }

    private TagPort port() {
        return new TagPort(link.toString(), "ttyTag", "", -1, -1);
    }

    private VirtualTag tag(String... faults) {
        var settings =
                VirtualTagSettings.of(FlashBench.SERIAL, FlashBench.HARDWARE, List.of(FlashBench.KEYS.publicKey()));
        for (String fault : faults) {
            settings = settings.with(Fault.parse(fault));
        }
        return VirtualTag.open(folder.resolve("memory"), settings, TagClock.system());
    }
}
