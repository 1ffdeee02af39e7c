package org.ethotag.flash;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.ethotag.export.image.ModelImage;

/**
 * The image of a job, as the tag's image state shows it.
 *
 * @param number of the image, 1 or more
 * @param hash of the state list, 64 hex digits
 */
record OurImage(int number, String hash) {
    static OurImage of(ModelImage image, FlashRules rules) {
        return new OurImage(rules.modelImage(), HexFormat.of().formatHex(image.hash()));
    }

    /** Whether it is what the tag runs, on trial or for good. */
    boolean runs(List<ImageSlot> slots) {
        return in(slots, 0).isPresent();
    }

    /** Whether it runs and stays. */
    boolean confirmed(List<ImageSlot> slots) {
        return in(slots, 0).filter(ImageSlot::confirmed).isPresent();
    }

    /** Whether the next restart tries it. */
    boolean waits(List<ImageSlot> slots) {
        return in(slots, 1).filter(ImageSlot::pending).isPresent();
    }

    private Optional<ImageSlot> in(List<ImageSlot> slots, int slot) {
        return ImageSlot.find(slots, number, slot).filter(found -> found.hash().equals(hash));
    }
}
