package org.ethotag.study;

/**
 * One animal of a study.
 *
 * @param id what the farm calls it, not blank, unique in the study
 * @param species for example "cattle", or empty if unknown
 * @param note free text
 */
public record Animal(String id, String species, String note) {
    public Animal {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an animal has a name");
        }
    }

    /** An animal of which only the name is known. */
    public static Animal named(String id) {
        return new Animal(id, "", "");
    }
}
