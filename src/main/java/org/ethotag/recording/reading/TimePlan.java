package org.ethotag.recording.reading;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * How the times of a file are read, guessed from its first rows.
 *
 * @param stamps reads the time column
 * @param stamped whether there is a time column
 * @param sinceEpoch whether times are real, not those of a device clock
 * @param intervalNanos between samples
 * @param coarseNanos usual step of stamps that are coarser than the samples, 0 if they are not
 * @param bursts whether many stamps come late and are caught up, as those of packets do
 * @param resolutionNanos finest step that stamps can show
 */
record TimePlan(
        Stamps stamps,
        boolean stamped,
        boolean sinceEpoch,
        double intervalNanos,
        long coarseNanos,
        boolean bursts,
        long resolutionNanos) {
    private static final Pattern DAY_OR_MONTH_FIRST = Pattern.compile("\\s*(\\d{1,2})[/-](\\d{1,2})[/-]\\d{4}\\D.*");
    private static final int MONTHS = 12;
    /** Fewer steps than this tell less than a declared rate. */
    private static final int FEW_STEPS = 8;

    private static final double LATE_STEPS = 1.5;
    private static final double MANY_LATE = 0.05;
    /** A step longer than so many usual ones is a gap. */
    private static final double GAP_STEPS = 3;

    /** @throws ProblemException if the rate or the unit of the times cannot be known */
    static TimePlan of(Path file, CsvLayout layout, ColumnRoles columns, ZoneId zone, double rateHz) {
        if (columns.time() == ColumnRoles.NONE) {
            if (rateHz == 0) {
                throw new ProblemException(RecordingProblem.MISSING_RATE, file);
            }
            var unused = new NumericStamps(NumericStamps.SECOND, layout.mark());
            return new TimePlan(unused, false, false, NumericStamps.SECOND / rateHz, 0, false, 1);
        }
        var texts = layout.rows().stream()
                .filter(row -> row.size() > columns.needed())
                .map(columns::stamp)
                .toList();
        boolean numeric = !texts.isEmpty() && isNumber(texts.getFirst(), layout.mark());
        var counting = numeric ? counting(file, texts, layout.mark(), rateHz) : new Counting(0, true);
        boolean dayFirst = !numeric && isDayFirst(file, layout, texts);
        var trial = stamps(numeric, counting.unitNanos(), layout, zone, dayFirst);
        long[] steps = steps(trial, texts);
        var stamps = stamps(numeric, counting.unitNanos(), layout, zone, dayFirst);
        return of(file, stamps, counting.sinceEpoch(), steps, trial.resolutionNanos(), rateHz);
    }

    private static TimePlan of(
            Path file, Stamps stamps, boolean real, long[] steps, long resolutionNanos, double rateHz) {
        long[] moves = Arrays.stream(steps).filter(step -> step > 0).sorted().toArray();
        long still = Arrays.stream(steps).filter(step -> step == 0).count();
        long usual = moves.length == 0 ? 0 : moves[moves.length / 2];
        boolean coarse = moves.length > 1 && still > moves.length;
        double interval = coarse ? coarseInterval(steps, usual) : fineInterval(steps, usual);
        if (rateHz > 0 && (interval == 0 || steps.length < FEW_STEPS)) {
            interval = NumericStamps.SECOND / rateHz;
        }
        if (interval == 0) {
            throw new ProblemException(RecordingProblem.MISSING_RATE, file);
        }
        double late = LATE_STEPS * interval;
        boolean bursts = Arrays.stream(moves).filter(step -> step > late).count() > MANY_LATE * steps.length;
        return new TimePlan(stamps, true, real, interval, coarse ? usual : 0, bursts, resolutionNanos);
    }

    /** Mean of the steps that are no gaps. */
    private static double fineInterval(long[] steps, long usual) {
        return Arrays.stream(steps)
                .filter(step -> step >= 0 && step <= GAP_STEPS * usual)
                .average()
                .orElse(0);
    }

    /** Time over rows, from one change of the stamp to the next. */
    private static double coarseInterval(long[] steps, long usual) {
        long time = 0;
        long rows = 0;
        long waiting = -1; // rows since the last change, -1 before the first
        for (long step : steps) {
            waiting += waiting >= 0 ? 1 : 0;
            if (step != 0) {
                boolean regular = step > 0 && step < 2 * usual && waiting > 0;
                time += regular ? step : 0;
                rows += regular ? waiting : 0;
                waiting = 0;
            }
        }
        return rows == 0 ? 0 : (double) time / rows;
    }

    private static long[] steps(Stamps stamps, List<String> texts) {
        var steps = new ArrayList<Long>();
        long last = Stamps.UNREADABLE;
        for (var text : texts) {
            long stamp = stamps.read(text.toCharArray(), 0, text.length());
            if (stamp == Stamps.UNREADABLE) {
                break; // the reading pass says where
            }
            if (last != Stamps.UNREADABLE) {
                steps.add(stamp - last);
            }
            last = stamp;
        }
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    private static Stamps stamps(boolean numeric, long unit, CsvLayout layout, ZoneId zone, boolean dayFirst) {
        return numeric ? new NumericStamps(unit, layout.mark()) : new TextStamps(zone.getRules(), dayFirst);
    }

    /** What numbers as times are: their unit in nanoseconds, and whether they count from 1970. */
    private record Counting(long unitNanos, boolean sinceEpoch) {}

    private static Counting counting(Path file, List<String> texts, char mark, double rateHz) {
        double first = number(texts.getFirst(), mark);
        double step = usualStep(texts, mark);
        var epoch = NumericStamps.epochUnit(first, step);
        if (epoch.isPresent()) {
            return new Counting(epoch.getAsLong(), true);
        }
        if (Double.isNaN(step)) {
            return new Counting(NumericStamps.SECOND, false);
        }
        return new Counting(
                NumericStamps.relativeUnit(step, rateHz)
                        .orElseThrow(() -> new ProblemException(RecordingProblem.AMBIGUOUS_TIME_UNIT, file)),
                false);
    }

    /** The median of the steps forward, NaN if there is none. */
    private static double usualStep(List<String> texts, char mark) {
        var steps = new ArrayList<Double>();
        for (int i = 1; i < texts.size(); i++) {
            double step = number(texts.get(i), mark) - number(texts.get(i - 1), mark);
            if (step > 0) {
                steps.add(step);
            }
        }
        steps.sort(null);
        return steps.isEmpty() ? Double.NaN : steps.get(steps.size() / 2);
    }

    private static boolean isDayFirst(Path file, CsvLayout layout, List<String> texts) {
        boolean open = false;
        for (var text : texts) {
            var matcher = DAY_OR_MONTH_FIRST.matcher(text);
            if (!matcher.matches()) {
                continue;
            }
            open = true;
            if (Integer.parseInt(matcher.group(1)) > MONTHS) {
                return true;
            }
            if (Integer.parseInt(matcher.group(2)) > MONTHS) {
                return false;
            }
        }
        if (open) {
            throw new ProblemException(RecordingProblem.AMBIGUOUS_DATE, file, layout.skipLines() + 1, texts.getFirst());
        }
        return false;
    }

    private static boolean isNumber(String text, char mark) {
        return new Decimal(mark).read(text.toCharArray(), 0, text.length()) == Decimal.Kind.NUMBER;
    }

    private static double number(String text, char mark) {
        var decimal = new Decimal(mark);
        return decimal.read(text.toCharArray(), 0, text.length()) == Decimal.Kind.NUMBER ? decimal.value() : Double.NaN;
    }
}
