package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.project.ImportPresets;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportSettings;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudySafetyCommandTest {
    @TempDir
    Path folder;

    private UserFolder user;
    private Path study;

    @BeforeEach
    void importByPreset() throws IOException {
        user = new UserFolder(folder.resolve("user"));
        study = folder.resolve("study");
        user.importPresets()
                .save(new ImportPreset(
                        "Collar",
                        List.of(),
                        ImportSettings.guessed().withUnit("g").withRate(10).withColumns("t=none,x=2,y=3,z=4,label=1")));
        var text = new StringBuilder("what,ax,ay,az\n");
        for (int i = 0; i < 200; i++) {
            text.append(i < 120 ? "graze" : "rest").append(",0.01,0.02,0.99\n");
        }
        var file = Files.writeString(folder.resolve("cow.csv"), text);
        var run = CommandRun.of(user, "import", study, file, "--animal", "7", "--preset", "Collar", "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(10, run.json().path("rate").path(0).asDouble());
        assertEquals(2, run.json().path("files").path(0).path("labels").asInt());
    }

    @Test
    void aPresetThatIsNotThereIsSaid() {
        var run = CommandRun.of(user, "import", study, folder.resolve("cow.csv"), "--animal", "8", "--preset", "None");
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("None.json");
    }

    @Test
    void aPresetFromSomebodyElseIsNamedByItsFile() {
        var file = folder.resolve("theirs.json");
        ImportPresets.write(file, user.importPresets().named("Collar"));
        var run = CommandRun.of(user, "import", study, folder.resolve("cow.csv"), "--animal", "8", "--preset", file);
        assertEquals(0, run.exitCode(), run.err());
    }

    @Test
    void aMergerIsAskedDoneAndTakenBackByItsBackup() {
        var asked = CommandRun.of(user, "ethogram", study, "--merge", "rest=graze", "--what-if", "--json")
                .json();
        assertEquals(
                List.of(1, 1, 8.0, false),
                List.of(
                        asked.path("bouts").asInt(),
                        asked.path("sessions").asInt(),
                        asked.path("seconds").asDouble(),
                        asked.path("done").asBoolean()));
        assertEquals(
                0,
                CommandRun.of(user, "ethogram", study, "--merge", "rest=graze").exitCode());
        var saved = CommandRun.of(user, "recover", study, "--json").json();
        assertEquals(true, saved.path("study").path("whole").asBoolean());
        var newest = saved.path("backups").path(0).path("name").asText();
        var difference = CommandRun.of(user, "recover", study, "--compare", newest, "--json")
                .json()
                .path("tracks");
        assertEquals(1, difference.size());
        assertEquals(1, difference.path(0).path("comeBack").asInt());
        var back = CommandRun.of(user, "recover", study, "--restore", newest, "--json")
                .json();
        assertEquals(1, back.path("presentBackup").size());
        var after = CommandRun.of(user, "recover", study, "--compare", newest, "--json")
                .json();
        assertEquals(0, after.path("tracks").size());
    }

    @Test
    void wrongUseIsSaid() {
        assertEquals(
                2, CommandRun.of(user, "ethogram", study, "--merge", "rest").exitCode());
        assertEquals(
                2, CommandRun.of(user, "ethogram", study, "--delete", "swim").exitCode());
        assertEquals(
                1, CommandRun.of(user, "recover", study, "--restore", "none").exitCode());
        assertEquals(
                1, CommandRun.of(user, "recover", folder.resolve("nowhere")).exitCode());
    }
}
