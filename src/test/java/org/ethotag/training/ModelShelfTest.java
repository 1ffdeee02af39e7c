package org.ethotag.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ethotag.model.StudentModel;
import org.ethotag.testkit.Learners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelShelfTest {
    private static final Map<String, String> RECIPE = Map.of("part", "student", "seed", "1");
    private static final StudentModel STUDENT = Learners.student(4, 16, new Random(1));

    @TempDir
    private Path folder;

    private int learnt;

    @Test
    void aPartIsLearntOnce() {
        assertEquals(STUDENT, student(RECIPE));
        assertEquals(STUDENT, student(RECIPE));
        assertEquals(1, learnt);
    }

    @Test
    void anotherRecipeIsAnotherPart() {
        student(RECIPE);
        student(Map.of("part", "student", "seed", "2"));
        assertEquals(2, learnt);
    }

    @Test
    void withoutAFolderEverythingIsLearnt() {
        ModelShelf.none().student(RECIPE, this::learn);
        ModelShelf.none().student(RECIPE, this::learn);
        assertEquals(2, learnt);
    }

    @Test
    void aDamagedPartIsLearntAgainAndReplaced() throws IOException {
        student(RECIPE);
        var file = part();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertEquals(STUDENT, student(RECIPE));
        assertEquals(STUDENT, student(RECIPE));
        assertEquals(2, learnt);
    }

    @Test
    void logitsComeBackBitForBit() {
        float[][] logits = {{1, -0.0f, Float.MIN_VALUE}, {0.1f, Float.MAX_VALUE, -3}};
        shelf().logits(RECIPE, () -> logits);
        assertArrayEquals(logits, shelf().logits(RECIPE, () -> new float[0][]));
    }

    @Test
    void shortenedLogitsAreAskedForAgain() throws IOException {
        shelf().logits(RECIPE, () -> new float[][] {{1, 2}, {3, 4}});
        Files.write(part(), new byte[] {0, 0, 0, 2, 127, 0, 0, 0});
        assertArrayEquals(new float[][] {{5}}, shelf().logits(RECIPE, () -> new float[][] {{5}}));
    }

    @Test
    void tidyingForgetsOnlyWhatNobodyUses() throws IOException {
        student(RECIPE);
        var now = Files.getLastModifiedTime(part()).toInstant();
        shelf().tidy(now.plus(Duration.ofDays(29)), Duration.ofDays(30));
        assertThat(files()).hasSize(2);
        shelf().tidy(now.plus(Duration.ofDays(31)), Duration.ofDays(30));
        assertThat(files()).isEmpty();
        ModelShelf.at(folder.resolve("not there")).tidy(Instant.EPOCH, Duration.ZERO);
    }

    @Test
    void theRecipeLiesBesideThePartAsText() throws IOException {
        student(RECIPE);
        assertThat(Files.readAllLines(folder.resolve(part().getFileName() + ".txt")))
                .contains("part=student", "seed=1");
    }

    private ModelShelf shelf() {
        return ModelShelf.of(ModelShelf.at(folder).place());
    }

    private StudentModel student(Map<String, String> recipe) {
        return shelf().student(recipe, this::learn);
    }

    private StudentModel learn() {
        learnt++;
        return STUDENT;
    }

    private Path part() throws IOException {
        return files().stream()
                .filter(file -> !file.toString().endsWith(".txt"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
