package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Palette;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EthogramFileTest {
    @TempDir
    Path folder;

    @Test
    void cattleHaveTheBehavioursOfTheField() {
        assertEquals(
                List.of("grazing", "walking", "ruminating", "resting", "standing", "drinking", "grooming", "other"),
                EthogramFile.template("cattle").codes());
    }

    @Test
    void everyTemplateHasAKeyAndAColourOfThePaletteForEachBehaviour() {
        for (String name : EthogramFile.templates()) {
            assertThat(EthogramFile.template(name).behaviours())
                    .as(name)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(b -> assertThat(b.key()).hasSize(1))
                    .allSatisfy(b -> assertThat(b.description()).isNotBlank())
                    .extracting(Behaviour::colour)
                    .doesNotHaveDuplicates()
                    .allSatisfy(colour -> assertThat(Palette.colours().contains(colour) || colour.equals("#999999"))
                            .isTrue());
        }
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var file = folder.resolve("mine.json");
        EthogramFile.write(file, "Mine", EthogramFile.template("goat"));
        assertEquals(EthogramFile.template("goat"), EthogramFile.read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"behaviours\": 7}",
                "{\"behaviours\": [{}]}",
                "{\"behaviours\": [{\"code\": \"a\", \"colour\": \"red\"}]}",
                "{\"behaviours\": [{\"code\": \"a\", \"colour\": \"#000000\"}, {\"code\": \"a\", \"colour\": \"#000000\"}]}"
            })
    void whatIsNoEthogramIsRefusedWithItsFile(String text) throws IOException {
        var file = Files.writeString(folder.resolve("bad.json"), text);
        var failure = assertThrows(ProblemException.class, () -> EthogramFile.read(file));
        assertEquals(ProjectProblem.ETHOGRAM_UNREADABLE, failure.problem().code());
        assertThat(failure.problem().what()).contains("bad.json");
    }
}
