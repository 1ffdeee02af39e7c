package org.ethotag.flash.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.ethotag.flash.FlashJob;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.FlashReceipt;
import org.ethotag.flash.Journal;
import org.ethotag.flash.SerialConnector;
import org.ethotag.flash.SerialLine;
import org.ethotag.flash.TagClock;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Through the real serial library, in real time. */
@Timeout(60)
class VirtualTagPortTest {
    @TempDir
    Path folder;

    private Path link;

    @BeforeEach
    void onlyWherePseudoTerminalsExist() {
        assumeTrue(PseudoTerminal.available(), "pseudo-terminals exist on Linux and macOS only");
        link = folder.resolve("ttyTag");
    }

    @Test
    void aModelIsFlashedOverASerialDeviceThatVanishesAndReturns() {
        var image = FlashBench.image(1);
        try (var tag = tag();
                var port = VirtualTagPort.open(link, tag)) {
            FlashReceipt receipt = new FlashJob(
                            FlashBench.order(image.bytes()),
                            SerialConnector.at(port.link().toString()),
                            new Journal(folder.resolve("journal"), TagClock.system()))
                    .run(JobMonitor.unwatched());
            assertThat(receipt.problems()).isEmpty();
            assertThat(receipt.goldenWindows()).isEqualTo(FlashBench.WINDOWS);
            assertThat(receipt.modelAfter()).isEqualTo(image.modelId().orElseThrow());
        }
    }

    @Test
    void theDeviceIsGoneAfterClosing() {
        try (var tag = tag()) {
            VirtualTagPort.open(link, tag).close();
            assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        }
    }

    @Test
    void aDeviceThatDisappearsWhileOpenIsALostLine() {
        try (var tag = tag()) {
            var port = VirtualTagPort.open(link, tag);
            try (var line = SerialLine.open(link.toString(), TagClock.system())) {
                port.close();
                assertThatThrownBy(() -> line.read(new byte[10], Duration.ofSeconds(5)))
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                lost -> assertThat(lost.problem().code()).isEqualTo(FlashProblem.LINE_LOST));
            }
        }
    }

    @Test
    void aMissingDeviceAndABusyOneAreToldApart() {
        assertCode("/dev/no-such-device", FlashProblem.PORT_GONE);
        try (var tag = tag();
                var port = VirtualTagPort.open(link, tag);
                var _ = SerialLine.open(link.toString(), TagClock.system())) {
            assertCode(port.link().toString(), FlashProblem.PORT_BUSY);
        }
    }

    @Test
    void aLeftoverLinkIsReplacedAndAnythingElseIsNot() throws IOException {
        Files.createSymbolicLink(link, Path.of("/dev/no-such-device"));
        try (var tag = tag()) {
            VirtualTagPort.open(link, tag).close();
            Files.writeString(link, "precious");
            assertThatThrownBy(() -> VirtualTagPort.open(link, tag))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            taken -> assertThat(taken.problem().code()).isEqualTo(FlashProblem.LINK_PATH_TAKEN));
            assertThat(link).hasContent("precious");
        }
    }

    private VirtualTag tag() {
        var settings =
                VirtualTagSettings.of(FlashBench.SERIAL, FlashBench.HARDWARE, List.of(FlashBench.KEYS.publicKey()));
        return VirtualTag.open(folder.resolve("memory"), settings, TagClock.system());
    }

    private static void assertCode(String path, FlashProblem problem) {
        assertThatThrownBy(() -> SerialLine.open(path, TagClock.system()).close())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(problem));
    }
}
