package org.ethotag.flash;

import java.util.ArrayList;
import java.util.List;
import org.ethotag.flash.smp.Fields;

/**
 * How much fits into a slot.
 *
 * @param image 0 firmware, 1 model
 * @param slot 0 or 1
 * @param sizeBytes the whole slot
 * @param largestImageBytes the largest file that an upload may bring, or 0 if the tag does not say
 */
public record SlotSize(int image, int slot, long sizeBytes, long largestImageBytes) {
    static List<SlotSize> listOf(Fields answer) {
        var sizes = new ArrayList<SlotSize>();
        for (Fields image : answer.list("images")) {
            for (Fields slot : image.list("slots")) {
                sizes.add(new SlotSize(
                        image.count("image").orElse(0),
                        slot.count("slot").orElse(0),
                        slot.number("size").orElse(0),
                        image.number("max_image_size").orElse(0)));
            }
        }
        return List.copyOf(sizes);
    }
}
