package org.ethotag.flash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.ethotag.flash.smp.Fields;
import org.junit.jupiter.api.Test;

/** What Zephyr's own server answers and takes ({@code subsys/mgmt/mcumgr/grp/os_mgmt/src/os_mgmt.c}, settings_mgmt.h). */
class ZephyrAnswersTest {
    private static final Instant MOMENT = Instant.parse("2026-05-01T12:00:07.250Z");
    /** {@code RTC_DATETIME_MIN_STRING_SIZE}; at the maximum of 26 it is refused. */
    private static final int SHORTEST_TIME = 19;

    private static final int LONGEST_TIME = 25;

    @Test
    void theTimeOfDayIsSentInTheLengthThatZephyrTakes() {
        var line = new ScriptedLine(Fields.none(), Fields.none());
        try (var link = TagLink.open(line, 1)) {
            assertThat(link.setTime(MOMENT)).isTrue();
            String sent = line.lastRequest().text("datetime").orElseThrow();
            assertThat(sent).isEqualTo("2026-05-01T12:00:07.250Z");
            assertThat(sent.length()).isBetween(SHORTEST_TIME, LONGEST_TIME);
        }
    }

    @Test
    void aTimeOfDayWithoutAZoneIsTheOneThatWasGiven() {
        assertThat(time(Fields.of("datetime", "2026-05-01T12:00:07.250"))).contains(MOMENT);
        assertThat(time(Fields.of("datetime", "2026-05-01T12:00:07"))).contains(Instant.parse("2026-05-01T12:00:07Z"));
        assertThat(time(Fields.of("datetime", "2026-05-01T14:00:07.250000+02:00")))
                .contains(MOMENT);
        assertThat(time(Fields.of("datetime", "noon"))).isEmpty();
    }

    @Test
    void aClockThatWasNeverSetTellsNoTime() {
        assertThat(time(error(0, 4))).isEmpty();
        assertThat(time(Fields.of("rc", 5))).isEmpty();
    }

    private static Optional<Instant> time(Fields answer) {
        try (var link = TagLink.open(new ScriptedLine(Fields.none(), answer), 1)) {
            return link.time();
        }
    }

    @Test
    void aBootloaderThatCannotBeAskedForItsModeHasNone() {
        try (var link = TagLink.open(new ScriptedLine(Fields.none(), error(0, 3)), 1)) {
            assertThat(link.bootMode()).isEmpty();
        }
    }

    @Test
    void aSettingThatIsNotThereIsNone() {
        try (var link = TagLink.open(new ScriptedLine(Fields.none(), error(3, 3)), 1)) {
            assertThat(link.setting("tag/name")).isEmpty();
        }
    }

    private static Fields error(int group, int code) {
        return Fields.of("err", Fields.of("group", group).with("rc", code));
    }
}
