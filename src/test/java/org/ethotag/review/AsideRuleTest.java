package org.ethotag.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.ethotag.review.AsideRule.Kind;
import org.ethotag.review.LabelDoctor.Sign;
import org.junit.jupiter.api.Test;

class AsideRuleTest {
    @Test
    void aRuleIsReadBackAsItIsWritten() {
        for (var rule : List.of(
                AsideRule.none(),
                AsideRule.all(),
                new AsideRule(Set.of(Kind.NESTED), 3.5),
                new AsideRule(Set.of(Kind.DOUBLED, Kind.IMPLAUSIBLE), 4.25))) {
            assertEquals(rule, AsideRule.parse(rule.text()));
        }
        assertEquals("doubled+nested+implausible", AsideRule.all().text());
        assertEquals("implausible:4.0", AsideRule.parse("implausible:4").text());
        assertEquals(AsideRule.all(), AsideRule.parse(" all "));
        assertEquals(AsideRule.none(), AsideRule.parse("none"));
    }

    @Test
    void whatIsNoRuleIsNamed() {
        assertWrong("mislabelled", "\"mislabelled\" is none of doubled, nested, implausible");
        assertWrong("doubled+", "\"\" is none of");
        assertWrong("implausible:far", "\"far\" is no number");
        assertWrong("implausible:0", "above 0");
        assertWrong("implausible:NaN", "above 0");
        assertWrong("doubled:4", "belongs to implausible");
    }

    @Test
    void whatModelsContradictIsRefusedAsARuleWithTheReason() {
        assertWrong("doubled+contradicted", "would make every model look better");
    }

    private static void assertWrong(String text, String why) {
        assertThatThrownBy(() -> AsideRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void oneSignThatTheRuleNamesIsEnough() {
        var doubled = new Sign.Doubled("other", 7);
        var still = new Sign.Implausible(0.01, 0.2, -5, true);
        var rule = new AsideRule(Set.of(Kind.DOUBLED), 3.5);
        assertEquals(
                List.of(true, true, false, false),
                List.of(
                        rule.holds(List.of(doubled)),
                        rule.holds(List.of(still, doubled)),
                        rule.holds(List.of(still)),
                        rule.holds(List.of())));
    }

    @Test
    void theWordsOfARuleSayWhatItLooksForAndHowFar() {
        assertThat(AsideRule.parse("implausible:4").words())
                .contains("VeDBA", " 4 robust deviations", "fewer than 8 bouts")
                .doesNotContain("another recording");
        assertThat(AsideRule.parse("nested").words())
                .isEqualTo(
                        "that another recording of the same animal labels otherwise at the same time for more than 1 s"
                                + " (of each two the shorter one)");
        assertThat(AsideRule.none().words()).isEmpty();
    }
}
