package org.ethotag.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.ethotag.model.StudentModel;
import org.ethotag.quantization.Students;

/** Blobs that something happened to: cut off, flipped, or changed by somebody who knows the checksum. */
final class BrokenBlobs {
    /** A third of the changes hits the header and layer table, where every byte has a meaning. */
    private static final int MEANINGFUL_BYTES = BlobFormat.layerAt(BlobFormat.LAYERS);

    private static final int[] LIVELY = {0, 1, 2, 3, 4, 7, 8, 16, 30, 31, 64, 127, 128, 255};

    private static final int GRAPHS = 41;
    private static final List<List<byte[]>> WHOLE = wholes();

    private BrokenBlobs() {}

    /** One broken blob; the kind follows from the index. */
    static byte[] of(Random random, int index) {
        byte[] blob = whole(random, index);
        return switch (index % 4) {
            case 0 -> Arrays.copyOf(blob, random.nextInt(blob.length));
            case 1 -> flipped(random, blob);
            case 2 -> sealed(changed(random, blob, MEANINGFUL_BYTES));
            default -> sealed(changed(random, blob, blob.length));
        };
    }

    private static byte[] whole(Random random, int index) {
        var layouts = WHOLE.get(index % WHOLE.size());
        return layouts.get(random.nextInt(layouts.size())).clone();
    }

    /** Graphs of several sizes and both widths, every one in all layouts; making one costs more than breaking it. */
    private static List<List<byte[]>> wholes() {
        return IntStream.range(0, GRAPHS)
                .mapToObj(i -> {
                    var graph = Students.quantize(student(new Random(i), i), i % 5 == 0 ? 8 : 16);
                    return Stream.of(WeightLayout.values())
                            .map(layout -> ModelBlob.of(graph, layout).bytes())
                            .toList();
                })
                .toList();
    }

    /** Every fourth has an input perceptron. */
    private static StudentModel student(Random random, int i) {
        int hidden = 4 * (1 + i % 3);
        return i % 4 == 3
                ? Students.withFront(random, 4 * (1 + i % 2), hidden, 1 + i % 5, 2 + i % 3, 0.5)
                : Students.random(random, hidden, 1 + i % 5, 2 + i % 3, 1);
    }

    private static byte[] flipped(Random random, byte[] blob) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int bit = random.nextInt(8 * blob.length);
            blob[bit / 8] ^= (byte) (1 << bit % 8);
        }
        return blob;
    }

    private static byte[] changed(Random random, byte[] blob, int within) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(within);
            blob[at] = (byte) (random.nextBoolean() ? LIVELY[random.nextInt(LIVELY.length)] : random.nextInt());
        }
        return blob;
    }

    /** The same with model id and checksum made right, if the size in the header allows it. */
    static byte[] sealed(byte[] blob) {
        var buffer = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        int size = Math.clamp(buffer.getInt(BlobFormat.AT_SIZE) & 0xFFFFFFFFL, MEANINGFUL_BYTES, blob.length);
        var digest = ModelBlob.sha256();
        digest.update(blob, BlobFormat.HEADER_BYTES, size - BlobFormat.HEADER_BYTES);
        buffer.put(BlobFormat.AT_MODEL_ID, digest.digest(), 0, BlobFormat.MODEL_ID_BYTES);
        var crc = new CRC32();
        crc.update(blob, BlobFormat.CHECKED_FROM, size - BlobFormat.CHECKED_FROM);
        buffer.putInt(BlobFormat.AT_CRC, (int) crc.getValue());
        return blob;
    }
}
