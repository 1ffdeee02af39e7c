package org.ethotag.flash.virtual;

import java.util.Optional;

/** A model as the tag's firmware runs it: classifier and golden windows of one payload. Immutable. */
interface TagModel {
    /** Its id, 16 hex digits. */
    String id();

    /** The class in words. */
    String label(int classIndex);

    /** How many classes it tells apart. */
    int classes();

    /** How many golden windows it carries. */
    int windows();

    /** The raw counts of a golden window, [sample][axis] as int16 little endian. */
    byte[] samples(int window);

    /** What that window must give. */
    int[] expected(int window);

    /** What that window does give. */
    int[] logits(int window);

    /** Samples in a window. */
    int windowSamples();

    /** What a window of raw counts gives, [sample][axis]. */
    int[] classify(short[][] counts);

    /** The class of these logits. */
    int classOf(int[] logits);

    /** Reads payloads. */
    @FunctionalInterface
    interface Loader {
        /** The model in this payload, or empty if it is none. */
        Optional<TagModel> load(byte[] payload);
    }
}
