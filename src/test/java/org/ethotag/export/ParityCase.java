package org.ethotag.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** One blob, whole or broken, and windows of one length for it, [sample][axis] each. */
record ParityCase(byte[] blob, List<short[][]> windows) {
    /** What came out: per window state, logits, class and margin in a row. Empty unless the status is 0. */
    record Result(int status, int selfTest, List<int[]> windows) {}

    /** The input file of {@code src/test/c/parity.c}. */
    static byte[] bytes(List<ParityCase> cases) {
        var sink = new ByteSink().int32(cases.size());
        for (ParityCase one : cases) {
            int length = one.windows().isEmpty() ? 0 : one.windows().getFirst().length;
            sink.int32(one.blob().length)
                    .int32(one.windows().size())
                    .int32(length)
                    .bytes(one.blob());
            for (short[][] window : one.windows()) {
                for (short[] sample : window) {
                    for (short value : sample) {
                        sink.int16(value);
                    }
                }
            }
        }
        return sink.toArray();
    }

    /** Reads this case's part of the output file. */
    Result result(ByteBuffer read) {
        int status = read.getInt();
        if (status != 0) {
            return new Result(status, 0, List.of());
        }
        int selfTest = read.getInt();
        var header = ByteBuffer.wrap(blob).order(ByteOrder.LITTLE_ENDIAN);
        int count = header.getShort(BlobFormat.AT_HIDDEN) + header.getShort(BlobFormat.AT_CLASSES) + 2;
        var results = new ArrayList<int[]>();
        for (int i = 0; i < windows.size(); i++) {
            int[] values = new int[count];
            for (int k = 0; k < count; k++) {
                values[k] = read.getInt();
            }
            results.add(values);
        }
        return new Result(status, selfTest, results);
    }
}
