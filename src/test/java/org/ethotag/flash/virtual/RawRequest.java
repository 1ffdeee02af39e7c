package org.ethotag.flash.virtual;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;

/** Requests that the laptop's side has no method for. */
final class RawRequest {
    static final int IMAGES = 1;
    static final int SETTINGS = 3;
    static final int OURS = 64;
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int SAMPLES_PER_REQUEST = 50;
    private static final int SEQUENCE = 5;

    private RawRequest() {}

    /** One request of the second version and the fields of its answer. */
    static Fields ask(PluggableTag tag, int connection, boolean writes, int group, int command, Fields body) {
        var request = new SmpPacket(1, writes ? 2 : 0, group, SEQUENCE, command, body);
        byte[] answer = answer(tag, connection, request.encode(Cbor.Lengths.DEFINITE));
        return SmpPacket.parse(answer).orElseThrow().body();
    }

    /** One packet, as its bytes, and the bytes of the packet that answers it. */
    static byte[] answer(PluggableTag tag, int connection, byte[] packet) {
        byte[] frame = FrameEncoder.frame(packet);
        var decoder = new FrameDecoder(1_000, FrameDecoder.Reading.MARKER_ANYWHERE);
        byte[] heard = tag.exchange(connection, frame, PATIENCE);
        while (heard.length > 0) {
            List<byte[]> packets = decoder.feed(heard, heard.length);
            if (!packets.isEmpty()) {
                return packets.getFirst();
            }
            heard = tag.exchange(connection, new byte[0], PATIENCE);
        }
        throw new AssertionError("no answer to " + HexFormat.of().formatHex(packet));
    }

    /** The code with which a group refused, or -1 if it did not. */
    static int refusal(Fields answer) {
        return answer.fields("err")
                .or(() -> answer.fields("ret"))
                .flatMap(error -> error.count("rc").stream().boxed().findFirst())
                .orElse(-1);
    }

    /** Samples [from, to) in place of the sensor's. */
    static void feed(PluggableTag tag, int connection, short[][] counts, int from, int to) {
        for (int at = from; at < to; at += SAMPLES_PER_REQUEST) {
            byte[] part = bytes(counts, at, Math.min(to, at + SAMPLES_PER_REQUEST));
            ask(tag, connection, true, OURS, 4, Fields.of("data", part));
        }
    }

    /** Samples [from, to), little-endian. */
    static byte[] bytes(short[][] counts, int from, int to) {
        var bytes = ByteBuffer.allocate((to - from) * 6).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i < to; i++) {
            for (short count : counts[i]) {
                bytes.putShort(count);
            }
        }
        return bytes.array();
    }
}
