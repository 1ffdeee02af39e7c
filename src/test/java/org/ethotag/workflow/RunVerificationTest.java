package org.ethotag.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ethotag.project.RunManifest;
import org.ethotag.project.Score;
import org.ethotag.workflow.RunVerification.Part;
import org.ethotag.workflow.run.Comparison;
import org.ethotag.workflow.run.RunDraft;
import org.ethotag.workflow.run.RunKind;
import org.junit.jupiter.api.Test;

class RunVerificationTest {
    /** SHA-256 of the three bytes "abc", from FIPS 180-4's examples. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final Comparison NOTHING = new Comparison("", 0, List.of(), List.of(), List.of());

    @Test
    void theSameBytesScoresAndInputsAreTheSameRun() {
        var found = verification(Map.of("a.model", ABC), 0.5, Map.of("dataset", "d"));
        assertThat(found.same()).isTrue();
        assertThat(found.parts())
                .contains(
                        new Part("file a.model", ABC, ABC),
                        new Part("input dataset", "d", "d"),
                        new Part("score teacher mcc", "0.5", "0.5"));
    }

    @Test
    void oneOtherByteOneOtherDigitAndOneOtherInputAreNamed() {
        var found = verification(
                Map.of("a.model", ABC.replace('b', 'c'), "gone.model", ABC), Math.nextUp(0.5), Map.of("dataset", "e"));
        assertThat(found.same()).isFalse();
        assertThat(found.differences())
                .extracting(Part::name)
                .containsExactly("file a.model", "file gone.model", "input dataset", "score teacher mcc");
    }

    @Test
    void anotherEngineIsToldAndIsNoDifference() {
        var found = verification(Map.of("a.model", ABC), 0.5, Map.of("dataset", "d"));
        assertThat(found.versions()).containsEntry("engine", "PyTorch 1, PyTorch 2");
        assertThat(found.same()).isTrue();
    }

    private static RunVerification verification(Map<String, String> files, double score, Map<String, String> inputs) {
        var kept = new RunManifest(
                "teacher-1", "teacher", Instant.EPOCH, Map.of(), inputs, 0, Map.of("engine", "PyTorch 1"));
        var again = new RunDraft(
                RunKind.TEACHER,
                Map.of(),
                Map.of("dataset", "d"),
                0,
                Map.of("engine", "PyTorch 2"),
                Map.of("a.model", new byte[] {'a', 'b', 'c'}),
                NOTHING,
                List.of(new Score("teacher", "mcc", 0.5)));
        return RunVerification.of(kept, files, List.of(new Score("teacher", "mcc", score)), again);
    }
}
