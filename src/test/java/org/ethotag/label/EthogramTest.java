package org.ethotag.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EthogramTest {
    private static final Behaviour GRAZE = new Behaviour("graze", "Grazing", "#009e73", "g", "", true);
    private static final Behaviour REST = new Behaviour("rest", "Resting", "#0072b2", "r", "", true);

    @Test
    void twoBehavioursCannotShareACode() {
        var ethogram = new Ethogram(List.of(GRAZE));
        assertThrows(IllegalArgumentException.class, () -> ethogram.with(GRAZE));
    }

    @Test
    void twoBehavioursCannotShareAKeyInEitherCase() {
        var groom = new Behaviour("groom", "Grooming", "#cc79a7", "G", "", true);
        assertThrows(IllegalArgumentException.class, () -> new Ethogram(List.of(GRAZE, groom)));
    }

    @Test
    void severalBehavioursMayHaveNoKey() {
        var behaviours = Stream.of("a", "b")
                .map(code -> new Behaviour(code, code, "#000000", "", "", true))
                .toList();
        assertEquals(behaviours, new Ethogram(behaviours).behaviours());
    }

    @Test
    void replacingKeepsThePlace() {
        var lie = new Behaviour("lie", "Lying", "#56b4e9", "g", "", true);
        assertEquals(
                List.of(lie, REST),
                new Ethogram(List.of(GRAZE, REST)).replace("graze", lie).behaviours());
    }

    @Test
    void takingABehaviourOutKeepsTheOthers() {
        assertEquals(
                List.of(REST),
                new Ethogram(List.of(GRAZE, REST)).without("graze").behaviours());
    }

    @Test
    void keysAreFoundInEitherCase() {
        assertThat(new Ethogram(List.of(GRAZE, REST)).behaviourForKey("R")).contains(REST);
    }

    @Test
    void newCodesGetTheirFirstFreeLetterAndAnUnusedColour() {
        var ethogram = new Ethogram(List.of(GRAZE, REST)).withAll(List.of("rest", "ruminating"));
        assertEquals(
                List.of(GRAZE, REST, new Behaviour("ruminating", "ruminating", "#e69f00", "u", "", true)),
                ethogram.behaviours());
    }

    @Test
    void howeverManyCodesAreMetKeysStayUniqueAndColoursAreSharedOut() {
        trials(50, random -> {
            var codes = IntStream.range(0, random.nextInt(60))
                    .mapToObj(i -> Integer.toString(random.nextInt(1000), 36))
                    .toList();
            var ethogram = Ethogram.empty().withAll(codes);
            assertEquals(List.copyOf(new LinkedHashSet<>(codes)), ethogram.codes());
            var firstColours = ethogram.behaviours().stream()
                    .limit(Palette.colours().size())
                    .map(Behaviour::colour)
                    .toList();
            assertEquals(firstColours.size(), new HashSet<>(firstColours).size());
        });
    }

    @Test
    void mergingReplacesEqualCodesAndGivesAKeyToTheNewcomer() {
        var mine = new Ethogram(List.of(
                new Behaviour("grazing", "Grazing", "#009e73", "g", "", true),
                new Behaviour("grooming", "Grooming", "#e69f00", "w", "", true)));
        var other = new Ethogram(List.of(
                new Behaviour("walking", "Walking", "#56b4e9", "w", "", true),
                new Behaviour("grazing", "Eating", "#0072b2", "e", "", false)));
        assertEquals(
                List.of(
                        new Behaviour("grazing", "Eating", "#0072b2", "e", "", false),
                        new Behaviour("grooming", "Grooming", "#e69f00", "", "", true),
                        new Behaviour("walking", "Walking", "#56b4e9", "w", "", true)),
                mine.merged(other).behaviours());
    }
}
