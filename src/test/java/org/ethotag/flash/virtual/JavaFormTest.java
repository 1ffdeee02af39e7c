package org.ethotag.flash.virtual;

import java.util.stream.IntStream;

/** The form in Java, on a clock that jumps. */
class JavaFormTest extends TagFormTest {
    private static final int OPERATIONS = 260;
    private static final int STEP = 5;

    @Override
    FlashBench.Form form() {
        return FlashBench.javaForm();
    }

    @Override
    IntStream cuts() {
        return IntStream.iterate(1, cut -> cut < OPERATIONS, cut -> cut + STEP);
    }
}
