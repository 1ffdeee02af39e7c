package org.ethotag.flash.smp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.ethotag.problem.ProblemException;

/** Fields as a CBOR map (RFC 8949) and back. Definite and indefinite lengths are read alike. */
public final class Cbor {
    /** How lengths are written. */
    public enum Lengths {
        /** Each map and list says its size first: what clients send. */
        DEFINITE,
        /** Each map and list ends with a break: what Zephyr sends. */
        INDEFINITE
    }

    /** Far above every packet of the protocol, whose length field has 16 bits. */
    private static final int LONGEST_INPUT = 0xFFFF;

    /** Names from strangers are not remembered from one message to the next: that memory would grow with their whims. */
    private static final CBORFactory FACTORY = CBORFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private Cbor() {}

    /** The bytes of one map. */
    public static byte[] encode(Fields fields, Lengths lengths) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            write(out, fields, lengths);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The map that {@code bytes[from, from + length)} is.
     *
     * @throws ProblemException {@link SmpProblem#BAD_MAP} if it is anything else
     */
    public static Fields decode(byte[] bytes, int from, int length) {
        if (length > LONGEST_INPUT) {
            throw new ProblemException(SmpProblem.BAD_MAP, "it has " + length + " bytes");
        }
        if (!CborHeads.stringsFit(bytes, from, from + length)) {
            throw new ProblemException(SmpProblem.BAD_MAP, "it claims to be longer than it is");
        }
        try (var tokens = FACTORY.createParser(bytes, from, length)) {
            return new FieldsReader(tokens).read();
        } catch (IOException | IllegalArgumentException | IllegalStateException bad) {
            throw new ProblemException(SmpProblem.BAD_MAP, firstLine(bad)).causedBy(bad);
        }
    }

    private static String firstLine(Throwable bad) {
        return String.valueOf(bad.getMessage()).lines().findFirst().orElse("");
    }

    private static void write(JsonGenerator out, Object value, Lengths lengths) throws IOException {
        switch (value) {
            case Fields fields -> {
                Map<String, Object> values = fields.values();
                if (lengths == Lengths.DEFINITE) {
                    out.writeStartObject(fields, values.size());
                } else {
                    out.writeStartObject();
                }
                for (var entry : values.entrySet()) {
                    out.writeFieldName(entry.getKey());
                    write(out, entry.getValue(), lengths);
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                if (lengths == Lengths.DEFINITE) {
                    out.writeStartArray(list, list.size());
                } else {
                    out.writeStartArray();
                }
                for (Object entry : list) {
                    write(out, entry, lengths);
                }
                out.writeEndArray();
            }
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Boolean flag -> out.writeBoolean(flag);
            case byte[] bytes -> out.writeBinary(bytes);
            default -> out.writeString(value.toString());
        }
    }
}
