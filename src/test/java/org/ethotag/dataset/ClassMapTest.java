package org.ethotag.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.ethotag.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassMapTest {
    private static final ClassMap COWS =
            ClassMap.parse("grazing=Grazing, walking=Walking,resting=Resting + Standing,other=*");

    @Test
    void classesKeepTheirOrder() {
        assertThat(COWS.classes()).containsExactly("grazing", "walking", "resting", "other");
    }

    @Test
    void severalBehavioursMakeOneClass() {
        assertThat(List.of(COWS.classOf("Resting"), COWS.classOf("Standing")))
                .containsExactly(OptionalInt.of(2), OptionalInt.of(2));
    }

    @Test
    void theStarTakesEveryOtherBehaviour() {
        assertThat(COWS.classOf("Licking")).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void theStarGivesWayToClassesBehindIt() {
        assertThat(ClassMap.parse("other=*,walking=Walking").classOf("Walking")).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void withoutAStarABehaviourInNoClassIsLeftOut() {
        assertThat(ClassMap.parse("grazing=Grazing").classOf("Licking")).isEmpty();
    }

    @Test
    void aNameAloneIsItsOwnBehaviour() {
        assertThat(ClassMap.parse("Grazing,Walking")).isEqualTo(ClassMap.each(List.of("Grazing", "Walking")));
    }

    @Test
    void namesMayHoldTheSignsOfTheTextItself() {
        var odd = ClassMap.each(List.of("lying, down", "walking+trotting", "head=up", "back\\slash"));
        assertThat(odd.text()).startsWith("lying\\, down=lying\\, down,");
        assertThat(ClassMap.parse(odd.text())).isEqualTo(odd);
    }

    @Test
    void itsTextIsReadBackAsTheSame() {
        assertThat(ClassMap.parse(COWS.text())).isEqualTo(COWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a=", "=A", "a=A+", "a=A,a=B", "a=A,b=A", "a=*,b=*", "a=A=B", "*", "a=A,,b=B"})
    void badTextIsRefusedInWords(String text) {
        assertThatThrownBy(() -> ClassMap.parse(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(DatasetProblem.BAD_CLASS_MAP));
    }
}
