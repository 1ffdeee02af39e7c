package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.ethotag.label.Bout;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.workflow.run.FoldPlan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of a small study over the change of clocks, worked out by hand, in every form. */
class ResultsCommandTest {
    /** One sample a second: samples are seconds. */
    private static final SampleRate RATE = new SampleRate(1);

    private static final int HOUR = 3600;

    @TempDir
    private Path folder;

    private Path study;

    @BeforeEach
    void makeTheStudy() {
        study = folder.resolve("study");
        try (var project = Project.create(study, "Spring")) {
            project.setEthogram(SampleStudy.ethogram());
            // from 29 March 2025, 23:00 in Berlin; at 02:00 of the 30th it is 03:00
            add(project, "s1", "=cow", 26 * HOUR, bout(0, 4 * HOUR, "grazing"), bout(4 * HOUR, 6 * HOUR, "resting"));
            add(project, "s2", "Bella", 2 * HOUR, bout(0, HOUR, "resting"));
        }
    }

    private static void add(Project project, String id, String animal, long length, Bout... bouts) {
        project.addSession(
                new Session(
                        id,
                        "file " + id,
                        animal,
                        "",
                        Instant.parse("2025-03-29T22:00:00Z"),
                        ZoneId.of("Europe/Berlin"),
                        RATE,
                        length,
                        "0".repeat(64)),
                List.of(bouts));
    }

    private static Bout bout(long from, long to, String behaviour) {
        return new Bout(new SampleRange(from, to), behaviour);
    }

    @Test
    void theBudgetHasTheDayOf23HoursAndNoFormula() {
        var run = CommandRun.of("results", study);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("""
                animal,zone,day,dayMinutes,notRecorded,unlabelled,grazing,resting,source,kind
                '=cow,Europe/Berlin,2025-03-29,1440.000,1380.000,0.000,60.000,0.000,labels,labels
                '=cow,Europe/Berlin,2025-03-30,1380.000,0.000,1080.000,180.000,120.000,labels,labels
                '=cow,Europe/Berlin,2025-03-31,1440.000,1320.000,120.000,0.000,0.000,labels,labels
                Bella,Europe/Berlin,2025-03-29,1440.000,1380.000,0.000,0.000,60.000,labels,labels
                Bella,Europe/Berlin,2025-03-30,1380.000,1320.000,60.000,0.000,0.000,labels,labels
                """, run.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void theDocumentHasMeansOverAnimals() {
        var means = CommandRun.of("results", study, "--json").json().get("means");
        // =cow: 4 of 6 hours grazing; Bella: none
        assertEquals(1.0 / 3, means.get("grazing").get("meanShare").asDouble(), 1e-12);
        assertEquals(480, means.get("grazing").get("minutesPerDay").asDouble(), 1e-9);
        assertEquals(
                "[0.0,0.6666666666666666]", means.get("grazing").get("interval").toString());
    }

    @Test
    void boutsAndTransitionsFollowTheRule() {
        var bouts = CommandRun.of("results", study, "--what", "bouts", "--animals", "Bella");
        assertThat(bouts.out())
                .contains("Bella,file s2,resting,2025-03-29T23:00+01:00,2025-03-30T00:00+01:00,3600.000,0.000,0.000");
        var none =
                CommandRun.of("results", study, "--what", "bouts", "--animals", "Bella", "--shortest", 3601, "--json");
        assertEquals(0, none.json().get("bouts").asInt());
        var transitions = CommandRun.of("results", study, "--what", "transitions", "--json")
                .json();
        assertEquals("[[0,1],[0,0]]", transitions.get("counts").toString());
    }

    @Test
    void theActogramHasClockTime() {
        var run = CommandRun.of("results", study, "--what", "actogram", "--bin", 60, "--animals", "=cow");
        assertThat(run.out())
                .contains("'=cow,Europe/Berlin,2025-03-30,01:00,0.000,3600.000,0.000")
                .contains("'=cow,Europe/Berlin,2025-03-30,03:00,0.000,3600.000,0.000")
                .doesNotContain("2025-03-30,02:00");
    }

    @Test
    void picturesAreWholeFiles() throws Exception {
        for (var what : List.of("budget", "actogram", "bouts", "transitions")) {
            var svg = folder.resolve(what + ".svg");
            var png = folder.resolve(what + ".png");
            assertEquals(
                    0,
                    CommandRun.of("results", study, "--what", what, "--format", "svg", "--out", svg)
                            .exitCode());
            assertEquals(
                    0,
                    CommandRun.of("results", study, "--what", what, "--format", "png", "--out", png)
                            .exitCode());
            var root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(svg.toFile())
                    .getDocumentElement();
            assertEquals("svg", root.getTagName());
            var image = ImageIO.read(png.toFile());
            assertEquals(Math.round(2 * Double.parseDouble(root.getAttribute("width"))), image.getWidth());
            assertThat(colours(image)).hasSizeGreaterThan(3);
        }
    }

    private static List<Integer> colours(BufferedImage image) {
        return IntStream.range(0, image.getHeight())
                .mapToObj(y -> image.getRGB(image.getWidth() / 3, y))
                .distinct()
                .toList();
    }

    @Test
    void modelsAreComparedOnTheSameWindowsAndSayThatTheyAreOutOfFold() throws IOException {
        keepRun("crossvalidation-1", "crossvalidation");
        var run = CommandRun.of("results", study, "--what", "models", "--source", "crossvalidation-1", "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("out_of_fold", run.json().get("kind").asText());
        var teacher = run.json().get("models").get(1);
        assertEquals("teacher", teacher.get("model").asText());
        // labels: =cow 1/2 grazing, Bella 0; teacher: =cow 1, Bella 0; so 360 and 720 of 1440 minutes
        assertEquals(720, teacher.at("/behaviours/grazing/minutesPerDay").asDouble(), 1e-9);
        assertEquals(360, teacher.at("/behaviours/grazing/shiftMinutes").asDouble(), 1e-9);
        var csv = CommandRun.of("results", study, "--what", "models", "--source", "crossvalidation-1");
        assertThat(csv.out())
                .contains("teacher,,grazing,720.0,0.0,1440.0,360.0,0.0,720.0,out_of_fold")
                .contains("teacher,'=cow,grazing,1440.0,1440.0,1440.0,720.0,0.0,1440.0,out_of_fold") // on both of its
                // days
                .contains("labels,,grazing,360.0,0.0,720.0,0.0,0.0,0.0,labels");
    }

    @Test
    void aRunThatHeldAnimalsOutSaysSo() {
        keepRun("teacher-1", "teacher");
        var run = CommandRun.of("results", study, "--source", "teacher-1", "--json");
        assertEquals("held_out", run.json().get("kind").asText());
        assertEquals("teacher-1 teacher", run.json().get("source").asText());
        var other = CommandRun.of("results", study, "--source", "teacher-1", "--model", "oracle");
        assertEquals(1, other.exitCode());
        assertThat(other.err()).contains("oracle", "these models: teacher");
    }

    @Test
    void aLeakyDivisionStaysWrittenOnItsResults() {
        keepRun("crossvalidation-1", "crossvalidation", FoldPlan.LEAKY_MARK + " random thirds");
        var run = CommandRun.of("results", study, "--source", "crossvalidation-1", "--json");
        assertEquals("leaky", run.json().get("kind").asText());
        assertThat(run.err()).contains("LEAKY");
    }

    private void keepRun(String id, String kind) {
        keepRun(id, kind, "by hand");
    }

    /** Three windows of an hour: =cow grazing and resting, both taken for grazing by the model; Bella resting. */
    private void keepRun(String id, String kind, String protocol) {
        var predictions = """
                session,from,to,animal,truth,teacher
                ,,,,grazing,
                ,,,,resting,
                s1,0,3600,=cow,grazing,grazing
                s1,14400,18000,=cow,resting,grazing
                s2,0,3600,Bella,resting,resting
                """;
        try (var project = Project.open(study)) {
            project.saveRun(
                    new RunManifest(
                            id,
                            kind,
                            Instant.parse("2025-05-01T00:00:00Z"),
                            Map.of("protocol", protocol),
                            Map.of(),
                            1,
                            Map.of()),
                    Map.of("predictions.csv", predictions.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void whatMakesNoSenseIsWrongUsageOrAProblemWithARemedy() {
        assertEquals(2, CommandRun.of("results", study, "--bin", "7").exitCode());
        assertEquals(2, CommandRun.of("results", study, "--gap", "-1").exitCode());
        assertEquals(2, CommandRun.of("results", study, "--format", "png").exitCode());
        assertEquals(2, CommandRun.of("results", study, "--what", "models").exitCode());
        assertThat(CommandRun.of("results", study, "--animals", "Nobody").err()).contains("Nobody", "=cow, Bella");
        assertThat(CommandRun.of("results", study, "--track", "ben").err()).contains("ben", "labels");
        assertThat(CommandRun.of("results", study, "--source", "teacher-9").err())
                .contains("teacher-9");
        assertThat(CommandRun.of("results", study, "--out", folder.resolve("no/where.csv"))
                        .exitCode())
                .isEqualTo(1);
        assertThat(Files.exists(folder.resolve("no"))).isFalse();
    }
}
