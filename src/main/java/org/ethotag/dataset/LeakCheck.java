package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Looks for whatever the two sides of a fold share and should not. */
public final class LeakCheck {
    private final Dataset dataset;
    private final Fold fold;
    private final Map<LeakKind, Leak> found = new EnumMap<>(LeakKind.class);

    private LeakCheck(Dataset dataset, Fold fold) {
        this.dataset = dataset;
        this.fold = fold;
    }

    /** At most one leak of each kind, in the order of the kinds; none for a fair fold. */
    public static List<Leak> of(Dataset dataset, Fold fold) {
        var check = new LeakCheck(dataset, fold);
        check.shared(LeakKind.SAME_ANIMAL, Window::animal);
        check.shared(LeakKind.SAME_SESSION, Window::session);
        check.overlapping();
        check.sameWindow();
        check.identical();
        return List.copyOf(check.found.values());
    }

    private void shared(LeakKind kind, Function<Window, String> name) {
        var train = new HashMap<String, Integer>();
        for (int i : fold.train()) {
            train.putIfAbsent(name.apply(window(i)), i);
        }
        for (int i : fold.test()) {
            var twin = train.get(name.apply(window(i)));
            if (twin != null) {
                add(kind, i, twin, name);
            }
        }
    }

    /** Windows have one length, so it is enough to look at the nearest ones before and after. */
    private void overlapping() {
        var train = new HashMap<String, TreeMap<Long, Integer>>();
        for (int i : fold.train()) {
            train.computeIfAbsent(window(i).session(), _ -> new TreeMap<>())
                    .put(window(i).range().from(), i);
        }
        for (int i : fold.test()) {
            var starts = train.getOrDefault(window(i).session(), new TreeMap<>());
            long from = window(i).range().from();
            var near = new ArrayList<Integer>();
            var before = starts.lowerEntry(from);
            var after = starts.higherEntry(from);
            if (before != null) {
                near.add(before.getValue());
            }
            if (after != null) {
                near.add(after.getValue());
            }
            near.stream()
                    .filter(k -> window(k).range().overlaps(window(i).range()))
                    .findFirst()
                    .ifPresent(k -> add(LeakKind.OVERLAPPING_SAMPLES, i, k, Window::session));
        }
    }

    private void sameWindow() {
        record Place(String session, long from) {}
        var train = new HashMap<Place, Integer>();
        for (int i : fold.train()) {
            train.put(new Place(window(i).session(), window(i).range().from()), i);
        }
        for (int i : fold.test()) {
            var twin =
                    train.get(new Place(window(i).session(), window(i).range().from()));
            if (twin != null) {
                add(LeakKind.SAME_WINDOW, i, twin, Window::session);
            }
        }
    }

    private void identical() {
        var train = new HashMap<Long, List<Integer>>();
        for (int i : fold.train()) {
            for (long print : Fingerprints.of(dataset.valuesG(i))) {
                train.computeIfAbsent(print, _ -> new ArrayList<>(1)).add(i);
            }
        }
        for (int i : fold.test()) {
            IntStream twin = Fingerprints.of(dataset.valuesG(i)).stream()
                    .flatMap(print -> train.getOrDefault(print, List.of()).stream())
                    .mapToInt(Integer::intValue)
                    .filter(k -> !window(k).session().equals(window(i).session()));
            twin.findFirst().ifPresent(k -> add(LeakKind.IDENTICAL_SAMPLES, i, k, Window::session));
        }
    }

    private void add(LeakKind kind, int test, int train, Function<Window, String> name) {
        var first = new Leak(kind, 1, test, train, name.apply(window(test)), name.apply(window(train)));
        found.merge(
                kind,
                first,
                (known, _) -> new Leak(
                        kind,
                        known.testWindows() + 1,
                        known.testWindow(),
                        known.trainWindow(),
                        known.testName(),
                        known.trainName()));
    }

    private Window window(int index) {
        return dataset.windows().get(index);
    }
}
