package org.ethotag.ui.flash;

import org.ethotag.flash.TagPort;

/** One place where a tag is. */
public sealed interface TagChoice {
    /** The emulated tag of this computer: always there, for practice. */
    record Virtual() implements TagChoice {}

    /**
     * What is plugged in.
     *
     * @param port where
     */
    record Plugged(TagPort port) implements TagChoice {}
}
