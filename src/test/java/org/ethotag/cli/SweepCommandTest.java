package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ethotag.testkit.SampleStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSweepPrintsOneDocumentAndWritesItsTableAndItsChart() throws IOException {
        SampleStudy.createRecorded(folder.resolve("study"), "Study", folder.resolve("raw"));
        var csv = folder.resolve("map.csv");
        var chart = folder.resolve("map.svg");
        var run = sweep(
                "--samples",
                "64",
                "--stride",
                "2048",
                "--hidden",
                "4",
                "--labelled-animals",
                "1,all",
                "--sources",
                "in-fold,unlabelled",
                "--seeds",
                "1,2",
                "--width",
                "0.0625",
                "--batch",
                "16",
                "--teacher-steps",
                "3",
                "--student-steps",
                "4",
                "--csv",
                csv.toString(),
                "--chart",
                chart.toString(),
                "--json");
        assertEquals(0, run.exitCode(), run.err());
        var cells = run.json().get("cells");
        assertEquals(6, cells.size());
        assertEquals("nothing unlabelled", cells.get(5).get("whyNot").asText());
        assertThat(run.json().get("verdicts").toString())
                .contains("3 are needed to rank them")
                .doesNotContain("better");
        assertEquals(1 + 6 * 2, Files.readAllLines(csv).size());
        assertThat(Files.readString(chart)).startsWith("<?xml").endsWith("</svg>\n");
        var again = CommandRun.of("evaluate", folder.resolve("study"), "--run", "sweep-1", "--json");
        assertEquals(cells, again.json().get("cells"));
        var counted = CommandRun.of("results", folder.resolve("study"), "--source", "sweep-1");
        assertEquals(1, counted.exitCode());
        assertThat(counted.err()).contains("sweep-1").doesNotContain("mistake of its own");
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeTheStudyIsOpened() {
        assertRefused("--labelled-animals", "0");
        assertRefused("--labelled-animals", "some");
        assertRefused("--sources", "gossip");
        assertRefused("--seeds", "1,1");
        assertRefused("--hidden", "0");
        assertRefused("--temperature", "0");
        assertRefused("--alpha", "1.1");
        assertRefused("--teacher-seeds", "2,2");
        assertRefused("--chart", "map.doc");
        assertRefused("--student-steps", "0");
    }

    private void assertRefused(String... options) {
        var run = sweep(options);
        assertEquals(2, run.exitCode(), () -> Arrays.toString(options) + run.err());
        assertThat(run.out()).isEmpty();
    }

    private CommandRun sweep(String... options) {
        var arguments = new ArrayList<Object>(List.of("sweep", folder.resolve("study")));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }
}
