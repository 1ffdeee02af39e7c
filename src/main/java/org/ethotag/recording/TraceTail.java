package org.ethotag.recording;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;

/**
 * The details at the end of a trace file, big-endian.
 *
 * @param details names, stretches and clock
 * @param fingerprints sorted
 */
record TraceTail(TraceDetails details, long[] fingerprints) {
    private static final int ANCHOR_BYTES = 28;
    private static final int RANGE_BYTES = 16;

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            writeText(out, details.name());
            writeText(out, details.animal());
            out.writeInt(details.stretches().size());
            for (var stretch : details.stretches()) {
                out.writeLong(stretch.from());
                out.writeLong(stretch.to());
            }
            out.writeInt(details.clock().anchors().size());
            for (var anchor : details.clock().anchors()) {
                out.writeLong(anchor.sample());
                var time = anchor.time();
                out.writeLong(time.getEpochSecond());
                out.writeInt(time.getNano());
                out.writeDouble(anchor.rateHz());
            }
            out.writeInt(fingerprints.length);
            for (long fingerprint : fingerprints) {
                out.writeLong(fingerprint);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** @throws ProblemException if the bytes say something that cannot be */
    static TraceTail parse(ByteBuffer bytes, TraceHeader header, Path file) {
        try {
            var name = readText(bytes, file);
            var animal = readText(bytes, file);
            var stretches = readStretches(bytes, file);
            var clock = new ClockMap(new SampleRate(header.rateHz()), readAnchors(bytes, file));
            var details = new TraceDetails(name, animal, header.rawSha256(), stretches, clock);
            TraceHeader.require(details.lengthSamples() == header.lengthSamples(), file, "stretches and length differ");
            return new TraceTail(details, readFingerprints(bytes, file));
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException nonsense) {
            throw new ProblemException(RecordingProblem.TRACE_DAMAGED, file, String.valueOf(nonsense.getMessage()))
                    .causedBy(nonsense);
        }
    }

    private static List<SampleRange> readStretches(ByteBuffer bytes, Path file) {
        int count = readCount(bytes, RANGE_BYTES, file);
        var stretches = new ArrayList<SampleRange>(count);
        for (int i = 0; i < count; i++) {
            stretches.add(new SampleRange(bytes.getLong(), bytes.getLong()));
        }
        return stretches;
    }

    private static List<Anchor> readAnchors(ByteBuffer bytes, Path file) {
        int count = readCount(bytes, ANCHOR_BYTES, file);
        var anchors = new ArrayList<Anchor>(count);
        for (int i = 0; i < count; i++) {
            long sample = bytes.getLong();
            var time = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
            anchors.add(new Anchor(sample, time, bytes.getDouble()));
        }
        return anchors;
    }

    private static long[] readFingerprints(ByteBuffer bytes, Path file) {
        var fingerprints = new long[readCount(bytes, Long.BYTES, file)];
        for (int i = 0; i < fingerprints.length; i++) {
            fingerprints[i] = bytes.getLong();
        }
        return fingerprints;
    }

    private static int readCount(ByteBuffer bytes, int entryBytes, Path file) {
        int count = bytes.getInt();
        TraceHeader.require(count >= 0 && count <= bytes.remaining() / entryBytes, file, "count " + count);
        return count;
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String readText(ByteBuffer bytes, Path file) {
        var utf8 = new byte[readCount(bytes, 1, file)];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
