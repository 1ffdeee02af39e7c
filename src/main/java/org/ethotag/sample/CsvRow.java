package org.ethotag.sample;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.ethotag.signal.SampleRate;

/** One line of text per sample; the time down to the second is kept from line to line. */
final class CsvRow {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.", Locale.ROOT);

    private final OffsetDateTime start;
    private final String offset;
    private final SampleRate rate;
    private final StringBuilder text = new StringBuilder(64);
    private long second = -1;
    private String upToSecond = "";

    CsvRow(OffsetDateTime start, SampleRate rate) {
        this.start = start;
        this.offset = start.getOffset().getId();
        this.rate = rate;
    }

    /** The line of a sample with its end; valid until the next call. */
    CharSequence of(long sample, int[] mg, String label) {
        long ms = Math.round(sample * 1000 / rate.hertz());
        if (ms / 1000 != second) {
            second = ms / 1000;
            upToSecond = SECOND.format(start.plusSeconds(second));
        }
        text.setLength(0);
        text.append(upToSecond);
        threeDigits((int) (ms % 1000));
        text.append(offset);
        for (int value : mg) {
            text.append(value < 0 ? ",-" : ",");
            int size = Math.abs(value);
            text.append(size / 1000).append('.');
            threeDigits(size % 1000);
        }
        if (!label.isEmpty()) {
            text.append(',').append(label);
        }
        return text.append('\n');
    }

    private void threeDigits(int value) {
        text.append((char) ('0' + value / 100))
                .append((char) ('0' + value / 10 % 10))
                .append((char) ('0' + value % 10));
    }
}
