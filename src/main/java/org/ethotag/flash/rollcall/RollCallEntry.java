package org.ethotag.flash.rollcall;

/**
 * One line of a roll call's list.
 *
 * @param animal who wears the tag
 * @param tag serial number of the tag
 * @param image file of the model image for it, relative to the list; empty for the one that is meant for all
 */
public record RollCallEntry(String animal, String tag, String image) {
    public RollCallEntry {
        if (animal.isBlank() || tag.isBlank()) {
            throw new IllegalArgumentException("an entry has an animal and a tag: '" + animal + "', '" + tag + "'");
        }
    }
}
