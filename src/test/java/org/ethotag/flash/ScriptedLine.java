package org.ethotag.flash;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.ethotag.flash.smp.Cbor;
import org.ethotag.flash.smp.Fields;
import org.ethotag.flash.smp.FrameDecoder;
import org.ethotag.flash.smp.FrameEncoder;
import org.ethotag.flash.smp.SmpPacket;

/** A tag that gives prepared answers, one for each request. */
final class ScriptedLine implements TagLine {
    private final FrameDecoder decoder = new FrameDecoder(1020, FrameDecoder.Reading.MARKER_AT_LINE_START);
    private final ArrayDeque<Fields> answers;
    private final List<Fields> asked = new ArrayList<>();
    private byte[] waiting = new byte[0];

    ScriptedLine(Fields... answers) {
        this.answers = new ArrayDeque<>(List.of(answers));
    }

    /** What was asked last. */
    Fields lastRequest() {
        return asked.getLast();
    }

    @Override
    public String name() {
        return "scripted tag";
    }

    @Override
    public String portSerial() {
        return "";
    }

    @Override
    public TagClock clock() {
        return TagClock.system();
    }

    @Override
    public void write(byte[] bytes) {
        for (byte[] packet : decoder.feed(bytes, bytes.length)) {
            var request = SmpPacket.parse(packet).orElseThrow();
            asked.add(request.body());
            waiting = FrameEncoder.frame(request.answer(answers.remove()).encode(Cbor.Lengths.INDEFINITE));
        }
    }

    @Override
    public int read(byte[] into, Duration atMost) {
        int length = waiting.length;
        System.arraycopy(waiting, 0, into, 0, length);
        waiting = new byte[0];
        return length;
    }

    @Override
    public void close() {
        answers.clear();
    }
}
