package org.ethotag.flash.smp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** Packets to the lines of a serial console ({@code smp_transport.rst} of Zephyr, section on the console). */
public final class FrameEncoder {
    /** Raw bytes of one line: 124 base64 characters, which with marker and line feed make 127 bytes. */
    public static final int LINE_BYTES = 93;

    /** What length and checksum add to a packet. */
    public static final int OVERHEAD_BYTES = 4;

    private static final int LARGEST_PACKET = 0xFFFF - 2;

    private FrameEncoder() {}

    /**
     * The lines of one packet.
     *
     * @param packet 1 to 65,533 bytes
     */
    public static byte[] frame(byte[] packet) {
        if (packet.length == 0 || packet.length > LARGEST_PACKET) {
            throw new IllegalArgumentException("a packet has 1 to 65533 bytes, not " + packet.length);
        }
        byte[] raw = ByteBuffer.allocate(packet.length + OVERHEAD_BYTES)
                .putShort((short) (packet.length + 2))
                .put(packet)
                .putShort((short) Crc16.of(packet, 0, packet.length))
                .array();
        var lines = new ByteArrayOutputStream(raw.length * 3 / 2);
        for (int from = 0; from < raw.length; from += LINE_BYTES) {
            lines.writeBytes(from == 0 ? Marker.FIRST.bytes() : Marker.NEXT.bytes());
            lines.writeBytes(
                    Base64.getEncoder().encode(Arrays.copyOfRange(raw, from, Math.min(raw.length, from + LINE_BYTES))));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
