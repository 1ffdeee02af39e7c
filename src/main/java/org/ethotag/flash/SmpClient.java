package org.ethotag.flash;

import java.time.Duration;
import org.ethotag.flash.TagClock.Deadline;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;

/**
 * One request at a time over a line, each with its answer: new sequence per try, late and doubled answers dropped. One
 * thread.
 */
final class SmpClient {
    static final Duration ORDINARY = Duration.ofSeconds(2);
    static final int TRIES = 3;

    /** A packet of any size fits here; the length field of a frame has 16 bits. */
    private static final int LARGEST_ANSWER = 0xFFFF - FrameEncoder.OVERHEAD_BYTES;

    private static final byte[] END_OF_LINE = {'\n'};
    private static final int VERSION_2 = 1;

    private final TagLine line;
    private final Duration patience;
    private final FrameDecoder decoder = new FrameDecoder(LARGEST_ANSWER, FrameDecoder.Reading.MARKER_ANYWHERE);
    private final byte[] buffer = new byte[4096];
    private int sequence;
    private int version = VERSION_2;
    private boolean cleanLine;
    private long strays;
    private long timeouts;

    /** @param firstSequence any number; random per opening, so that answers to another program do not fit */
    SmpClient(TagLine line, int firstSequence) {
        this(line, firstSequence, ORDINARY);
    }

    /** @param patience how long an ordinary answer may take */
    SmpClient(TagLine line, int firstSequence, Duration patience) {
        this.line = line;
        this.patience = patience;
        this.sequence = firstSequence & 0xFF;
    }

    /** Asks up to {@link #TRIES} times. */
    SmpAnswer ask(TagCommand command, Fields body) {
        return ask(command, body, patience);
    }

    SmpAnswer ask(TagCommand command, Fields body, Duration timeout) {
        SmpAnswer answer = new SmpAnswer.Silence();
        for (int i = 0; i < TRIES && answer instanceof SmpAnswer.Silence; i++) {
            answer = askOnce(command, body, timeout);
        }
        return answer;
    }

    /** Asks once, as patiently as this client is. */
    SmpAnswer askOnce(TagCommand command, Fields body) {
        return askOnce(command, body, patience);
    }

    /** Asks once. After silence the next request first ends whatever line the tag may still be reading. */
    SmpAnswer askOnce(TagCommand command, Fields body, Duration timeout) {
        var answer = exchange(command, body, timeout);
        if (version == VERSION_2
                && answer instanceof SmpAnswer.Refused refused
                && refused.group() < 0
                && (refused.code() == SmpError.VERSION_TOO_NEW || refused.code() == SmpError.VERSION_TOO_OLD)) {
            version = 0;
            return exchange(command, body, timeout);
        }
        return answer;
    }

    private SmpAnswer exchange(TagCommand command, Fields body, Duration timeout) {
        var request = packet(command, body, sequence);
        sequence = (sequence + 1) & 0xFF;
        if (!cleanLine) {
            line.write(END_OF_LINE);
        }
        line.write(FrameEncoder.frame(request.encode(Cbor.Lengths.DEFINITE)));
        var answer = await(request, line.clock().in(timeout));
        cleanLine = !(answer instanceof SmpAnswer.Silence);
        return answer;
    }

    /** Older recovery loaders drop every frame of the second version without an answer: the next is a first one. */
    void switchVersion() {
        version = VERSION_2 - version;
    }

    /** 1 or 2. */
    int protocolVersion() {
        return version + 1;
    }

    /** Bytes of the packet that this request would be. */
    int sizeOf(TagCommand command, Fields body) {
        return packet(command, body, 0).encode(Cbor.Lengths.DEFINITE).length;
    }

    /** What the line threw at us that was no answer. */
    LineQuality quality() {
        return new LineQuality(timeouts, strays, decoder.framesDropped());
    }

    private SmpPacket packet(TagCommand command, Fields body, int number) {
        return new SmpPacket(version, command.operation(), command.group(), number, command.id(), body);
    }

    private SmpAnswer await(SmpPacket request, Deadline deadline) {
        while (!deadline.over()) {
            int length = line.read(buffer, deadline.left());
            for (byte[] bytes : decoder.feed(buffer, length)) {
                var packet = SmpPacket.parse(bytes);
                if (packet.isPresent() && packet.get().answers(request)) {
                    return SmpAnswer.of(packet.get().body());
                }
                strays++;
            }
        }
        timeouts++;
        return new SmpAnswer.Silence();
    }
}
