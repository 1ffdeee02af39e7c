package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.testkit.WrittenStudy;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Bouts set aside by a rule, from the command to the manifest: both numbers, always. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetAsideCommandTest {
    /** Of the forty seconds that cow 2 is labelled twice, in windows of two seconds. */
    private static final int DOUBTFUL_WINDOWS = 20;

    @TempDir
    private static Path folder;

    private UserFolder user;
    private Path study;
    private CommandRun judged;

    @BeforeAll
    void crossValidateWithARule() {
        user = new UserFolder(folder.resolve("user"));
        study = folder.resolve("study");
        var raw = folder.resolve("raw");
        WrittenStudy.create(
                study,
                WrittenStudy.file(raw, "cow1_a", "80 rest 0.02", "80 walk 0.3"),
                WrittenStudy.file(raw, "cow2_a", "80 rest 0.02", "80 walk 0.3"),
                WrittenStudy.file(raw, "cow2_b", "40 walk 0.02"),
                WrittenStudy.file(raw, "cow3_a", "80 rest 0.02", "80 walk 0.3"));
        judged = tiny("crossvalidate", "--hidden", 8, "--student-epochs", 1, "--set-aside", "doubled+nested");
        assertEquals(0, judged.exitCode(), judged.err());
    }

    private CommandRun run(Object... words) {
        return CommandRun.of(user, words);
    }

    private CommandRun tiny(String command, Object... more) {
        var words = new ArrayList<Object>(
                List.of(command, study, "--samples", 20, "--width", 0.0625, "--epochs", 1, "--json"));
        words.addAll(List.of(more));
        return run(words.toArray());
    }

    @Test
    void everyModelAndBaselineHasBothNumbers() {
        var document = judged.json();
        assertThat(document.get("models")).hasSize(4).allSatisfy(SetAsideCommandTest::assertTwoNumbers);
        assertThat(document.get("baselines")).hasSize(2).allSatisfy(SetAsideCommandTest::assertTwoNumbers);
    }

    private static void assertTwoNumbers(JsonNode model) {
        var aside = model.get("setAside");
        assertThat(model.get("mcc").isNumber()).isTrue();
        assertThat(aside.get("mcc").isNumber()).isTrue();
        assertEquals("doubled+nested", aside.get("rule").asText());
        assertEquals(1, aside.get("bouts").asInt());
        assertEquals(DOUBTFUL_WINDOWS, aside.get("windows").asInt());
    }

    @Test
    void ofTheConfusionMatrixTheDoubtfulWindowsAloneAreMissing() {
        for (JsonNode model : judged.json().get("models")) {
            int walk = model.get("classes").get(0).asText().equals("walk") ? 0 : 1;
            int rest = 1 - walk;
            assertEquals(
                    sum(model.get("confusion").get(rest)),
                    sum(model.get("setAside").get("confusion").get(rest)));
            assertEquals(
                    sum(model.get("confusion").get(walk)) - DOUBTFUL_WINDOWS,
                    sum(model.get("setAside").get("confusion").get(walk)));
        }
    }

    private static int sum(JsonNode row) {
        int sum = 0;
        for (JsonNode cell : row) {
            sum += cell.asInt();
        }
        return sum;
    }

    @Test
    void theManifestHasTheRuleItsWordsAndTheHashOfTheList() throws Exception {
        var document = judged.json();
        assertEquals(
                "doubled+nested", document.get("settings").get("windows.aside").asText());
        assertThat(document.get("settings").get("aside.rule").asText()).startsWith("bouts that another recording");
        var list = Files.readAllBytes(study.resolve("runs/crossvalidation-1/set-aside.csv"));
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)),
                document.get("inputs").get("aside.sha256").asText());
        assertThat(new String(list, StandardCharsets.UTF_8).lines().skip(1))
                .singleElement()
                .asString()
                .contains("cow2,walk,0,400,aside,1 3,\"labelled rest too: shares 40 s with cow2_a\"".replace("\"", ""));
    }

    @Test
    void theMethodsTextSaysTheRuleTheBoutsAndBothNumbers() {
        assertThat(run("methods", study, "--run", "crossvalidation-1").out())
                .contains("Set aside by the rule doubled+nested: bouts that another recording")
                .contains("These are 1 bout of 1 animal. 20 of 260 judged windows share a sample with one.")
                .contains("every fold looked for its own among its training animals alone")
                .contains("The same without the windows set aside: teacher ")
                .contains("of the list of bouts set aside ");
    }

    @Test
    void theLogAsCommandsAsksForTheSameRule() {
        assertThat(run("log", study, "--commands").out()).contains("--set-aside=doubled+nested");
    }

    @Test
    void theRunIsMadeAgainByteForByteTheListIncluded() {
        var again = run("verify-run", study, "--run", "crossvalidation-1");
        assertEquals(0, again.exitCode(), again.err() + again.out());
        assertThat(again.out()).contains("set-aside.csv");
    }

    @Test
    void aTeacherAndItsStudentsLearnWithoutTheSameBouts() {
        var teacher = tiny("train", "--hold-out", "cow3", "--set-aside", "all");
        assertEquals(0, teacher.exitCode(), teacher.err());
        var id = teacher.json().get("run").asText();
        var students = run("distil", study, "--teacher", id, "--hidden", 8, "--epochs", 1, "--json");
        assertEquals(0, students.exitCode(), students.err());
        var student = students.json().get("run").asText();
        assertEquals(
                teacher.json().get("inputs").get("aside.sha256"),
                students.json().get("inputs").get("aside.sha256"));
        var quantized = run("quantize", study, "--student", student, "--json");
        assertEquals(0, quantized.exitCode(), quantized.err());
        for (var models : List.of(teacher.json(), students.json(), quantized.json())) {
            assertThat(models.get("models")).isNotEmpty().allSatisfy(model -> {
                assertEquals(0, model.get("setAside").get("windows").asInt(), "cow 3 has no doubtful bout");
                assertEquals(model.get("mcc"), model.get("setAside").get("mcc"));
            });
        }
        assertThat(run("evaluate", study, "--run", student).out()).contains("MCC set aside");
    }

    @Test
    void aRunThatLearntFromEverythingIsJudgedBothWaysAndSaysSo() {
        var plain = tiny("crossvalidate", "--hidden", 8, "--student-epochs", 1);
        var id = plain.json().get("run").asText();
        assertThat(plain.json().get("models")).noneMatch(model -> model.has("setAside"));
        var again = run("evaluate", study, "--run", id, "--set-aside", "nested", "--json");
        assertThat(again.json().get("models")).allSatisfy(model -> {
            assertThat(model.get("setAside").get("learntFrom").asBoolean()).isTrue();
            assertEquals(DOUBTFUL_WINDOWS, model.get("setAside").get("windows").asInt());
        });
        assertThat(run("evaluate", study, "--run", id, "--set-aside", "nested").out())
                .contains("models learnt from these bouts all the same");
    }

    @Test
    void aRuleThatIsNoneIsAWrongUseAndASweepRefusesRules() throws IOException {
        var wrong = tiny("train", "--set-aside", "contradicted");
        assertEquals(2, wrong.exitCode());
        assertThat(wrong.err()).contains("--set-aside", "would make every model look better");
        var sweep = run("sweep", study, "--samples", 20, "--with", "windows.aside=nested");
        assertEquals(1, sweep.exitCode());
        assertThat(sweep.err()).contains("A sweep cannot set bouts aside");
        try (var runs = Files.list(study.resolve("runs"))) {
            assertThat(runs.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("sweep"));
        }
    }
}
