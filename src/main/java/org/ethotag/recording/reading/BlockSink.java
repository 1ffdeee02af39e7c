package org.ethotag.recording.reading;

/** Takes what is in a {@link DeviceFile}. */
interface BlockSink {
    /** A good block; it is valid until this returns. */
    void block(SampleBlock block);

    /** A block that its own checksum or bounds call damaged; it is passed over. {@code number} tells where it is. */
    void damaged(long number);
}
