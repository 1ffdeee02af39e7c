package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ethotag.testkit.WrittenStudy.file;
import static org.ethotag.testkit.WrittenStudy.then;
import static org.ethotag.testkit.WrittenStudy.times;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.dataset.Dataset;
import org.ethotag.dataset.Fold;
import org.ethotag.dataset.Split;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.Project;
import org.ethotag.review.AsideRule;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.WrittenStudy;
import org.ethotag.workflow.run.RunProblem;
import org.ethotag.workflow.run.SetAside;
import org.ethotag.workflow.run.SetAside.AsideBout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingAsideTest {
    /** Two seconds. */
    private static final WindowSettings WINDOWS = new WindowSettings(20, 20, 1, "");

    private static final AsideRule IMPLAUSIBLE = AsideRule.parse("implausible");

    @TempDir
    Path folder;

    private record Divided(Dataset dataset, List<Fold> folds, SetAside aside, List<Fold> learning) {
        /** What is not learnt from in a fold. */
        List<String> notLearnt(int fold) {
            return aside.bouts().stream()
                    .filter(bout -> bout.folds().contains(fold))
                    .map(SettingAsideTest::text)
                    .toList();
        }

        List<String> judgedWithout() {
            return aside.judgedBouts().stream().map(SettingAsideTest::text).toList();
        }
    }

    private static String text(AsideBout bout) {
        return bout.animal() + " " + bout.behaviour() + " from " + bout.range().from();
    }

    /** Four seconds each: six bouts of an animal are too few to say what is usual in it alone. */
    private static String[] usual() {
        return bouts(6, 0.02);
    }

    /** Bouts of four seconds with some spread, each with five seconds without a label after it. */
    private static String[] bouts(int count, double restG) {
        return IntStream.range(0, count)
                .mapToObj(i -> times(1, "4 rest " + restG * (1 + 0.1 * (i % 6)), "4 walk " + 0.3 * (1 + 0.1 * (i % 6))))
                .flatMap(Stream::of)
                .toArray(String[]::new);
    }

    private Divided divided(String name, AsideRule rule, Path... files) {
        var study = folder.resolve(name);
        WrittenStudy.create(study, files);
        try (var project = Project.open(study)) {
            var dataset =
                    StudyWindows.of(project, WINDOWS, JobMonitor.unwatched()).dataset();
            var folds = Split.leaveOneAnimalOut(dataset);
            var aside = SettingAside.of(project, rule, dataset, folds, JobMonitor.unwatched());
            return new Divided(dataset, folds, aside, aside.learning(dataset, folds));
        }
    }

    /** Cow 1 has one lively rest. Whether that is unusual depends on what else is called rest in the herd. */
    private Divided withCow3(String name, String[] cow3) {
        return divided(
                name,
                IMPLAUSIBLE,
                file(folder.resolve(name + " raw"), "cow1_a", then(usual(), "4 rest 0.4")),
                file(folder.resolve(name + " raw"), "cow2_a", usual()),
                file(folder.resolve(name + " raw"), "cow3_a", cow3));
    }

    @Test
    void labelsOfTheJudgedAnimalHaveNoSayInWhatIsLearntFrom() {
        var sound = withCow3("sound", usual());
        var wild = withCow3("wild", bouts(20, 0.4));
        var odd = List.of("cow1 rest from 1080");
        assertEquals(odd, sound.judgedWithout());
        assertThat(wild.judgedWithout())
                .as("among all bouts lively rests are the usual ones")
                .doesNotContainAnyElementsOf(odd);
        int cow3 = 2;
        assertEquals(odd, sound.notLearnt(cow3));
        assertEquals(odd, wild.notLearnt(cow3), "cow 3 is judged: its labels change nothing");
        int cow2 = 1;
        assertEquals(odd, sound.notLearnt(cow2));
        assertThat(wild.notLearnt(cow2))
                .as("cow 3 is learnt from: its labels count")
                .doesNotContainAnyElementsOf(odd);
        assertEquals(List.of(), sound.notLearnt(0), "cow 1 is judged and not learnt from");
    }

    @Test
    void windowsOfABoutThatIsSetAsideAreJudgedAndNotLearntFrom() {
        var divided = withCow3("sides", usual());
        var odd = divided.aside().judged();
        var dataset = divided.dataset();
        assertEquals(2, dataset.windows().stream().filter(odd).count());
        for (int i = 0; i < divided.folds().size(); i++) {
            var whole = divided.folds().get(i);
            var learning = divided.learning().get(i);
            assertThat(learning.test()).containsExactly(whole.test());
            assertThat(learning.train())
                    .containsExactly(IntStream.of(whole.train())
                            .filter(w -> !odd.test(dataset.windows().get(w)))
                            .toArray());
        }
    }

    @Test
    void theListOpensInASpreadsheetAndComputesNothing() {
        var aside = new SetAside(
                AsideRule.all(),
                false,
                List.of(new AsideBout(
                        "s1",
                        "=cow, 1",
                        "-graze",
                        new SampleRange(5, 90),
                        true,
                        Set.of(0, 12),
                        List.of("filed twice: shares 9 s with \"a\"", "too still"))));
        assertThat(new String(aside.csv(), StandardCharsets.UTF_8))
                .contains("s1,\"'=cow, 1\",'-graze,5,90,aside,1 13,");
    }

    @Test
    void aRuleThatLeavesNothingOfAClassSaysWhichClassAndFold() {
        var raw = folder.resolve("raw");
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> divided(
                        "nothing",
                        AsideRule.parse("nested"),
                        file(raw, "cow1_a", usual()),
                        file(raw, "cow2_a", "60 rest 0.02", "20 walk 0.3"),
                        file(raw, "cow2_b", "30 groom 0.1"),
                        file(raw, "cow3_a", "60 rest 0.02", "20 walk 0.3"),
                        file(raw, "cow3_b", "30 groom 0.1")));
        assertEquals(RunProblem.ASIDE_LEAVES_NOTHING, problem.problem().code());
        assertThat(problem.problem().what()).contains("groom", "nested", "cow1");
    }
}
