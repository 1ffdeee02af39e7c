package org.ethotag.study;

import java.time.Instant;
import java.util.Objects;

/**
 * A tag on an animal from some moment on: what sits in one way until someone takes it off.
 *
 * @param animal id of the animal
 * @param tag serial number, or empty if nobody noted it
 * @param from begin of the deployment; {@link Instant#MIN} where none is known
 */
public record MountedTag(String animal, String tag, Instant from) implements Comparable<MountedTag> {
    public MountedTag {
        Objects.requireNonNull(tag, "tag");
        Objects.requireNonNull(from, "from");
        if (animal.isBlank()) {
            throw new IllegalArgumentException("a tag is mounted on an animal");
        }
    }

    /** For people and manifests: animal, tag and begin, as far as they are known. */
    public String name() {
        return animal + (tag.isEmpty() ? "" : " / " + tag) + (from.equals(Instant.MIN) ? "" : " / " + from);
    }

    @Override
    public int compareTo(MountedTag other) {
        int byAnimal = animal.compareTo(other.animal);
        int byTag = byAnimal != 0 ? byAnimal : tag.compareTo(other.tag);
        return byTag != 0 ? byTag : from.compareTo(other.from);
    }
}
