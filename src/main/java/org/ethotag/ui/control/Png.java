package org.ethotag.ui.control;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;

/** A picture as a PNG file: eight bits per channel with opacity, no filter (W3C PNG, third edition, sections 5 and 11). */
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final byte CHANNEL_BITS = 8;
    private static final byte TRUE_COLOUR_WITH_OPACITY = 6;
    private static final int FRAME_BYTES = 12;

    private Png() {}

    /** The file's bytes. */
    public static byte[] bytes(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var header = ByteBuffer.allocate(HEADER_BYTES)
                .putInt(width)
                .putInt(height)
                .put(CHANNEL_BITS)
                .put(TRUE_COLOUR_WITH_OPACITY);
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        file.writeBytes(chunk("IHDR", header.array()));
        file.writeBytes(chunk("IDAT", deflated(rows(image.getPixelReader(), width, height))));
        file.writeBytes(chunk("IEND", new byte[0]));
        return file.toByteArray();
    }

    /** Every row begins with the number of its filter, 0 for none. */
    private static byte[] rows(PixelReader pixels, int width, int height) {
        var rows = ByteBuffer.allocate(height * (1 + Integer.BYTES * width));
        for (int y = 0; y < height; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < width; x++) {
                int argb = pixels.getArgb(x, y);
                rows.putInt(Integer.rotateLeft(argb, CHANNEL_BITS));
            }
        }
        return rows.array();
    }

    private static byte[] deflated(byte[] bytes) {
        try (var deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 16];
            while (!deflater.finished()) {
                packed.write(part, 0, deflater.deflate(part));
            }
            return packed.toByteArray();
        }
    }

    private static byte[] chunk(String type, byte[] content) {
        var chunk = ByteBuffer.allocate(content.length + FRAME_BYTES)
                .putInt(content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content);
        var crc = new CRC32();
        crc.update(chunk.array(), Integer.BYTES, Integer.BYTES + content.length);
        return chunk.putInt((int) crc.getValue()).array();
    }
}
