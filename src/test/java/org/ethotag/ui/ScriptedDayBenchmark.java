package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the program holds hour by hour over days of eight scripted hours: {@code JAVA_TOOL_OPTIONS=-XX:NativeMemoryTracking=summary
 * mvn test -Dtest=ScriptedDayBenchmark -Dhealth.hours=40 -Dhealth.table=target/health.csv}. Writes every figure of every hour
 * into the table as it goes, and prints the trend of each after the first day, when every class, cache and pool has been met.
 */
@EnabledIfSystemProperty(named = "health.hours", matches = "\\d+")
class ScriptedDayBenchmark {
    private static final int HOURS = Integer.getInteger("health.hours", 16);
    private static final int DAY = 8;
    private static final Path TABLE = Path.of(System.getProperty("health.table", "target/health.csv"));

    /** Of what is still held after a day, an hour may add this and be called flat: 8 MB in a working day. */
    private static final double HEAP_MB_PER_HOUR = 1;

    @TempDir
    private Path folder;

    @Test
    void whatTheProgramHoldsStaysFlatOverDays() throws IOException {
        var hours = new ArrayList<Held>();
        try (var day = new ScriptedDay(folder, ScriptedDay.STROKES)) {
            for (int i = 0; i < HOURS; i++) {
                long from = System.nanoTime();
                day.hour();
                hours.add(Held.now());
                write(hours, (System.nanoTime() - from) / 1e9);
            }
        }
        var settled = hours.subList(Math.min(DAY, HOURS / 2), HOURS);
        for (String figure : settled.getFirst().figures().keySet()) {
            var trend = trend(settled, figure);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f | %+.3f ± %.3f |%n",
                    figure,
                    hours.getFirst().get(figure),
                    settled.getFirst().get(figure),
                    hours.getLast().get(figure),
                    trend.perStep(),
                    trend.plusMinus());
        }
        assertThat(hours.getLast().get("open files"))
                .isLessThanOrEqualTo(settled.getFirst().get("open files"));
        var heap = trend(settled, "heap used MB");
        assertThat(heap.perStep() - heap.plusMinus()).isLessThan(HEAP_MB_PER_HOUR);
    }

    private static Trend trend(List<Held> hours, String figure) {
        return Trend.of(hours.stream().mapToDouble(hour -> hour.get(figure)).toArray());
    }

    private static void write(List<Held> hours, double seconds) throws IOException {
        var last = hours.getLast().figures();
        var lines = new StringBuilder();
        if (hours.size() == 1) {
            Files.deleteIfExists(TABLE);
            lines.append("hour,seconds,")
                    .append(String.join(",", last.keySet()))
                    .append('\n');
        }
        lines.append(hours.size()).append(String.format(Locale.ROOT, ",%.1f,", seconds));
        lines.append(last.values().stream()
                        .map(value -> String.format(Locale.ROOT, "%.2f", value))
                        .collect(Collectors.joining(",")))
                .append('\n');
        Files.writeString(TABLE, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
