package org.ethotag.flash;

import java.util.List;

/**
 * What a tag in recovery is to be given.
 *
 * @param model as for an ordinary job; its rules' battery and version do not count, nobody could answer for them
 * @param firmware the tag's own program as a signed image, none or one
 */
public record RecoveryOrder(FlashOrder model, List<byte[]> firmware) {
    public RecoveryOrder {
        firmware = firmware.stream().map(byte[]::clone).toList();
        if (firmware.size() > 1) {
            throw new IllegalArgumentException("one firmware, not " + firmware.size());
        }
    }
}
