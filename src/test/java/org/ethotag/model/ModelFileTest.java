package org.ethotag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    @Test
    void aStudentComesBackAsItWas(@TempDir Path folder) {
        var student = Learners.student(8, 16, new Random(1));
        ModelFile.write(student, folder.resolve("a.model"));
        assertEquals(student, ModelFile.readStudent(folder.resolve("a.model")));
    }

    @Test
    void aTeacherComesBackAsItWas(@TempDir Path folder) {
        var teacher = Learners.teacher(16, new Random(1));
        ModelFile.write(teacher, folder.resolve("a.model"));
        assertEquals(teacher, ModelFile.readTeacher(folder.resolve("a.model")));
    }

    @Test
    void writingLeavesNothingButTheFile(@TempDir Path folder) throws Exception {
        ModelFile.write(Learners.student(4, 16, new Random(1)), folder.resolve("a.model"));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.model"));
        }
    }

    @Test
    void theHashTellsModelsApart() {
        var one = Learners.student(4, 16, new Random(1));
        assertEquals(ModelFile.modelHash(one), ModelFile.modelHash(Learners.student(4, 16, new Random(1))));
        assertNotEquals(ModelFile.modelHash(one), ModelFile.modelHash(Learners.student(4, 16, new Random(2))));
    }

    @Test
    void aTeacherIsNotTakenForAStudent() {
        var bytes = ModelFile.bytes(Learners.teacher(16, new Random(1)));
        assertProblem(ModelProblem.OTHER_KIND, bytes);
    }

    @Test
    void anotherVersionIsRefused() {
        var bytes = ModelFile.bytes(Learners.student(4, 16, new Random(1)));
        bytes[4] = 2;
        assertProblem(ModelProblem.OTHER_VERSION, bytes);
    }

    @Test
    void everyCutIsRefused() {
        var bytes = ModelFile.bytes(Learners.student(4, 16, new Random(1)));
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ModelFile.student(cut)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void changedBytesAreRefusedEvenWithARightChecksum() {
        var bytes = ModelFile.bytes(Learners.student(4, 16, new Random(1)));
        trials(2000, random -> {
            var changed = bytes.clone();
            int at = ModelWriter.HEADER_BYTES + random.nextInt(120);
            changed[at] = (byte) random.nextInt(256);
            repairChecksum(changed);
            try {
                assertEquals(changed.length, ModelFile.bytes(ModelFile.student(changed)).length);
            } catch (ProblemException expected) {
                assertThat(expected.problem().code()).isEqualTo(ModelProblem.DAMAGED);
            }
        });
    }

    @Test
    void aFileThatIsNotThereIsAProblem(@TempDir Path folder) {
        assertThatThrownBy(() -> ModelFile.readStudent(folder.resolve("none.model")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(
                                ModelProblem.UNREADABLE, failure.problem().code()));
    }

    private static void repairChecksum(byte[] bytes) {
        var checksum = new java.util.zip.CRC32();
        checksum.update(bytes, ModelWriter.HEADER_BYTES, bytes.length - ModelWriter.HEADER_BYTES);
        for (int i = 0; i < 4; i++) {
            bytes[12 + i] = (byte) (checksum.getValue() >> (8 * i));
        }
    }

    private static void assertProblem(ModelProblem expected, byte[] bytes) {
        assertThatThrownBy(() -> ModelFile.student(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(expected, failure.problem().code()));
    }
}
