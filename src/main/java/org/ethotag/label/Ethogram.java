package org.ethotag.label;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The behaviours of a study, in the order in which people see them.
 *
 * @param behaviours with unique codes, and unique keys where they have one; {@code g} and {@code G} are the same key
 */
public record Ethogram(List<Behaviour> behaviours) {
    private static final String KEYS = "abcdefghijklmnopqrstuvwxyz1234567890";

    public Ethogram {
        behaviours = List.copyOf(behaviours);
        var codes = new HashSet<String>();
        var keys = new HashSet<String>();
        for (Behaviour behaviour : behaviours) {
            if (!codes.add(behaviour.code())) {
                throw new IllegalArgumentException("two behaviours have the code " + behaviour.code());
            }
            if (!behaviour.key().isEmpty() && !keys.add(lower(behaviour.key()))) {
                throw new IllegalArgumentException("two behaviours have the key " + behaviour.key());
            }
        }
    }

    /** No behaviours yet. */
    public static Ethogram empty() {
        return new Ethogram(List.of());
    }

    /** The behaviour with a code. */
    public Optional<Behaviour> behaviour(String code) {
        return behaviours.stream().filter(b -> b.code().equals(code)).findFirst();
    }

    /** The behaviour that a key labels with. */
    public Optional<Behaviour> behaviourForKey(String key) {
        return behaviours.stream()
                .filter(b -> !b.key().isEmpty() && lower(b.key()).equals(lower(key)))
                .findFirst();
    }

    /** All codes in order. */
    public List<String> codes() {
        return behaviours.stream().map(Behaviour::code).toList();
    }

    /**
     * With one more behaviour at the end.
     *
     * @throws IllegalArgumentException if its code or key is taken
     */
    public Ethogram with(Behaviour behaviour) {
        return new Ethogram(
                Stream.concat(behaviours.stream(), Stream.of(behaviour)).toList());
    }

    /** Without the behaviour of that code; the same if there is none. */
    public Ethogram without(String code) {
        return new Ethogram(
                behaviours.stream().filter(b -> !b.code().equals(code)).toList());
    }

    /**
     * With another behaviour in the place of one.
     *
     * @param code of the behaviour that goes
     * @throws IllegalArgumentException if there is no such behaviour, or the new code or key is taken
     */
    public Ethogram replace(String code, Behaviour behaviour) {
        if (behaviour(code).isEmpty()) {
            throw new IllegalArgumentException("no behaviour has the code " + code);
        }
        return new Ethogram(behaviours.stream()
                .map(b -> b.code().equals(code) ? behaviour : b)
                .toList());
    }

    /**
     * With a behaviour further up or down; at an end of the list it stays there.
     *
     * @param by places, below 0 for up
     * @throws IllegalArgumentException if there is no such behaviour
     */
    public Ethogram moved(String code, int by) {
        int from = codes().indexOf(code);
        if (from < 0) {
            throw new IllegalArgumentException("no behaviour has the code " + code);
        }
        var all = new ArrayList<>(behaviours);
        var moving = all.remove(from);
        all.add(Math.clamp((long) from + by, 0, all.size()), moving);
        return new Ethogram(all);
    }

    /**
     * With the behaviours of another one: those of the same code are replaced in their place, the others come at the end. A
     * key that both use for different behaviours goes to the other one.
     */
    public Ethogram merged(Ethogram other) {
        var all = new ArrayList<Behaviour>();
        for (Behaviour mine : behaviours) {
            boolean keyTaken = other.behaviourForKey(mine.key()).isPresent();
            var kept = keyTaken
                    ? new Behaviour(mine.code(), mine.name(), mine.colour(), "", mine.description(), mine.exclusive())
                    : mine;
            all.add(other.behaviour(mine.code()).orElse(kept));
        }
        other.behaviours.stream().filter(one -> behaviour(one.code()).isEmpty()).forEach(all::add);
        return new Ethogram(all);
    }

    /** With a behaviour for each code that is not there yet: named like its code, with a free colour and a free key. */
    public Ethogram withAll(Collection<String> codes) {
        var all = new ArrayList<>(behaviours);
        var known = new HashSet<>(codes());
        for (String code : codes) {
            if (known.add(code)) {
                var colour = Palette.next(all.stream().map(Behaviour::colour).toList());
                all.add(new Behaviour(code, code, colour, freeKey(code, all), "", true));
            }
        }
        return new Ethogram(all);
    }

    /** The first letter of the code if it is free, else another of its letters, else any, else none. */
    private static String freeKey(String code, List<Behaviour> taken) {
        var used = new HashSet<String>();
        taken.forEach(b -> used.add(lower(b.key())));
        return (lower(code) + KEYS)
                .codePoints()
                .filter(c -> KEYS.indexOf(c) >= 0)
                .mapToObj(Character::toString)
                .filter(key -> !used.contains(key))
                .findFirst()
                .orElse("");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
