package org.ethotag.flash.virtual;

import java.util.stream.IntStream;

/** The reference tag on an emulated Cortex-M3. What is sampled here is done in full, on the computer, elsewhere. */
class EmulatedFormTest extends TagFormTest {
    private static final int STEP = Integer.getInteger("ethotag.emulated.cuts", 61);
    private static final int OPERATIONS = 260;

    @Override
    FlashBench.Form form() {
        return EmulatedForm.on(EmulatedCore.CORTEX_M3);
    }

    @Override
    IntStream cuts() {
        return IntStream.iterate(7, cut -> cut < OPERATIONS, cut -> cut + STEP);
    }
}
