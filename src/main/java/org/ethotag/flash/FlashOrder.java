package org.ethotag.flash;

import java.security.PublicKey;
import java.util.List;

/**
 * What is to be flashed, and to which tag.
 *
 * @param name of the image file, for messages
 * @param image the signed file
 * @param trustedKeys who may have signed it, at least one
 * @param serial of the tag, or empty for whichever the connector finds
 * @param rules what to insist on
 */
public record FlashOrder(String name, byte[] image, List<PublicKey> trustedKeys, String serial, FlashRules rules) {
    public FlashOrder {
        image = image.clone();
        trustedKeys = List.copyOf(trustedKeys);
        if (trustedKeys.isEmpty()) {
            throw new IllegalArgumentException("nobody is trusted");
        }
    }

    /**
     * Checks the image alone: form, digest, signature and content.
     *
     * @throws org.ethotag.problem.ProblemException saying what is wrong
     */
    public void check() {
        FlashGates.trusted(this);
    }
}
