package org.ethotag.ui.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ethotag.export.ModelBlob;
import org.ethotag.flash.TagProfiles;
import org.ethotag.project.RunManifest;
import org.ethotag.quantization.Advice;
import org.ethotag.quantization.IntegerEngine;
import org.ethotag.quantization.Knob;
import org.ethotag.quantization.LayerName;
import org.ethotag.quantization.QuantizationSettings;
import org.ethotag.quantization.report.Suspect;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.TrainedStudy;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.quantization.QuantizationTrial;
import org.ethotag.workflow.quantization.QuantizationTrial.JudgedWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizationViewModelTest {
    @TempDir
    private static Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final QuantizationViewModel model = new QuantizationViewModel(
            Jobs.immediate(),
            study,
            problems::add,
            (session, range) -> opened.add(session + " " + range),
            () -> new UserFolder(folder.resolve("user")).profiles(),
            () -> folder.resolve("key.pem"));

    @BeforeAll
    static void train() {
        TrainedStudy.create(folder.resolve("study"), folder.resolve("raw"));
    }

    @BeforeEach
    void openStudy() {
        study.open(folder.resolve("study"));
    }

    @AfterEach
    void closeStudy() {
        study.close();
        assertThat(problems).isEmpty();
    }

    private QuantizationTrial trial() {
        return Objects.requireNonNull(model.trialProperty().get());
    }

    @Test
    void aStudentIsReadWhenItsPageIsSeenNotWhenTheStudyOpens() {
        assertThat(model.choice().students()).extracting(RunManifest::id).containsExactly("student-1");
        assertThat(model.benchProperty().get()).isNull();
        model.show(true);
        assertThat(model.benchProperty().get()).isNotNull();
    }

    @Test
    void theAnswersAreThoseOfTheEngineThatRunsNodeByNode() {
        model.show(true);
        var bench = Objects.requireNonNull(model.benchProperty().get());
        var engine = new IntegerEngine(trial().graph());
        int[] expected = Arrays.stream(bench.judged().allIndices())
                .map(i -> IntegerEngine.classOf(
                        engine.logits(trial().graph().counts(bench.judged().valuesG(i)))))
                .toArray();
        assertThat(trial().windows().stream().mapToInt(JudgedWindow::fixedClass).toArray())
                .isEqualTo(expected);
        assertThat(bench.heldOut()).isTrue();
        assertThat(trial().matrix().total()).isEqualTo(bench.judged().size());
    }

    @Test
    void aChangeIsTriedAtOnceAndSaysThatNoTagCarriesIt() {
        model.show(true);
        assertThat(model.canKeep()).isTrue();
        model.choice().change(layer -> layer.withStateBits(6));
        assertThat(trial().graph().gru().stateBits()).isEqualTo(6);
        assertThat(trial().graph().isCarriedByBlob()).isFalse();
        assertThat(model.canKeep()).isFalse();
        model.choice().use(QuantizationSettings.defaults());
        assertThat(trial().graph().isCarriedByBlob()).isTrue();
    }

    @Test
    void oneLayerCanBeChangedAlone() {
        model.show(true);
        model.choice().scopeProperty().set(LayerName.DENSE1);
        model.choice().change(layer -> layer.withWeightBits(8));
        var settings = model.choice().settingsProperty().get();
        assertThat(List.of(
                        settings.gru().weightBits(),
                        settings.dense1().weightBits(),
                        settings.dense2().weightBits()))
                .isEqualTo(List.of(16, 8, 16));
        assertThat(model.canKeep()).isFalse();
    }

    @Test
    void theLookInsideHasEveryGateAtEveryStepAndNoSuspect() {
        model.show(true);
        var findings = Objects.requireNonNull(model.findingsProperty().get());
        var map = HeatMap.of(findings.report(), Quantity.SQNR);
        assertThat(map.rows()).hasSize(9).allMatch(row -> row.steps().size() == 128);
        assertThat(findings.suspects()).hasSize(18).noneMatch(Suspect::isFaulty);
        assertThat(findings.windows()).isEqualTo(trial().windows().size());
    }

    @Test
    void everyFlipSaysFromWhichStepOnItStaysApart() {
        model.show(true);
        model.choice().change(layer -> layer.withStateBits(4).withWeightBits(4));
        var findings = Objects.requireNonNull(model.findingsProperty().get());
        var flips = trial().flips();
        assertThat(flips).isNotEmpty();
        assertThat(findings.divergedAt().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        flips.stream().map(JudgedWindow::index).toList());
        assertThat(findings.divergedAt().values()).allMatch(step -> step >= 0 && step < 128);
        assertThat(flips).allMatch(flip -> flip.floatMargin() >= 0 && flip.confidence() >= 0);
    }

    @Test
    void aWindowOpensWhereItLies() {
        model.show(true);
        var window = trial().windows().get(3);
        model.open(window);
        SampleRange range = window.range();
        assertThat(opened).containsExactly(window.session() + " " + range);
    }

    @Test
    void adviceIsMeasuredForEveryKnob() {
        model.show(true);
        model.choice().change(layer -> layer.withStateBits(4));
        model.advise();
        var advice = Objects.requireNonNull(model.adviceProperty().get());
        assertThat(advice.advice().stream().map(Advice::knob)).containsExactly(Knob.values());
        var state = advice.advice().get(Knob.STATE.ordinal());
        double present = state.outcomes().stream()
                .filter(outcome -> outcome.alternative().present())
                .findFirst()
                .orElseThrow()
                .agreement();
        assertThat(present).isEqualTo(trial().agreement());
        assertThat(state.sentence()).startsWith("Hidden state, 4 bits: ");
    }

    @Test
    void keepingMakesARunWithTheModelThatWasShown() {
        model.show(true);
        model.choice().use(QuantizationSettings.defaults().withWeightBits(8));
        String id = ModelBlob.of(trial().graph()).modelId();
        model.keep();
        var run = study.runs().getLast();
        assertThat(run.kind()).isEqualTo("quantized");
        assertThat(run.inputs()).containsEntry("model.id", id);
    }

    @Test
    void tablesAndPicturesGoIntoOneFolder() throws IOException {
        model.show(true);
        model.saveTables(folder.resolve("tables"), Map.of("graph.png", new byte[] {1, 2}));
        var place = folder.resolve("tables/student-1-quantization");
        assertThat(Files.readAllBytes(place.resolve("graph.png"))).containsExactly(1, 2);
        // one header line each; nine edges over 128 steps
        assertThat(Files.readAllLines(place.resolve("steps.csv"))).hasSize(1 + 9 * 128);
        assertThat(Files.readAllLines(place.resolve("edges.csv"))).hasSize(1 + 11);
        assertThat(Files.readAllLines(place.resolve("windows.csv")))
                .hasSize(1 + trial().windows().size());
        assertThat(Files.readAllLines(place.resolve("suspects.csv"))).hasSize(1 + 18);
    }

    @Test
    void exportWritesBundleBlobAndImageIntoANewFolder() {
        model.show(true);
        model.export(folder.resolve("out"));
        var run = study.runs().getLast();
        var place = folder.resolve("out").resolve(run.id());
        assertThat(List.of("model.gruq", "model-image.bin", "golden-windows.bin", "c"))
                .allMatch(name -> Files.exists(place.resolve(name)));
        assertThat(model.saving().toldProperty().get()).contains(place.toString());
    }

    @Test
    void aKindOfTagThatOnlyTheUserKnowsIsOffered() throws IOException {
        var own = Files.createDirectories(folder.resolve("own/tag-profiles"));
        try (var in = TagProfiles.class.getResourceAsStream("/tag-profiles/virtual.json")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(own.resolve("goat.json"), text.replace("\"virtual\",\n  \"name", "\"goat\",\n  \"name"));
        }
        var choice = new QuantizationViewModel(
                        Jobs.immediate(),
                        study,
                        problems::add,
                        (_, _) -> {},
                        () -> new UserFolder(folder.resolve("own")).profiles(),
                        () -> folder.resolve("key.pem"))
                .choice();
        assertThat(choice.profiles()).containsExactly("collar-cc2650", "ear-nrf52840", "virtual", "goat");
        choice.profileProperty().set("goat");
        assertThat(choice.tag().id()).isEqualTo("goat");
        assertThat(problems).isEmpty();
    }
}
