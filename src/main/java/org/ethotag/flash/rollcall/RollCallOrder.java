package org.ethotag.flash.rollcall;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.ethotag.flash.FlashOrder;
import org.ethotag.flash.FlashRules;
import org.ethotag.problem.ProblemException;

/**
 * What a roll call is to do.
 *
 * @param list who is called
 * @param images for each tag of the list, by serial number
 * @param trustedKeys who may have signed them
 * @param end when it is over
 */
public record RollCallOrder(RollCallList list, Map<String, Image> images, List<PublicKey> trustedKeys, End end) {
    /**
     * A model image.
     *
     * @param name of its file
     * @param bytes the file
     * @param sha256 of the file, 64 hex digits
     * @param rules what to insist on for its kind of tag
     */
    public record Image(String name, byte[] bytes, String sha256, FlashRules rules) {}

    /** When a roll call is over. */
    public enum End {
        /** When nothing is being flashed and nothing new came for some seconds. */
        WHEN_QUIET,
        /** When every tag of the list is verified, or somebody stops it. */
        WHEN_COMPLETE
    }

    /** How long nothing new may come. */
    static final Duration QUIET = Duration.ofSeconds(5);

    public RollCallOrder {
        images = Map.copyOf(images);
        trustedKeys = List.copyOf(trustedKeys);
        for (RollCallEntry entry : list.entries()) {
            if (!images.containsKey(entry.tag())) {
                throw new IllegalArgumentException("no image for " + entry.tag());
            }
        }
    }

    /** Of a whole image file; 32 bytes. */
    public static byte[] sha256(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Image imageOf(RollCallEntry entry) {
        Image image = images.get(entry.tag());
        if (image == null) {
            throw new IllegalStateException("no image for " + entry.tag());
        }
        return image;
    }

    /** @throws ProblemException for the first image that is not signed as it must be, before any tag is touched */
    public void checkImages() {
        var checked = new HashSet<String>();
        for (RollCallEntry entry : list.entries()) {
            var image = imageOf(entry);
            if (checked.add(image.sha256())) {
                new FlashOrder(image.name(), image.bytes(), trustedKeys, entry.tag(), image.rules()).check();
            }
        }
    }
}
