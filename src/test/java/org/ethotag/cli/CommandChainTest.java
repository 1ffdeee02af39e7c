package org.ethotag.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.job.JobMonitor;
import org.ethotag.sample.HerdGenerator;
import org.ethotag.sample.HerdSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From raw files to a verified tag as a script does it, with networks small enough for a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.Random.class)
class CommandChainTest {

    @TempDir
    private static Path folder;

    private Path study;
    private Path exported;
    private CommandRun imported;
    private CommandRun trained;
    private CommandRun distilled;
    private CommandRun quantized;
    private CommandRun written;

    @BeforeAll
    void runTheChain() {
        study = folder.resolve("study");
        exported = folder.resolve("exported");
        var files = new HerdGenerator(HerdSettings.sampleData().lasting(Duration.ofMinutes(4)))
                .writeAll(folder.resolve("raw"), JobMonitor.unwatched());
        var importing = new ArrayList<Object>(List.of("import", study));
        importing.addAll(files.subList(0, 4));
        importing.addAll(List.of("--name-pattern", "(?<animal>\\w+)", "--json"));
        imported = CommandRun.of(importing.toArray());
        trained = CommandRun.of(QuickTeacher.words(study, "--json"));
        distilled = CommandRun.of("distil", study, "--teacher", "teacher-1", "--hidden", 6, "--epochs", 2, "--json");
        quantized = CommandRun.of("quantize", study, "--student", "student-1", "--json");
        written = CommandRun.of(
                "export",
                study,
                "--quantized",
                "quantized-1",
                "--out",
                exported,
                "--key",
                folder.resolve("key.pem"),
                "--json");
    }

    @Test
    void importTellsRowsSessionsAnimalsRateAndFindings() {
        assertEquals(0, imported.exitCode(), imported.err());
        var document = imported.json();
        assertEquals(4 * 4 * 60 * 50, document.get("rows").asLong());
        assertEquals(4, document.get("sessions").asInt());
        assertThat(texts(document.get("animals"))).containsExactly("cow01", "cow02", "cow03", "cow04");
        assertEquals(50, document.get("rate").get(0).asDouble());
        assertThat(document.has("findings")).isTrue();
        assertThat(document.get("files").get(0).get("sha256").asText()).hasSize(64);
    }

    @Test
    void windowsAreCountedPerBehaviourAndAnimal() {
        var run = CommandRun.of("windows", study, "--samples", 128, "--classes", QuickTeacher.CLASSES, "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertThat(run.json().get("windows").asInt()).isPositive();
        assertThat(run.json().get("classes").size()).isEqualTo(4);
        assertThat(CommandRun.of("windows", study, "--samples", 128).out()).contains("grazing", "cow04");
        var table = study.resolveSibling("windows.csv");
        CommandRun.of("windows", study, "--samples", 128, "--classes", QuickTeacher.CLASSES, "--table", table);
        assertThat(table).content().hasLineCount(run.json().get("windows").asInt() + 1);
    }

    @Test
    void aTeacherIsJudgedOnTheAnimalHeldOut() {
        assertEquals(0, trained.exitCode(), trained.err());
        var models = trained.json().get("models");
        assertThat(names(models)).containsExactly("teacher");
        assertThat(fields(models.get(0).get("perAnimal"))).containsExactly("cow03");
        assertThat(models.get(0).get("protocol").asText()).contains("cow03");
        assertEquals(7, models.get(0).get("seed").asLong());
    }

    @Test
    void aStudentWithoutTheTeacherIsAlwaysThereForComparison() {
        assertEquals(0, distilled.exitCode(), distilled.err());
        assertThat(names(distilled.json().get("models"))).containsExactly("teacher", "student", "distilled");
    }

    @Test
    void everyModelHasEveryKeyOfTheContract() {
        assertEquals(0, quantized.exitCode(), quantized.err());
        var models = quantized.json().get("models");
        assertThat(names(models)).containsExactly("teacher", "student", "distilled", "fixed");
        for (JsonNode model : models) {
            assertThat(fields(model))
                    .contains(
                            "name",
                            "mcc",
                            "accuracy",
                            "macroF1",
                            "perClass",
                            "perAnimal",
                            "confusion",
                            "classes",
                            "bytes",
                            "multiplications",
                            "seed");
            assertEquals(4, model.get("confusion").size());
            assertEquals(4, model.get("confusion").get(0).size());
            assertThat(model.get("bytes").asLong()).isPositive();
            assertThat(model.get("multiplications").asLong()).isPositive();
        }
        assertThat(quantized.json().get("layers").size()).isPositive();
    }

    @Test
    void evaluateRepeatsWhatTheRunSaid() {
        var run = CommandRun.of("evaluate", study, "--run", "quantized-1", "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(quantized.json().get("models"), run.json().get("models"));
    }

    @Test
    void evaluateOnUnseenAnimalsGivesTheSameAnswersAgain() {
        var run = CommandRun.of("evaluate", study, "--run", "quantized-1", "--animals", "cow03", "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                quantized.json().get("models").get(3).get("confusion"),
                run.json().get("models").get(3).get("confusion"));
    }

    @Test
    void evaluateRefusesAnimalsThatWereLearntFrom() {
        var run = CommandRun.of("evaluate", study, "--run", "teacher-1", "--animals", "cow01,cow03");
        assertEquals(1, run.exitCode());
        assertThat(run.err()).contains("cow01").doesNotContain("cow03");
    }

    @Test
    void classWeightsChangeTheTeacherAndAreKeptInTheRun() {
        var run = CommandRun.of(QuickTeacher.words(study, "--class-weights", "--json"));
        assertEquals(
                "true", run.json().get("settings").get("teacher.classWeights").asText());
        assertThat(losses(run)).hasSize(2).isNotEqualTo(losses(trained));
    }

    @Test
    void theSameSeedGivesTheSameTeacherAndReport() {
        var again = CommandRun.of(QuickTeacher.words(study, "--json"));
        assertEquals(trained.json().get("models"), again.json().get("models"));
    }

    @Test
    void theExportedModelClassifiesARawFile() throws IOException {
        assertEquals(0, written.exitCode(), written.err());
        assertThat(exported).isDirectoryContaining("glob:**model-image.bin");
        assertThat(exported.resolve("c")).isDirectoryContaining("glob:**main.c");
        var run = CommandRun.of("classify", "--blob", exported.resolve("model.gruq"), "--csv", rawFile(), "--json");
        assertEquals(0, run.exitCode(), run.err());
        var windows = run.json().get("windows");
        assertEquals(4 * 60 * 50 / 128, windows.size());
        assertEquals(4, windows.get(0).get("logits").size());
        var line = CommandRun.of("classify", "--blob", exported.resolve("model.gruq"), "--csv", rawFile())
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
        assertThat(line).matches("0 [a-z]+( -?[0-9]+){4}");
    }

    @Test
    void aQuantizationForStudyIsJudgedAndKeptButNeverExported() {
        var run = CommandRun.of(
                "quantize",
                study,
                "--student",
                "student-1",
                "--hidden-bits",
                8,
                "--table",
                256,
                "--no-interpolation",
                "--layer",
                "dense2:scales=row",
                "--json");
        assertEquals(0, run.exitCode(), run.err());
        assertThat(names(run.json().get("models"))).containsExactly("teacher", "student", "distilled", "fixed");
        assertEquals(false, run.json().get("carriedByBlob").asBoolean());
        assertEquals(true, quantized.json().get("carriedByBlob").asBoolean());
        assertThat(run.json().get("studyOnly").valueStream().map(JsonNode::asText))
                .containsExactly(
                        "its rows have scales of their own",
                        "the state has 8 bits instead of 16",
                        "its tables have 256 cells instead of 512",
                        "its tables are read without interpolation");
        var id = run.json().get("run").asText();
        var nowhere = folder.resolve("nowhere");
        var export = CommandRun.of("export", study, "--quantized", id, "--out", nowhere);
        assertEquals(1, export.exitCode());
        assertThat(export.err().lines().filter(line -> !line.contains(" % "))).hasSize(3);
        assertThat(export.err()).contains("the state has 8 bits instead of 16");
        assertThat(nowhere).doesNotExist();
        var again = CommandRun.of("evaluate", study, "--run", id, "--animals", "cow03", "--json");
        assertEquals(
                run.json().get("models").get(3).get("confusion"),
                again.json().get("models").get(3).get("confusion"));
    }

    @Test
    void settingsThatNothingKnowsAreWrongUsage() {
        for (var wrong : List.of(
                List.of("--weights", "40"),
                List.of("--table", "500"),
                List.of("--scales", "nose"),
                List.of("--layer", "nose:weights=8"),
                List.of("--layer", "gru:weights"),
                List.of("--layer", "gru:interpolation=perhaps"))) {
            var run = CommandRun.of("quantize", study, "--student", "student-1", wrong.get(0), wrong.get(1));
            assertEquals(2, run.exitCode(), run.err());
        }
    }

    @Test
    void anExportNeverMixesWithOtherFiles() {
        var again = CommandRun.of("export", study, "--quantized", "quantized-1", "--out", exported);
        assertEquals(1, again.exitCode());
        assertThat(again.err().lines()).hasSize(3);
    }

    @Test
    void crossValidationPoolsEveryAnimal() {
        var run = crossValidation();
        assertEquals(0, run.exitCode(), run.err());
        var models = run.json().get("models");
        assertThat(names(models)).containsExactly("teacher", "student", "distilled", "fixed");
        assertThat(fields(models.get(3).get("perAnimal"))).containsExactly("cow01", "cow02", "cow03", "cow04");
        assertThat(models.get(0).get("protocol").asText()).contains("leave one animal out");
        var baselines = run.json().get("baselines");
        assertThat(baselines.get("majority").get("mcc").asDouble())
                .isLessThanOrEqualTo(0); // a constant per fold knows nothing of the animal left out
        assertThat(baselines.get("tree").get("mcc").asDouble()).isBetween(0.2, 1.0);
    }

    @Test
    void evaluatingACrossValidationShowsIntervalsPairsBaselinesAndWhatSeedsAllowToSay() {
        var made = crossValidation("--seeds", "0");
        var id = made.json().get("run").asText();
        var run = CommandRun.of("evaluate", study, "--run", id, "--json");
        assertEquals(0, run.exitCode(), run.err());
        var teacher = run.json().get("models").get(0);
        double mcc = teacher.get("mcc").asDouble();
        assertThat(teacher.get("mccInterval").get("low").asDouble()).isLessThanOrEqualTo(mcc);
        assertThat(teacher.get("mccInterval").get("high").asDouble()).isGreaterThanOrEqualTo(mcc);
        assertThat(fields(teacher.get("mccPerClass"))).isEqualTo(fields(teacher.get("perClass")));
        assertThat(teacher.get("calibration").get("ece").asDouble()).isBetween(0.0, 1.0);
        assertThat(fields(run.json().get("baselines"))).containsExactly("majority", "tree");
        assertEquals(6, run.json().get("pairs").size()); // four models, two at a time
        var pair = run.json().get("pairs").get(0);
        assertThat(pair.get("mccDifference").asDouble())
                .isCloseTo(mcc - run.json().get("models").get(1).get("mcc").asDouble(), within(1e-12));
        assertThat(run.json().get("verdicts").valueStream().map(JsonNode::asText))
                .allMatch(words -> !words.contains("better"));
        assertEquals(false, run.json().get("outdated").asBoolean());
        var words = CommandRun.of("evaluate", study, "--run", id).out();
        assertThat(words)
                .contains("leave one animal out", "cow01, cow02, cow03, cow04", "seed 0", "baseline tree", "McNemar p");
        assertThat(words).doesNotContain("better");
    }

    @Test
    void everyKindOfRunComesOutTheSameByteForByte() {
        crossValidation("--seeds", "0");
        for (String id : List.of("teacher-1", "student-1", "quantized-1", "crossvalidation-1")) {
            var run = CommandRun.of("verify-run", study, "--run", id, "--json");
            assertEquals(0, run.exitCode(), run.err());
            assertEquals(true, run.json().get("same").asBoolean());
            assertThat(run.json().get("compared").valueStream().map(JsonNode::asText))
                    .contains(
                            "file predictions.csv",
                            "file probabilities.bin",
                            "input dataset.sha256",
                            "score teacher mcc");
        }
        assertThat(CommandRun.of("verify-run", study, "--run", "teacher-1").out())
                .contains("file teacher.model", "came out the same, byte for byte");
    }

    @Test
    void theMethodsParagraphHasEveryNumberThatAReviewerAsksFor() {
        var id = crossValidation("--seeds", "0").json().get("run").asText();
        var text = CommandRun.of("methods", study, "--run", id).out();
        assertThat(text)
                .contains(
                        "50 samples per second",
                        "windows of 128 samples (2.56 s) every 128 samples",
                        "leave one animal out",
                        "cow01, cow02, cow03, cow04",
                        "one GRU layer of 4 units",
                        "AdamW",
                        "1 epochs of batches of 64",
                        "temperature 4.0",
                        "weights have 16 bits",
                        "2000 bootstrap draws",
                        "p of McNemar's exact test",
                        "majority",
                        "one seed, 0; no ranking",
                        "engine PyTorch",
                        "verify-run STUDY --run " + id);
        assertThat(text).doesNotContain("better", "null", "NaN");
        assertThat(CommandRun.of("methods", study, "--run", "quantized-1").out())
                .contains("residual network", "one GRU layer", "weights have");
    }

    @Test
    void aRandomSplitTakesAWordAndSaysSoOnItsResult() {
        var refused = crossValidation("--folds", "random:2");
        assertEquals(2, refused.exitCode());
        assertThat(refused.err()).contains("--leaky-i-know");
        var run = crossValidation("--folds", "random:2", "--leaky-i-know");
        assertEquals(0, run.exitCode(), run.err());
        assertThat(run.json()
                        .get("models")
                        .valueStream()
                        .map(model -> model.get("protocol").asText()))
                .allMatch(words -> words.startsWith("LEAKY"));
        assertThat(run.json().get("settings").get("leaks").asText()).contains("animals that are also learnt from");
        var again =
                CommandRun.of("evaluate", study, "--run", run.json().get("run").asText());
        assertThat(again.out()).contains("LEAKY");
    }

    @Test
    void crossValidationOverSeedsListsFlipsAndSpread() throws IOException {
        var flips = folder.resolve("flips.csv");
        var first = crossValidation("--seeds", "1,2", "--weights", "16,8", "--flips", flips);
        assertEquals(0, first.exitCode(), first.err());
        var models = first.json().get("models");
        assertThat(names(models).subList(0, 5))
                .containsExactly("teacher", "student", "distilled", "fixed", "fixed-int8");
        assertEquals(10, models.size());
        assertEquals(models.get(0).get("mcc"), models.get(5).get("mcc")); // one teacher for both seeds
        assertThat(models.get(6).get("seed").asInt()).isEqualTo(2);
        assertThat(models.get(6).get("protocol").asText()).contains("teachers of seed 1");
        var student = first.json().get("seeds").get(1);
        double one = models.get(1).get("mcc").asDouble();
        double two = models.get(6).get("mcc").asDouble();
        assertThat(student.get("mean").asDouble()).isCloseTo((one + two) / 2, within(1e-12));
        assertThat(student.get("spread").asDouble()).isCloseTo(Math.abs(one - two) / Math.sqrt(2), within(1e-12));
        assertThat(Files.readAllLines(flips).getFirst())
                .isEqualTo("model,seed,window,animal,session,from,to,start s,truth,float,fixed,margin");
        var text = Files.readString(flips);
        var again = crossValidation("--seeds", "1,2", "--weights", "16,8", "--flips", flips);
        assertEquals(models, again.json().get("models"));
        assertEquals(text, Files.readString(flips));
        assertThat(again.err()).doesNotContain("Training, epoch"); // everything was kept
    }

    private CommandRun crossValidation(Object... more) {
        var arguments = new ArrayList<Object>(
                List.of("crossvalidate", study, "--classes", QuickTeacher.CLASSES, "--samples", 128));
        arguments.addAll(List.of("--hidden", "4", "--width", 0.0625, "--epochs", 1, "--student-epochs", 1));
        arguments.addAll(List.of("--processes", 1, "--json"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    @Test
    void aStudentThatLearntOnWithIntegersIsQuantizedLikeAnyOther() {
        var aware = CommandRun.of(
                "distil",
                study,
                "--teacher",
                "teacher-1",
                "--hidden",
                6,
                "--epochs",
                1,
                "--quantization-aware",
                "--weights",
                8,
                "--aware-epochs",
                2,
                "--json");
        assertEquals(0, aware.exitCode(), aware.err());
        assertThat(aware.err()).contains("aware-int8, epoch 2 of 2");
        assertThat(aware.json().get("settings").get("aware.weightBits").asText())
                .isEqualTo("[8]");
        var run = aware.json().get("run").asText();
        var integers = CommandRun.of("quantize", study, "--student", run, "--weights", 8, "--json");
        assertEquals(0, integers.exitCode(), integers.err());
    }

    @Test
    void labelsGoOutAndComeBackUnchanged() throws IOException {
        var file = folder.resolve("labels.csv");
        var out = CommandRun.of("labels", "export", study, file, "--session", "cow02", "--format", "csv", "--json");
        assertEquals(0, out.exitCode(), out.err());
        var text = Files.readString(file);
        assertEquals(
                0,
                CommandRun.of("labels", "import", study, file, "--session", "cow02")
                        .exitCode());
        CommandRun.of("labels", "export", study, file, "--session", "cow02");
        assertEquals(text, Files.readString(file));
        assertThat(text.lines().count()).isEqualTo(out.json().get("bouts").asInt() + 1);
    }

    private Path rawFile() throws IOException {
        try (var files = Files.list(folder.resolve("raw"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static List<String> losses(CommandRun run) {
        return run.err()
                .lines()
                .filter(line -> line.startsWith("teacher, epoch"))
                .toList();
    }

    private static List<String> names(JsonNode models) {
        var names = new ArrayList<String>();
        models.forEach(model -> names.add(model.get("name").asText()));
        return names;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static List<String> fields(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
