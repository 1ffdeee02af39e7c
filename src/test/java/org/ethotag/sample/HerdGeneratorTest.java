package org.ethotag.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.sample.HerdGenerator.Labels;
import org.ethotag.signal.SampleRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HerdGeneratorTest {
    private static final HerdSettings BRIEF = HerdSettings.sampleData().lasting(Duration.ofSeconds(2));

    @Test
    void aRowHasTimeThreeAxesAndTheBehaviour() {
        assertThat(lines(BRIEF, Labels.WRITTEN).get(1))
                .matches("2026-04-14T07:30:00\\.000\\+02:00(,-?\\d\\.\\d{3}){3},(grazing|walking|resting|other)");
    }

    @Test
    void theBehaviourCanBeLeftOut() {
        assertThat(lines(BRIEF, Labels.LEFT_OUT).subList(0, 2))
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("time,x,y,z"),
                        row -> assertThat(row).matches("[^,]+(,-?\\d\\.\\d{3}){3}"));
    }

    @Test
    void thereAreAsManyRowsAsSamplesInTheTime() {
        assertThat(lines(BRIEF, Labels.LEFT_OUT)).hasSize(1 + 100);
    }

    @Test
    void stampsFollowTheRateToTheMillisecond() {
        var settings = new HerdSettings(
                1, 1, new SampleRate(62.5), Duration.ofSeconds(1), 1, OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        assertThat(lines(settings, Labels.LEFT_OUT).subList(1, 5))
                .extracting(line -> line.substring(0, 24))
                .containsExactly(
                        "2026-01-01T00:00:00.000Z",
                        "2026-01-01T00:00:00.016Z",
                        "2026-01-01T00:00:00.032Z",
                        "2026-01-01T00:00:00.048Z");
    }

    @Test
    void aLongerRecordingBeginsLikeAShorterOne() {
        var longer = lines(BRIEF.lasting(Duration.ofSeconds(4)), Labels.WRITTEN);
        assertThat(longer.subList(0, 101)).isEqualTo(lines(BRIEF, Labels.WRITTEN));
    }

    @Test
    void anotherSeedMakesAnotherHerd() {
        var other = new HerdSettings(
                BRIEF.seed() + 1, 8, BRIEF.rate(), BRIEF.duration(), BRIEF.timeCompression(), BRIEF.start());
        assertThat(lines(other, Labels.WRITTEN)).isNotEqualTo(lines(BRIEF, Labels.WRITTEN));
    }

    @Test
    void aCancelStopsTheWriting() {
        var cancelled = new JobMonitor() {
            @Override
            public void progress(double fraction, String doing) {
                // not looked at
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> new HerdGenerator(BRIEF).write(0, Labels.WRITTEN, new StringBuilder(), cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void aFolderThatIsAFileIsAProblem(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new HerdGenerator(BRIEF).writeAll(file, JobMonitor.unwatched()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(SampleProblem.UNWRITABLE));
    }

    private static List<String> lines(HerdSettings settings, Labels labels) {
        var text = new StringBuilder();
        try {
            new HerdGenerator(settings).write(0, labels, text, JobMonitor.unwatched());
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString().lines().toList();
    }
}
