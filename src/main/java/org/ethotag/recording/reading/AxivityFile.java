package org.ethotag.recording.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.RecordingProblem;

/**
 * Axivity AX3 and AX6 recordings (.cwa): a header of 1024 bytes, then data blocks of 512 bytes, little-endian
 * (openmovementproject/openmovement, {@code Docs/ax3/ax3-technical.md} and {@code Docs/ax3/cwa.h}). Gyroscope values of an
 * AX6 are passed over. The device's clock shows local time.
 */
final class AxivityFile implements DeviceFile {
    private static final int HEADER_BYTES = 1024;
    private static final int BLOCK_MAGIC = 0x5841;
    private static final int BLOCK_BYTES = 512;
    private static final int DATA_AT = 30;
    private static final int DATA_BYTES = 480;
    private static final int AX6 = 0x64;
    private static final int FRACTION_BITS = 15;
    private static final int FRACTION_KNOWN = 1 << FRACTION_BITS;
    private static final double PACKED_STEP_G = 1.0 / 256;

    private final int hardware;
    private final long device;
    private final double rateHz;
    private final SampleBlock block = new SampleBlock();

    /** @param start at least the header of the file */
    AxivityFile(Path file, byte[] start) {
        if (start.length < HEADER_BYTES) {
            throw new ProblemException(
                    RecordingProblem.DEVICE_FILE_DAMAGED, file, start.length, "the header is cut short");
        }
        var header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        hardware = header.get(4) & 0xFF;
        int upper = header.getShort(11) & 0xFFFF;
        device = (upper == 0xFFFF ? 0 : (long) upper << 16) | (header.getShort(5) & 0xFFFF);
        rateHz = rate(header.get(36));
    }

    static boolean recognises(byte[] start) {
        return start.length >= 4 && start[0] == 'M' && start[1] == 'D' && start[2] == (byte) 0xFC && start[3] == 3;
    }

    @Override
    public String title() {
        return "Axivity " + (hardware == AX6 ? "AX6" : "AX3") + " CWA of device " + device;
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public String unit() {
        return "g";
    }

    @Override
    public String places() {
        return "blocks";
    }

    @Override
    public boolean localClock() {
        return true;
    }

    @Override
    public Optional<ZoneOffset> clockOffset() {
        return Optional.empty();
    }

    @Override
    public void read(InputStream in, BlockSink sink) throws IOException {
        in.skipNBytes(HEADER_BYTES);
        var bytes = new byte[BLOCK_BYTES];
        var data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int got = in.readNBytes(bytes, 0, BLOCK_BYTES);
        for (long number = 0; got > 0; number++) {
            if (got == BLOCK_BYTES && whole(data) && fill(data, number)) {
                sink.block(block);
            } else {
                sink.damaged(number);
            }
            got = in.readNBytes(bytes, 0, BLOCK_BYTES);
        }
    }

    /** Whether the block says that it is one and its 16-bit words add up to 0. */
    private static boolean whole(ByteBuffer data) {
        int sum = 0;
        for (int at = 0; at < BLOCK_BYTES; at += Short.BYTES) {
            sum += data.getShort(at);
        }
        return data.getShort(0) == BLOCK_MAGIC && data.getShort(2) == BLOCK_BYTES - 4 && (short) sum == 0;
    }

    /** Unpacks a block. @return false if its fields contradict each other */
    private boolean fill(ByteBuffer data, long number) {
        int axes = (data.get(25) & 0xFF) >> 4;
        int packing = data.get(25) & 0x0F;
        boolean packed = packing == 0 && axes == 3;
        int sampleBytes = packed ? Integer.BYTES : axes * Short.BYTES;
        int count = data.getShort(28) & 0xFFFF;
        if ((!packed && packing != 2) || axes == 0 || axes % 3 != 0 || count * sampleBytes > DATA_BYTES) {
            return false;
        }
        try {
            begin(data, number, packed);
        } catch (DateTimeException noTime) {
            return false;
        }
        int accelerometer = axes > 3 ? 3 * Short.BYTES : 0;
        for (int i = 0; i < count; i++) {
            int at = DATA_AT + i * sampleBytes;
            if (packed) {
                unpack(data.getInt(at));
            } else {
                add(data, at + accelerometer);
            }
        }
        return true;
    }

    /**
     * The block's time stamp holds at a sample index. Where the stamp has a fraction, the index was shifted back by the
     * samples of that fraction, for readers that know whole seconds only.
     */
    private void begin(ByteBuffer data, long number, boolean packed) {
        long nanos = nanos(data.getInt(14));
        int index = data.getShort(26);
        int fraction = data.getShort(4) & 0xFFFF;
        if (fraction >= FRACTION_KNOWN) {
            long part = (long) fraction - FRACTION_KNOWN;
            nanos += (part * NumericStamps.SECOND) >> FRACTION_BITS;
            index += (int) Math.floor(part * rateHz / FRACTION_KNOWN);
        }
        block.begin(number, nanos, index, packed ? PACKED_STEP_G : 1.0 / (1 << (8 + (data.getShort(18) >>> 13 & 7))));
    }

    /** Three signed 10-bit values and, on top, the exponent that they share. */
    private void unpack(int packed) {
        int exponent = packed >>> 30;
        block.add(tenBits(packed, 22, exponent), tenBits(packed, 12, exponent), tenBits(packed, 2, exponent));
    }

    private static float tenBits(int packed, int toTop, int exponent) {
        return (float) ((packed << toTop >> 22 << exponent) * PACKED_STEP_G);
    }

    private void add(ByteBuffer data, int at) {
        double step = block.gridG();
        block.add((float) (data.getShort(at) * step), (float) (data.getShort(at + 2) * step), (float)
                (data.getShort(at + 4) * step));
    }

    /** From the bits YYYYYYMM MMDDDDDh hhhhmmmm mmssssss, years since 2000. */
    private static long nanos(int stamp) {
        var time = LocalDateTime.of(
                2000 + (stamp >>> 26),
                stamp >>> 22 & 0xF,
                stamp >>> 17 & 0x1F,
                stamp >>> 12 & 0x1F,
                stamp >>> 6 & 0x3F,
                stamp & 0x3F);
        return time.toEpochSecond(ZoneOffset.UTC) * NumericStamps.SECOND;
    }

    /** @return samples per second, 0 if the code is empty */
    private static double rate(byte code) {
        return (code & 0x0F) == 0 ? 0 : 3200.0 / (1 << (15 - (code & 0x0F)));
    }
}
