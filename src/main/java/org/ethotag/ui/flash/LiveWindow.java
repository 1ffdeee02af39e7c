package org.ethotag.ui.flash;

import java.util.List;

/**
 * One window that the tag classified, beside this computer's answer on the same samples.
 *
 * @param number counts the windows since the tag started
 * @param label the tag's class in words
 * @param onTag logits of the tag, int32
 * @param here logits of this computer, int32
 */
public record LiveWindow(long number, String label, List<Integer> onTag, List<Integer> here) {
    public LiveWindow {
        onTag = List.copyOf(onTag);
        here = List.copyOf(here);
    }

    /** Whether all bits are the same. */
    public boolean equal() {
        return onTag.equals(here);
    }
}
