package org.ethotag.dataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many of the animals that a fold learns from have labels; the recordings of the others stay, their labels are withheld.
 * The herd is put in a circle in an order that the seed decides, and the labelled animals are those that follow the one held
 * out. So every animal lends its labels equally often over the folds of leave one animal out, and a smaller share is part of
 * a larger one.
 *
 * @param animals 1 or more, or {@link #EVERY}
 */
public record LabelShare(int animals) {
    /** All that there are. */
    private static final int EVERY = Integer.MAX_VALUE;

    private static final String ALL = "all";

    public LabelShare {
        if (animals < 1) {
            throw new IllegalArgumentException("at least one animal has labels, not " + animals);
        }
    }

    /** Nothing is withheld. */
    public static LabelShare all() {
        return new LabelShare(EVERY);
    }

    /**
     * Reads {@code all} or a number.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static LabelShare parse(String text) {
        if (text.equals(ALL)) {
            return all();
        }
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("not a number of animals: " + text);
        }
        return new LabelShare(Integer.parseInt(text));
    }

    /** What {@link #parse} reads. */
    public String text() {
        return isAll() ? ALL : String.valueOf(animals);
    }

    /** Whether nothing is withheld. */
    public boolean isAll() {
        return animals == EVERY;
    }

    /**
     * The animals whose labels may be used.
     *
     * @param heldOut animals of the test side, which are never among them
     * @param seed decides the order of the circle
     */
    public Set<String> of(List<String> herd, Set<String> heldOut, long seed) {
        var circle = new ArrayList<>(herd);
        Collections.sort(circle);
        Collections.shuffle(circle, new Random(seed));
        int start = circle.indexOf(heldOut.stream().sorted().findFirst().orElse("")) + 1;
        var labelled = new TreeSet<String>();
        for (int i = 0; i < circle.size() && labelled.size() < animals; i++) {
            var animal = circle.get((start + i) % circle.size());
            if (!heldOut.contains(animal)) {
                labelled.add(animal);
            }
        }
        return Collections.unmodifiableSet(labelled);
    }
}
