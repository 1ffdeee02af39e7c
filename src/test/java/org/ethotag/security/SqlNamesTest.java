package org.ethotag.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Bout;
import org.ethotag.label.Ethogram;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.study.Animal;
import org.ethotag.study.Tag;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Names that are pieces of SQL: they come back as they went in, and nothing else changes. */
class SqlNamesTest {
    private static final List<String> NAMES = List.of(
            "'; DROP TABLE bouts; --",
            "\"; DELETE FROM sessions; --",
            "' OR '1'='1",
            "x' UNION SELECT * FROM study --",
            "%_%",
            "a\\'b",
            "?1 :name @x $y",
            "/* */ -- #",
            "\u0627\u0644\u0628\u0642\u0631\u0629 \uD83D\uDC04",
            "semi;colon,comma");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aNameComesBackAsItWentIn() {
        return NAMES.stream().map(name -> DynamicTest.dynamicTest(name, () -> roundTrip(name)));
    }

    private void roundTrip(String name) {
        var place = folder.resolve("study" + NAMES.indexOf(name));
        var behaviour = new Behaviour(name, name, "#009e73", "", name, true);
        var animal = new Animal(name, name, name);
        var tag = new Tag(name, name);
        var session = new Session(
                "s1",
                name,
                name,
                name,
                Instant.parse("2025-03-28T06:30:00Z"),
                ZoneId.of("UTC"),
                new SampleRate(25),
                1000,
                "00".repeat(32));
        var bout = new Bout(new SampleRange(10, 20), name);
        var score = new Score(name, name, 0.5);
        try (var project = Project.create(place, name)) {
            project.setEthogram(new Ethogram(List.of(behaviour)));
            project.put(animal);
            project.put(tag);
            project.addSession(session, List.of());
            project.addTrack("s1", name, TrackKind.EXCLUSIVE);
            project.edit("s1", name, name, new LabelEdit.Label(bout.range(), name));
            project.putSetting(name, name);
            var run = new RunManifest(
                    "r-1", name, Instant.EPOCH, Map.of(name, name), Map.of(name, name), 1, Map.of(name, name));
            project.saveRun(run, Map.of(), List.of(score));
        }
        try (var project = Project.open(place)) {
            assertEquals(name, project.name());
            assertEquals(List.of(behaviour), project.ethogram().behaviours());
            assertEquals(List.of(animal), project.animals());
            assertTrue(project.tags().contains(tag));
            assertEquals(List.of(session), project.sessions());
            assertEquals(List.of(name), project.tracks("s1"));
            assertEquals(List.of(bout), project.labels("s1", name).bouts());
            assertEquals(name, project.undoName("s1", name).orElseThrow());
            assertEquals(name, project.setting(name).orElseThrow());
            assertEquals(name, project.run("r-1").orElseThrow().kind());
            assertEquals(Map.of(name, name), project.run("r-1").orElseThrow().settings());
            assertEquals(List.of(score), project.scores("r-1"));
            project.renameTrack("s1", name, name + "2");
            project.removeTrack("s1", name + "2");
            project.deleteBehaviour(name);
            assertEquals(List.of(), project.ethogram().behaviours());
            assertEquals(List.of(session), project.sessions());
        }
    }
}
