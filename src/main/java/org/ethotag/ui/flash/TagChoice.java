package org.ethotag.ui.flash;

import org.ethotag.flash.TagPort;

/** One tag in the list. */
public sealed interface TagChoice {
    /** The emulated tag of this computer: always there. */
    record Virtual() implements TagChoice {}

    /**
     * What is plugged in.
     *
     * @param port where
     */
    record Plugged(TagPort port) implements TagChoice {}
}
