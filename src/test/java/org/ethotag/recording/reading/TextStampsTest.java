package org.ethotag.recording.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextStampsTest {
    private static final List<String> PATTERNS = List.of(
            "uuuu-MM-dd'T'HH:mm:ss.SSSX",
            "uuuu-MM-dd HH:mm:ss.SSSSSS",
            "uuuu-MM-dd HH:mm:ss",
            "dd.MM.uuuu HH:mm:ss,SSS",
            "MM/dd/uuuu hh:mm:ss.SS a",
            "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx",
            "uuuu-MM-dd HH:mm");

    /** A blank in front of every second stamp keeps the one way from taking the short cut. */
    @Test
    void theShortCutForStampsOfOneMinuteChangesNothing() {
        trials(300, random -> {
            var zone = random.nextBoolean() ? ZoneId.of("Europe/Berlin") : ZoneId.of("America/Santiago");
            var quick = new TextStamps(zone.getRules(), false);
            var whole = new TextStamps(zone.getRules(), false);
            var format = DateTimeFormatter.ofPattern(PATTERNS.get(random.nextInt(PATTERNS.size())), Locale.ENGLISH);
            var time = changeOfClocks(zone).plusSeconds(random.nextInt(20_000) - 10_000);
            for (int i = 0; i < 300; i++) {
                String text = damaged(format.format(time.atZone(zone)), random);
                String padded = i % 2 == 0 ? text : " " + text;
                assertThat(read(quick, text)).as(text).isEqualTo(read(whole, padded));
                time = time.plusMillis(random.nextInt(4_000) - 300);
            }
            assertThat(List.of(quick.resolutionNanos(), quick.localStamps(), quick.doubtful(), quick.ownOffset()))
                    .isEqualTo(
                            List.of(whole.resolutionNanos(), whole.localStamps(), whole.doubtful(), whole.ownOffset()));
        });
    }

    @Test
    void aStampInTheSameMinuteIsReadToTheNanosecond() {
        var stamps = new TextStamps(ZoneOffset.UTC.getRules(), false);
        read(stamps, "2025-03-03 14:05:09.250");
        assertThat(List.of(
                        read(stamps, "2025-03-03 14:05:10.123456789"),
                        read(stamps, "2025-03-03 14:05:59"),
                        read(stamps, "2025-03-03 14:05:5x"),
                        read(stamps, "2025-03-03 14:05:7"),
                        read(stamps, "2025-03-03 14:05:61")))
                .isEqualTo(List.of(
                        nanos("2025-03-03T14:05:10.123456789Z"),
                        nanos("2025-03-03T14:05:59Z"),
                        Stamps.UNREADABLE,
                        nanos("2025-03-03T14:05:07Z"),
                        Stamps.UNREADABLE));
    }

    private static Instant changeOfClocks(ZoneId zone) {
        return zone.getRules()
                .nextTransition(Instant.parse("2025-03-01T00:00:00Z"))
                .getInstant();
    }

    private static String damaged(String text, Random random) {
        if (random.nextInt(40) > 0) {
            return text;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + "x9:. Z".charAt(random.nextInt(6)) + text.substring(at + random.nextInt(2));
    }

    private static long read(TextStamps stamps, String text) {
        return stamps.read(text.toCharArray(), 0, text.length());
    }

    private static long nanos(String time) {
        var instant = Instant.parse(time);
        return instant.getEpochSecond() * NumericStamps.SECOND + instant.getNano();
    }
}
