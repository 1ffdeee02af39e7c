package org.ethotag.workflow.tag;

import java.nio.file.Path;
import java.util.List;
import org.ethotag.flash.rollcall.RollCallOrder.End;

/**
 * Brings a model image to every tag of a list.
 *
 * @param image the signed image for all tags whose line names none
 * @param list animals and tags, CSV
 * @param trusted public keys, PEM, one of which must have signed the images; empty trusts the user's own key
 * @param allowOlder whether a model may be replaced by one with a lower version
 * @param end when it is over
 */
public record RollCallStep(Path image, Path list, List<Path> trusted, boolean allowOlder, End end) {
    public RollCallStep {
        trusted = List.copyOf(trusted);
    }
}
