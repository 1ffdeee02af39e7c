package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ethotag.evaluation.Calibration;
import org.ethotag.project.Project;
import org.ethotag.testkit.WrittenStudy;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.ComparisonTables;
import org.ethotag.workflow.run.ScoreSheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Studies that hardly suffice: a class of one window, a class of one animal, an animal of one class, less than can be learnt
 * from. What can be said is said without a number that is none, and what cannot leaves no run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoorStudyTest {
    private static final String RUN = "crossvalidation-1";

    @TempDir
    private static Path folder;

    private UserFolder user;
    private Path study;
    private CommandRun judged;

    @BeforeAll
    void crossValidateThreeUnevenAnimals() {
        user = new UserFolder(folder.resolve("user"));
        study = study("uneven", "cow1_a", "cow2_a", "cow3_a");
        judged = tiny(study, "--class-weights", "--json");
        assertEquals(0, judged.exitCode(), judged.err());
    }

    /** Cow 1 alone grazes, cow 2 alone grooms, for one window, and cow 3 only rests. */
    private Path study(String name, String... files) {
        var raw = folder.resolve("raw " + name);
        var bouts = Map.of(
                "cow1_a", new String[] {"40 rest 0.02", "40 walk 0.3", "30 graze 0.1"},
                "cow2_a", new String[] {"40 rest 0.02", "40 walk 0.3", "2 groom 0.6"},
                "cow3_a", new String[] {"40 rest 0.02"},
                "cow4_a", new String[] {"40 rest 0.02"},
                "brief1_a", new String[] {"1 rest 0.02"},
                "brief2_a", new String[] {"1 walk 0.3"});
        var made = folder.resolve(name);
        WrittenStudy.create(
                made,
                Stream.of(files)
                        .map(file -> WrittenStudy.file(raw, file, bouts.get(file)))
                        .toArray(Path[]::new));
        return made;
    }

    private CommandRun run(Object... words) {
        return CommandRun.of(user, words);
    }

    private CommandRun tiny(Path where, Object... more) {
        var words = new ArrayList<Object>(List.of(
                "crossvalidate", where, "--samples", 20, "--width", 0.0625, "--epochs", 1, "--student-epochs", 1));
        words.addAll(List.of("--hidden", 8, "--processes", 1));
        words.addAll(List.of(more));
        return run(words.toArray());
    }

    @Test
    void classesThatOneAnimalAloneHasAreSaidNotToBeLearnt() {
        var words =
                "Nothing was learnt about graze where cow1 was judged: there was no window of it to learn from, so of"
                        + " 15 judged windows none is answered rightly but by chance. Nothing was learnt about groom where cow2 was judged: there was"
                        + " no window of it to learn from, so of 1 judged window none is answered rightly but by chance.";
        assertEquals(
                words, judged.json().get("settings").get("classes.notLearnt").asText());
        assertThat(run("evaluate", study, "--run", RUN).out()).contains(words);
        assertThat(run("methods", study, "--run", RUN).out()).contains(words);
    }

    @Test
    void aClassOfOneWindowHasARecallAndAPrecisionOnlyIfItWasAnswered() {
        for (JsonNode model : judged.json().get("models")) {
            assertThat(model.get("recall").get("groom").asDouble()).isIn(0.0, 1.0);
            boolean answered = false;
            int groom = indexOf(model.get("classes"), "groom");
            for (JsonNode row : model.get("confusion")) {
                answered |= row.get(groom).asInt() > 0;
            }
            assertEquals(!answered, model.get("precision").get("groom").isNull());
        }
    }

    private static int indexOf(JsonNode names, String name) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).asText().equals(name)) {
                return i;
            }
        }
        throw new AssertionError(name + " is not in " + names);
    }

    @Test
    void anAnimalOfOneClassHasNoMccAndTheTableSaysWhy() {
        for (JsonNode model : judged.json().get("models")) {
            assertThat(model.get("perAnimal").get("cow3").isNull()).isTrue();
            assertThat(model.get("perAnimal").get("cow1").isNumber()).isTrue();
        }
        assertThat(run("evaluate", study, "--run", RUN).out())
                .containsPattern("cow3 +20 +-")
                .contains("-: the animal's windows are of one class, and MCC needs two");
    }

    @Test
    void oneSeedHasNoSpread() {
        assertThat(judged.json().get("seeds"))
                .allSatisfy(seed -> assertThat(seed.get("spread").isNull()).isTrue());
        assertThat(run("evaluate", study, "--run", RUN).out()).containsPattern("teacher +-?0\\.\\d{4} +- +");
    }

    @Test
    void noAnswerTableOrFileHoldsANumberThatIsNone() throws Exception {
        assertFinite(judged.out());
        assertFinite(run("evaluate", study, "--run", RUN).out());
        assertFinite(run("evaluate", study, "--run", RUN, "--json").out());
        assertFinite(run("methods", study, "--run", RUN).out());
        assertFinite(run("label-doctor", study, "--run", RUN).out());
        try (var project = Project.open(study)) {
            var workflow = new Workflow(project);
            var sheet = ScoreSheet.of(workflow.comparison(RUN));
            ComparisonTables.of(sheet, workflow.seedsLike(RUN), workflow.methods(RUN))
                    .values()
                    .forEach(PoorStudyTest::assertFinite);
            assertThat(sheet.models())
                    .extracting(ScoreSheet.Line::calibration)
                    .doesNotContainNull()
                    .allMatch((Calibration one) -> one.expectedError() >= 0 && one.expectedError() <= 1);
        }
        assertFinite(Files.readString(study.resolve("runs/" + RUN + "/manifest.json")));
    }

    private static void assertFinite(String text) {
        assertThat(text).isNotBlank().doesNotContainPattern("\\b(NaN|-?Infinity)\\b");
    }

    @Test
    void oneClassIsTooLittleToLearnAndLeavesNoRun() {
        var single = study("single", "cow3_a", "cow4_a");
        assertRefused(tiny(single), single, "20 training windows with 1 different classes", "Label more bouts");
    }

    @Test
    void boutsShorterThanAWindowAreTooLittleDataAndLeaveNoRun() {
        var brief = study("brief", "brief1_a", "brief2_a");
        assertRefused(tiny(brief), brief, "There are 0 windows", "choose a shorter window");
    }

    @Test
    void morePartsThanWindowsAreRefusedWithTheMostThereCanBe() {
        var single = study("parts", "cow3_a", "cow4_a");
        assertRefused(
                tiny(single, "--folds", "random:41", "--leaky-i-know"),
                single,
                "41 parts cannot be made of 40 windows",
                "Ask for 2 to 40 parts");
    }

    private static void assertRefused(CommandRun run, Path where, String... words) {
        assertEquals(1, run.exitCode(), run.err());
        assertThat(run.err()).contains(words);
        assertThat(where.resolve("runs"))
                .satisfiesAnyOf(
                        runs -> assertThat(runs).doesNotExist(),
                        runs -> assertThat(runs).isEmptyDirectory());
        assertEquals("", run.out());
    }
}
