package org.ethotag.evaluation;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long each animal did what, day by day in its own time zone.
 *
 * <p>Shares are shares of labelled time: what nobody labelled says nothing about what the animal did. The mean over animals
 * counts each animal once, however long it was recorded; its interval is the percentile bootstrap over animals. Where several
 * behaviours hold at once, their shares add up to more than one.
 * Immutable.
 */
public final class TimeBudget {
    /** Minutes of an ordinary day: to say a share as time per day. */
    public static final double MINUTES_PER_DAY = 1440;

    private static final long SEED = 1;

    private final List<String> behaviours;
    private final List<DayBudget> days;
    private final TreeMap<String, List<DayBudget>> perAnimal = new TreeMap<>();

    private TimeBudget(List<String> behaviours, List<DayBudget> days) {
        this.behaviours = List.copyOf(behaviours);
        this.days = List.copyOf(days);
        this.days.forEach(day -> perAnimal
                .computeIfAbsent(day.day().animal(), _ -> new ArrayList<>())
                .add(day));
    }

    /** In the order in which they are shown. */
    public List<String> behaviours() {
        return behaviours;
    }

    /** The days with a recording, by animal and date. */
    public List<DayBudget> days() {
        return days;
    }

    /**
     * Adds up recordings; time that an animal has twice counts once.
     *
     * @param behaviours all that occur in the bouts, and others that are to be shown
     */
    public static TimeBudget of(List<String> behaviours, List<Timeline> timelines) {
        var tallies = new TreeMap<AnimalDay, Tally>();
        for (Timeline line : Timeline.withoutDoubles(timelines)) {
            for (Timeline.Stretch stretch : line.stretches()) {
                LocalDays.cut(
                        stretch.time(), line.zone(), (day, _, nanos) -> tally(tallies, line, day).recorded += nanos);
                for (TimeSpan labelled : stretch.labelled()) {
                    LocalDays.cut(
                            labelled, line.zone(), (day, _, nanos) -> tally(tallies, line, day).labelled += nanos);
                }
                for (TimedBout bout : stretch.bouts()) {
                    LocalDays.cut(
                            bout.time(),
                            line.zone(),
                            (day, _, nanos) ->
                                    tally(tallies, line, day).done.merge(bout.behaviour(), nanos, Long::sum));
                }
            }
        }
        var days = new ArrayList<DayBudget>();
        tallies.forEach((day, tally) -> days.add(tally.budget(day, behaviours)));
        return new TimeBudget(behaviours, days);
    }

    private static Tally tally(Map<AnimalDay, Tally> tallies, Timeline line, LocalDate day) {
        return tallies.computeIfAbsent(new AnimalDay(line.animal(), line.zone(), day), _ -> new Tally());
    }

    /** Nanoseconds of one day. Lives inside one computation. */
    private static final class Tally {
        private long recorded;
        private long labelled;
        private final Map<String, Long> done = new HashMap<>();

        DayBudget budget(AnimalDay day, List<String> behaviours) {
            var length = LocalDays.length(day.day(), day.zone());
            var times = new LinkedHashMap<String, Duration>();
            behaviours.forEach(one -> times.put(one, Duration.ofNanos(done.getOrDefault(one, 0L))));
            if (!behaviours.containsAll(done.keySet())) {
                throw new IllegalArgumentException(
                        "behaviours " + done.keySet() + " but only " + behaviours + " asked for");
            }
            return new DayBudget(day, length, times, Duration.ofNanos(labelled), length.minusNanos(recorded));
        }
    }

    /** The animals that have a recording, sorted. */
    public List<String> animals() {
        return List.copyOf(perAnimal.keySet());
    }

    /** The animals that have at least a moment of labelled time, sorted. */
    public List<String> labelledAnimals() {
        return animals().stream().filter(animal -> !labelled(animal).isZero()).toList();
    }

    /** Labelled time of an animal. */
    public Duration labelled(String animal) {
        return daysOf(animal).stream().map(DayBudget::labelled).reduce(Duration.ZERO, Duration::plus);
    }

    /** Time of an animal in a behaviour. */
    public Duration time(String animal, String behaviour) {
        return daysOf(animal).stream().map(day -> day.of(behaviour)).reduce(Duration.ZERO, Duration::plus);
    }

    /** The days of an animal. */
    public List<DayBudget> daysOf(String animal) {
        return Collections.unmodifiableList(perAnimal.getOrDefault(animal, List.of()));
    }

    /** Share of an animal's labelled time in a behaviour, 0 to 1; NaN for an animal without a label. */
    public double share(String animal, String behaviour) {
        return (double) time(animal, behaviour).toNanos() / labelled(animal).toNanos();
    }

    /** Mean of the animals' shares, 0 to 1; NaN without labels. */
    public double meanShare(String behaviour) {
        return labelledAnimals().stream()
                .mapToDouble(animal -> share(animal, behaviour))
                .average()
                .orElse(Double.NaN);
    }

    /** Where the mean share of other animals would probably lie; empty with fewer than two animals. */
    public Optional<BootstrapInterval> interval(String behaviour) {
        return ofMean(labelledAnimals().stream()
                .mapToDouble(animal -> share(animal, behaviour))
                .toArray());
    }

    /**
     * Where an animal's share would probably lie on other days: days are drawn, each with its own labelled time. Empty with
     * fewer than two days with labels.
     */
    public Optional<BootstrapInterval> intervalOverDays(String animal, String behaviour) {
        var labelled =
                daysOf(animal).stream().filter(day -> !day.labelled().isZero()).toList();
        return BootstrapInterval.drawn(labelled.size(), BootstrapInterval.USUAL_REPEATS, SEED, drawn -> {
            double done = 0;
            double all = 0;
            for (int day : drawn) {
                done += labelled.get(day).of(behaviour).toNanos();
                all += labelled.get(day).labelled().toNanos();
            }
            return done / all;
        });
    }

    /**
     * Where the shift of an animal's share to another budget of the same recordings would probably lie on other days; a day
     * is drawn for both. Empty with fewer than two days with labels in both.
     */
    public Optional<BootstrapInterval> shiftOverDays(TimeBudget other, String animal, String behaviour) {
        var there = new HashMap<AnimalDay, DayBudget>();
        other.daysOf(animal).forEach(day -> there.put(day.day(), day));
        var pairs = new ArrayList<DayPair>();
        for (DayBudget day : daysOf(animal)) {
            var its = there.get(day.day());
            if (its != null && !day.labelled().isZero() && !its.labelled().isZero()) {
                pairs.add(new DayPair(day, its));
            }
        }
        return BootstrapInterval.drawn(pairs.size(), BootstrapInterval.USUAL_REPEATS, SEED, drawn -> {
            var here = new double[2];
            var its = new double[2];
            for (int one : drawn) {
                here[0] += pairs.get(one).here().of(behaviour).toNanos();
                here[1] += pairs.get(one).here().labelled().toNanos();
                its[0] += pairs.get(one).there().of(behaviour).toNanos();
                its[1] += pairs.get(one).there().labelled().toNanos();
            }
            return its[0] / its[1] - here[0] / here[1];
        });
    }

    private record DayPair(DayBudget here, DayBudget there) {}

    /** What a budget of the same recordings has more of a behaviour, animal by animal, as shares. */
    public BudgetShift shiftTo(TimeBudget other, String behaviour) {
        var both = labelledAnimals().stream()
                .filter(other.labelledAnimals()::contains)
                .toList();
        var shifts = new TreeMap<String, Double>();
        both.forEach(animal -> shifts.put(animal, other.share(animal, behaviour) - share(animal, behaviour)));
        return new BudgetShift(behaviour, shifts);
    }

    static Optional<BootstrapInterval> ofMean(double[] values) {
        return BootstrapInterval.drawn(values.length, BootstrapInterval.USUAL_REPEATS, SEED, herd -> {
            double sum = 0;
            for (int one : herd) {
                sum += values[one];
            }
            return sum / herd.length;
        });
    }
}
