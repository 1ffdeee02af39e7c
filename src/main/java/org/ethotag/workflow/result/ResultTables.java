package org.ethotag.workflow.result;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ethotag.evaluation.Actogram;
import org.ethotag.evaluation.BoutTable;
import org.ethotag.evaluation.DayBudget;
import org.ethotag.evaluation.TimeBudget;
import org.ethotag.evaluation.TransitionMatrix;

/** Results as tables for statistics programs. Times are seconds or minutes, shares go from 0 to 1. */
public final class ResultTables {
    private static final int MILLIS = 3;
    private static final int SHARE = 6;
    private static final double NANOS = 1e9;
    private static final double SECONDS_PER_MINUTE = 60;

    private ResultTables() {}

    /** One row per animal and day: minutes per behaviour, without label, not recorded, and of the whole day. */
    public static String budget(StudyResults results, TimeBudget budget) {
        var header = new ArrayList<>(List.of("animal", "zone", "day", "dayMinutes", "notRecorded", "unlabelled"));
        header.addAll(budget.behaviours());
        header.addAll(List.of("source", "kind"));
        var csv = new SafeCsv(header);
        for (DayBudget day : budget.days()) {
            csv.text(day.day().animal())
                    .text(day.day().zone().getId())
                    .text(day.day().day().toString())
                    .number(minutes(day.length()), MILLIS)
                    .number(minutes(day.notRecorded()), MILLIS)
                    .number(minutes(day.unlabelled()), MILLIS);
            budget.behaviours().forEach(code -> csv.number(minutes(day.of(code)), MILLIS));
            source(csv, results).end();
        }
        return csv.text();
    }

    /** One row per behaviour: mean share over animals with its interval, and the same as minutes of 24 hours. */
    public static String shares(StudyResults results, TimeBudget budget) {
        var csv = new SafeCsv(List.of(
                "behaviour",
                "animals",
                "meanShare",
                "low95",
                "high95",
                "minutesPerDay",
                "low95Minutes", //
                "high95Minutes",
                "source",
                "kind"));
        for (String code : budget.behaviours()) {
            double mean = budget.meanShare(code);
            var interval = budget.interval(code);
            double low = interval.map(it -> it.low()).orElse(Double.NaN);
            double high = interval.map(it -> it.high()).orElse(Double.NaN);
            csv.text(code)
                    .number(budget.labelledAnimals().size())
                    .number(mean, SHARE)
                    .number(low, SHARE)
                    .number(high, SHARE)
                    .number(mean * TimeBudget.MINUTES_PER_DAY, 1)
                    .number(low * TimeBudget.MINUTES_PER_DAY, 1)
                    .number(high * TimeBudget.MINUTES_PER_DAY, 1);
            source(csv, results).end();
        }
        return csv.text();
    }

    /** One row per bin of an actogram: seconds per behaviour and without label. */
    public static String actogram(StudyResults results, Actogram actogram) {
        var header = new ArrayList<>(List.of("animal", "zone", "day", "clock", "unlabelled"));
        header.addAll(actogram.behaviours());
        header.addAll(List.of("source", "kind"));
        var csv = new SafeCsv(header);
        for (Actogram.Row row : actogram.rows()) {
            for (int bin = 0; bin < actogram.bins(); bin++) {
                if (row.recorded(bin) == 0) {
                    continue;
                }
                csv.text(row.day().animal())
                        .text(row.day().zone().getId())
                        .text(row.day().day().toString())
                        .text(LocalTime.MIDNIGHT
                                .plusMinutes((long) bin * actogram.binMinutes())
                                .toString())
                        .number(row.unlabelled(bin), MILLIS);
                for (int i = 0; i < actogram.behaviours().size(); i++) {
                    csv.number(row.seconds(bin, i), MILLIS);
                }
                source(csv, results).end();
            }
        }
        return csv.text();
    }

    /** One row per bout, in real time with the offset of then. */
    public static String bouts(StudyResults results, BoutTable bouts) {
        var csv = new SafeCsv(List.of(
                "animal",
                "session",
                "behaviour",
                "start",
                "end",
                "seconds",
                "longestGapSeconds",
                "shortestSeconds",
                "source",
                "kind"));
        for (BoutTable.Row row : bouts.rows()) {
            var zone = row.timeline().zone();
            csv.text(row.timeline().animal())
                    .text(row.timeline().session())
                    .text(row.bout().behaviour())
                    .text(moment(row.bout().time().from(), zone))
                    .text(moment(row.bout().time().to(), zone))
                    .number(row.seconds(), MILLIS)
                    .number(seconds(bouts.rule().longestGap()), MILLIS)
                    .number(seconds(bouts.rule().shortest()), MILLIS);
            source(csv, results).end();
        }
        return csv.text();
    }

    /** One row per pair of behaviours: how often the second followed the first, and which share that is. */
    public static String transitions(StudyResults results, TransitionMatrix matrix) {
        var csv = new SafeCsv(List.of("from", "to", "count", "probability", "source", "kind"));
        for (int from = 0; from < matrix.behaviours().size(); from++) {
            for (int to = 0; to < matrix.behaviours().size(); to++) {
                csv.text(matrix.behaviours().get(from))
                        .text(matrix.behaviours().get(to))
                        .number(matrix.count(from, to))
                        .number(matrix.probability(from, to), SHARE);
                source(csv, results).end();
            }
        }
        return csv.text();
    }

    private static SafeCsv source(SafeCsv csv, StudyResults results) {
        return csv.text(results.title()).text(results.provenance().name().toLowerCase(Locale.ROOT));
    }

    private static String moment(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toOffsetDateTime().toString();
    }

    private static double minutes(Duration time) {
        return seconds(time) / SECONDS_PER_MINUTE;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / NANOS;
    }
}
