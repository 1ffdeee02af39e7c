package org.ethotag.recording.reading;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Knows a tag maker's own format by the first bytes of a file. */
final class DeviceFormats {
    /** Enough for the header of every format, the longest first line of a table included. */
    private static final int PROBE_BYTES = 1 << 15;

    private DeviceFormats() {}

    /** The reader of a file; nothing if it is none of these formats, and so must be a table. */
    static Optional<DeviceFile> of(ImportOrder order, ImportSettings settings) {
        var start = start(order);
        if (AxivityFile.recognises(start)) {
            return Optional.of(new AxivityFile(order.file(), start));
        }
        if (ActigraphFile.recognises(start)) {
            return Optional.of(ActigraphFile.open(order.file()));
        }
        return MovebankColumns.of(start).map(columns -> new MovebankFile(order, settings, columns));
    }

    private static byte[] start(ImportOrder order) {
        var start = new byte[PROBE_BYTES];
        try (var raw = new RawFile(order.file())) {
            return Arrays.copyOf(start, raw.bytes().readNBytes(start, 0, start.length));
        } catch (IOException failure) {
            throw RawFile.unreadable(order.file(), failure);
        }
    }
}
