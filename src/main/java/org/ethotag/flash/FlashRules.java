package org.ethotag.flash;

import org.ethotag.problem.ProblemException;

/**
 * What a flash job insists on.
 *
 * @param modelImage which image of the tag is the model, 1 to 255
 * @param minimumBatteryPercent 0 to 100
 * @param largestImageBytes where the tag itself does not say
 * @param allowOlder whether a model may be replaced by one with a lower version
 */
public record FlashRules(int modelImage, int minimumBatteryPercent, int largestImageBytes, boolean allowOlder) {
    private static final int TRAILER_BYTES = 8192; // trailer and move sector (tag-link, section 3)
    private static final int USUAL_SLOT_BYTES = 80 * 1024;
    private static final int USUAL_BATTERY_PERCENT = 20;

    public FlashRules {
        if (modelImage < 1 || modelImage > 255 || minimumBatteryPercent < 0 || minimumBatteryPercent > 100) {
            throw new IllegalArgumentException("image " + modelImage + ", battery " + minimumBatteryPercent);
        }
    }

    /** For the reference tag. */
    public static FlashRules usual() {
        return new FlashRules(1, USUAL_BATTERY_PERCENT, USUAL_SLOT_BYTES - TRAILER_BYTES, false);
    }

    /**
     * For tags of a kind.
     *
     * @throws ProblemException {@link FlashProblem#LINK_MODE_NOT_OFFERED} if they take models in another way
     */
    public static FlashRules of(TagProfile profile) {
        if (profile.linkMode() != TagProfile.LinkMode.MCUBOOT_PAIR) {
            throw new ProblemException(
                    FlashProblem.LINK_MODE_NOT_OFFERED,
                    profile.name(),
                    profile.linkMode().word());
        }
        return new FlashRules(
                profile.modelImage(), profile.minimumBatteryPercent(), profile.slotBytes() - TRAILER_BYTES, false);
    }

    /** The same, with older models allowed. */
    public FlashRules allowingOlder() {
        return new FlashRules(modelImage, minimumBatteryPercent, largestImageBytes, true);
    }
}
