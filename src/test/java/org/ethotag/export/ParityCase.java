package org.ethotag.export;

import java.nio.ByteBuffer;

/** Something that the C runtime computes and Java too (kinds: {@code src/test/c/parity.h}). */
interface ParityCase {
    /** How many results it compares: steps, table inputs, conditioned samples, windows, periods or turns. */
    int results();

    /** Writes kind and input. */
    void write(ByteSink sink);

    /** Takes this case's part of the output and compares every integer of it. */
    void compare(ByteBuffer output);
}
