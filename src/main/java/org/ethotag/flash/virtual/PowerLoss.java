package org.ethotag.flash.virtual;

/** The emulated power failed: whatever the tag was doing ends here. Never leaves the tag. */
final class PowerLoss extends RuntimeException {
    private static final long serialVersionUID = 1;

    PowerLoss() {
        super("power lost", null, false, false);
    }
}
