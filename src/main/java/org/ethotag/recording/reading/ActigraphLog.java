package org.ethotag.recording.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The records of {@code log.bin}: separator 1E, type, time in seconds since 1970 (local), payload size, payload, checksum.
 * After a record with a wrong checksum the next separator that begins a good record is looked for.
 */
final class ActigraphLog {
    private static final int SEPARATOR = 0x1E;
    private static final int HEADER_BYTES = 8;
    private static final int MOST_RECORD_BYTES = HEADER_BYTES + 0xFFFF + 1;
    private static final int ACTIVITY = 0;
    private static final int ACTIVITY2 = 26;
    private static final int PARAMETERS = 21;
    private static final int PARAMETER_BYTES = 8;
    private static final int ACCEL_SCALE = 55;

    private final SampleBlock block = new SampleBlock();
    private double countsPerG;

    /** @param countsPerG unless the log's parameters say otherwise */
    ActigraphLog(double countsPerG) {
        this.countsPerG = countsPerG;
    }

    void read(InputStream log, BlockSink sink) throws IOException {
        var in = new BufferedInputStream(log, MOST_RECORD_BYTES);
        var record = new byte[MOST_RECORD_BYTES];
        long number = 0;
        boolean lost = false;
        while (true) {
            in.mark(MOST_RECORD_BYTES);
            int first = in.read();
            if (first < 0) {
                return;
            }
            record[0] = (byte) first;
            int length = first == SEPARATOR ? rest(in, record) : 0;
            if (length > 0) {
                take(record, length, number++, sink);
                lost = false;
            } else {
                in.reset();
                in.skipNBytes(1);
                boolean padding = first == 0;
                if (!padding && !lost) {
                    sink.damaged(number);
                    lost = true;
                }
            }
        }
    }

    /** Reads the rest of a record. @return its length, 0 if it is cut short or its checksum is wrong */
    private static int rest(InputStream in, byte[] record) throws IOException {
        if (in.readNBytes(record, 1, HEADER_BYTES - 1) < HEADER_BYTES - 1) {
            return 0;
        }
        int size = word(record, 6);
        if (in.readNBytes(record, HEADER_BYTES, size + 1) <= size) {
            return 0;
        }
        int sum = 0;
        for (int i = 0; i < HEADER_BYTES + size; i++) {
            sum ^= record[i];
        }
        return (byte) ~sum == record[HEADER_BYTES + size] ? HEADER_BYTES + size + 1 : 0;
    }

    private void take(byte[] record, int length, long number, BlockSink sink) {
        int size = length - HEADER_BYTES - 1;
        int type = record[1];
        if (type == PARAMETERS) {
            parameters(record, size);
        }
        boolean words = type == ACTIVITY2;
        boolean usbEvent = size <= 1;
        if ((type != ACTIVITY && !words) || usbEvent) {
            return;
        }
        long seconds = word(record, 2) | (long) word(record, 4) << Short.SIZE;
        block.begin(number, seconds * NumericStamps.SECOND, 0, 1 / countsPerG);
        if (words) {
            ActigraphSamples.addWords(block, record, HEADER_BYTES, size / ActigraphSamples.WORDS_SAMPLE_BYTES);
        } else {
            var payload = Arrays.copyOfRange(record, HEADER_BYTES, HEADER_BYTES + size + 1);
            ActigraphSamples.addPacked(block, payload, size * Byte.SIZE / ActigraphSamples.PACKED_SAMPLE_BITS);
        }
        sink.block(block);
    }

    /** Takes the scale from a list of parameters: address space and key in 16 bits each, then the value in 32. */
    private void parameters(byte[] record, int size) {
        for (int at = HEADER_BYTES; at + PARAMETER_BYTES <= HEADER_BYTES + size; at += PARAMETER_BYTES) {
            if (word(record, at) == 0 && word(record, at + 2) == ACCEL_SCALE) {
                double scale = deviceFloat(word(record, at + 4) | word(record, at + 6) << Short.SIZE);
                countsPerG = scale > 0 ? scale : countsPerG;
            }
        }
    }

    /** A signed 24-bit fraction of 2^23 and, on top, a signed 8-bit power of two (LogRecords/Parameters.md). */
    private static double deviceFloat(int bits) {
        return Math.scalb((bits << Byte.SIZE >> Byte.SIZE) / (double) (1 << 23), bits >> 24);
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << Byte.SIZE;
    }
}
