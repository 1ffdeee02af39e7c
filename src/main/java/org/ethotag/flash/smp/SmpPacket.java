package org.ethotag.flash.smp;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ethotag.problem.ProblemException;

/**
 * One message: eight bytes of header and a CBOR map.
 *
 * @param version 0 for the first version of the protocol, 1 for the second
 * @param operation 0 read, 1 answer to it, 2 write, 3 answer to it
 * @param group 0 to 65,535
 * @param sequence 0 to 255, the same in the answer
 * @param command 0 to 255
 * @param body the map
 */
public record SmpPacket(int version, int operation, int group, int sequence, int command, Fields body) {
    /** Bytes before the map. */
    public static final int HEADER_BYTES = 8;

    private static final int ANSWER = 1;

    public SmpPacket {
        if (version < 0 || version > 3 || operation < 0 || operation > 7) {
            throw new IllegalArgumentException("no version " + version + " or operation " + operation);
        }
        if (group < 0 || group > 0xFFFF || sequence < 0 || sequence > 0xFF || command < 0 || command > 0xFF) {
            throw new IllegalArgumentException("no group " + group + ", sequence " + sequence + ", id " + command);
        }
    }

    /** The bytes of the packet. */
    public byte[] encode(Cbor.Lengths lengths) {
        byte[] map = Cbor.encode(body, lengths);
        return ByteBuffer.allocate(HEADER_BYTES + map.length)
                .put((byte) (version << 3 | operation))
                .put((byte) 0)
                .putShort((short) map.length)
                .putShort((short) group)
                .put((byte) sequence)
                .put((byte) command)
                .put(map)
                .array();
    }

    /** The packet that these bytes are, or empty if they are none and must be dropped. */
    public static Optional<SmpPacket> parse(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            return Optional.empty();
        }
        var header = ByteBuffer.wrap(bytes);
        int first = header.get();
        header.get();
        int length = header.getShort() & 0xFFFF;
        int group = header.getShort() & 0xFFFF;
        int sequence = header.get() & 0xFF;
        int command = header.get() & 0xFF;
        if (length != bytes.length - HEADER_BYTES) {
            return Optional.empty();
        }
        try {
            Fields body = length == 0 ? Fields.none() : Cbor.decode(bytes, HEADER_BYTES, length);
            return Optional.of(new SmpPacket(first >> 3 & 3, first & 7, group, sequence, command, body));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /** Whether this is the answer to a request. A late or doubled answer to another one is not. */
    public boolean answers(SmpPacket request) {
        return operation == request.operation + ANSWER
                && group == request.group
                && sequence == request.sequence
                && command == request.command;
    }

    /** The same in another version of the protocol. */
    public SmpPacket of(int otherVersion) {
        return new SmpPacket(otherVersion, operation, group, sequence, command, body);
    }

    /** The answer to this request. */
    public SmpPacket answer(Fields answer) {
        return new SmpPacket(version, operation + ANSWER, group, sequence, command, answer);
    }
}
