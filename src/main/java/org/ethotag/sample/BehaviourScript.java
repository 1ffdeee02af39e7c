package org.ethotag.sample;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What an animal does one after the other, without end: a spell of grazing, walking and standing with the rare
 * behaviours between, then lying down, lying, rising, and so on. Which follows which is drawn by the transitions counted
 * between the bouts of ten cows (doi 10.3389/fvets.2025.1630083); lying is entered only by lying down and left only by
 * rising. Bout lengths are log-normal.
 */
final class BehaviourScript {
    /** log-normal: median and standard deviation of the natural logarithm; shortest length that is drawn. */
    private record Length(double medianSeconds, double sd, double leastSeconds) {}

    private record Next(CollarBehaviour behaviour, int weight) {}

    /** Grazing and standing bouts are longer than the source's cuts, which a video ends (18 / 55 / 158 s). */
    private static final Length LONG_GRAZING = new Length(120, 0.6, 24);

    private static final Length LONG_STANDING = new Length(60, 0.7, 20);
    private static final Length LONG_LYING = new Length(730, 0.6, 240);
    private static final Length WALK = new Length(11.5, 0.5, 5.4);
    /** Rare behaviours last 5 s and more (licking up to 29, drinking up to 36); here each is long enough for one window of 5.12 s. */
    private static final Length BRIEF = new Length(10, 0.4, 5.6);

    private static final Length SPELL = new Length(1200, 0.3, 600);

    private static final Map<CollarBehaviour, List<Next>> TRANSITIONS = transitions();

    private final Random random;
    private final double compression;
    private CollarBehaviour now;
    private double spellLeftSeconds;

    /** @param compression grazing, standing and lying bouts and the time between two lyings are divided by it */
    BehaviourScript(double compression, boolean startsLying, Random random) {
        this.random = random;
        this.compression = compression;
        this.now = startsLying ? CollarBehaviour.LYING_DOWN : CollarBehaviour.RISING;
        this.spellLeftSeconds = draw(SPELL) / compression;
    }

    /** Goes on to the next bout. */
    CollarBehaviour next() {
        now = successor();
        return now;
    }

    /** Draws how long the bout lasts, in seconds. */
    double lengthSeconds() {
        double seconds = switch (now) {
            case GRAZING -> draw(LONG_GRAZING) / compression;
            case STANDING -> draw(LONG_STANDING) / compression;
            case LYING -> draw(LONG_LYING) / compression;
            case WALKING -> draw(WALK);
            case LICKING, DRINKING, SCRATCHING, SHAKING, TOSSING, RISING, LYING_DOWN -> draw(BRIEF);
        };
        spellLeftSeconds -= seconds;
        return seconds;
    }

    private CollarBehaviour successor() {
        return switch (now) {
            case LYING_DOWN -> CollarBehaviour.LYING;
            case LYING -> {
                spellLeftSeconds = draw(SPELL) / compression;
                yield CollarBehaviour.RISING;
            }
            case STANDING -> spellLeftSeconds < 0 ? CollarBehaviour.LYING_DOWN : chosen();
            case WALKING -> spellLeftSeconds < 0 ? CollarBehaviour.STANDING : chosen();
            case GRAZING, LICKING, DRINKING, SCRATCHING, SHAKING, TOSSING, RISING -> chosen();
        };
    }

    private CollarBehaviour chosen() {
        var choices = TRANSITIONS.getOrDefault(now, List.of());
        int ticket = random.nextInt(choices.stream().mapToInt(Next::weight).sum());
        for (Next choice : choices) {
            ticket -= choice.weight();
            if (ticket < 0) {
                return choice.behaviour();
            }
        }
        throw new IllegalStateException("no choice after " + now);
    }

    private double draw(Length length) {
        double seconds = length.medianSeconds() * StrictMath.exp(length.sd() * random.nextGaussian());
        return Math.max(length.leastSeconds(), seconds);
    }

    private static Map<CollarBehaviour, List<Next>> transitions() {
        var table = new EnumMap<CollarBehaviour, List<Next>>(CollarBehaviour.class);
        table.put(
                CollarBehaviour.GRAZING,
                List.of(
                        new Next(CollarBehaviour.WALKING, 33),
                        new Next(CollarBehaviour.STANDING, 6),
                        new Next(CollarBehaviour.TOSSING, 1)));
        table.put(
                CollarBehaviour.WALKING,
                List.of(
                        new Next(CollarBehaviour.GRAZING, 56),
                        new Next(CollarBehaviour.STANDING, 11),
                        new Next(CollarBehaviour.DRINKING, 2),
                        new Next(CollarBehaviour.SCRATCHING, 2)));
        table.put(
                CollarBehaviour.STANDING,
                List.of(
                        new Next(CollarBehaviour.WALKING, 10),
                        new Next(CollarBehaviour.GRAZING, 6),
                        new Next(CollarBehaviour.LICKING, 3),
                        new Next(CollarBehaviour.SHAKING, 3),
                        new Next(CollarBehaviour.SCRATCHING, 3),
                        new Next(CollarBehaviour.DRINKING, 2),
                        new Next(CollarBehaviour.TOSSING, 2)));
        table.put(
                CollarBehaviour.RISING,
                List.of(
                        new Next(CollarBehaviour.STANDING, 4),
                        new Next(CollarBehaviour.GRAZING, 1),
                        new Next(CollarBehaviour.WALKING, 1)));
        var afterRare = List.of(new Next(CollarBehaviour.STANDING, 4), new Next(CollarBehaviour.WALKING, 2));
        for (var rare : List.of(
                CollarBehaviour.LICKING,
                CollarBehaviour.DRINKING,
                CollarBehaviour.SCRATCHING,
                CollarBehaviour.SHAKING,
                CollarBehaviour.TOSSING)) {
            table.put(rare, afterRare);
        }
        return table;
    }
}
