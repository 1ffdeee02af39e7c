package org.ethotag.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
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
    void everyTemplateNamesThePublishedDefinitionsItFollows() {
        for (String name : EthogramFile.templates()) {
            assertThat(EthogramFile.source(name)).as(name).containsPattern("[A-Z][a-z]+.* (19|20)\\d\\d, ");
        }
    }

    /** State events only; behaviours that exclude each other name each other, as BORIS's matrix does. */
    @Test
    void anEthogramGoesOutAsABorisProjectAndComesBack() {
        var file = folder.resolve("mine.boris");
        var own = new Ethogram(List.of(
                new Behaviour("graze", "graze", "#009e73", "g", "Head down.", true),
                new Behaviour("rest", "rest", "#0072b2", "r", "", true),
                new Behaviour("chew", "chew", "#d55e00", "", "", false)));
        EthogramFile.write(file, "Mine", own);
        assertEquals(own, EthogramFile.read(file));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var file = folder.resolve("mine.json");
        EthogramFile.write(file, "Mine", EthogramFile.template("goat"));
        assertEquals(EthogramFile.template("goat"), EthogramFile.read(file));
    }

    /** The fields of a BORIS project file, as its user guide and public test projects have them. */
    @Test
    void theEthogramOfABorisProjectIsRead() throws IOException {
        var file = Files.writeString(folder.resolve("mine.boris"), """
                {"project_name": "x", "behaviors_conf": {
                 "0": {"type": "State event", "key": "g", "code": "grazing", "description": "head down", "color": "#009e73",
                       "category": "", "excluded": "walking", "modifiers": {}},
                 "1": {"type": "State event", "key": "G", "code": "walking", "description": "", "color": "", "excluded": ""},
                 "2": {"type": "Point event", "key": "", "code": "cough", "description": "", "excluded": ""}}}
                """);
        assertEquals(
                List.of(
                        new Behaviour("grazing", "grazing", "#009e73", "g", "head down", true),
                        new Behaviour("walking", "walking", "#e69f00", "", "", false),
                        new Behaviour("cough", "cough", "#56b4e9", "", "", false)),
                EthogramFile.read(file).behaviours());
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
