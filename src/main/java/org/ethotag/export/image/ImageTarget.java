package org.ethotag.export.image;

import java.nio.charset.StandardCharsets;

/**
 * For which tags a model image is, and as what it calls itself.
 *
 * @param hardwareId as the tag profile has it, 1 to 32 bytes of UTF-8
 * @param version of the model
 * @param minimumFirmware the bootloader refuses the model with an older firmware (image 0)
 */
public record ImageTarget(String hardwareId, ImageVersion version, ImageVersion minimumFirmware) {
    private static final int MOST_ID_BYTES = 32;

    public ImageTarget {
        int length = hardwareId.getBytes(StandardCharsets.UTF_8).length;
        if (length < 1 || length > MOST_ID_BYTES) {
            throw new IllegalArgumentException("a hardware id has 1 to 32 bytes, not " + length);
        }
    }
}
