package org.ethotag.flash.smp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One map from a stream of tokens, to a bounded depth. */
final class FieldsReader {
    /** Deeper nesting than any message has. */
    private static final int DEEPEST = 8;

    private final JsonParser tokens;

    /** @param tokens before the first token; stays the caller's to close */
    public FieldsReader(JsonParser tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads the one map that the tokens are.
     *
     * @throws IOException if they are something else, nest too deeply, repeat a name or go on after the map
     */
    public Fields read() throws IOException {
        if (tokens.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("not a map");
        }
        Fields fields = map(1);
        if (tokens.nextToken() != null) {
            throw new IOException("something follows the map");
        }
        return fields;
    }

    private Fields map(int depth) throws IOException {
        check(depth);
        var values = new LinkedHashMap<String, Object>();
        while (next() != JsonToken.END_OBJECT) {
            String name = tokens.currentName();
            Object value = value(next(), depth);
            if (name == null || (value != null && values.put(name, value) != null)) {
                throw new IOException("a name is missing or comes twice: " + name);
            }
        }
        return Fields.owning(values);
    }

    private List<Object> list(int depth) throws IOException {
        check(depth);
        var values = new ArrayList<>();
        for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
            Object value = value(token, depth);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    /** @return null for the null of the format, which counts as absent */
    private @Nullable Object value(JsonToken token, int depth) throws IOException {
        return switch (token) {
            case START_OBJECT -> map(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> tokens.getText();
            case VALUE_NUMBER_INT -> tokens.getLongValue();
            case VALUE_NUMBER_FLOAT -> tokens.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_EMBEDDED_OBJECT -> bytes();
            default -> throw new IOException("unexpected " + token);
        };
    }

    /** Copied piece by piece, so that a huge declared length over a short input costs nothing. */
    private byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        tokens.readBinaryValue(bytes);
        return bytes.toByteArray();
    }

    private JsonToken next() throws IOException {
        JsonToken token = tokens.nextToken();
        if (token == null) {
            throw new IOException("ends in the middle of a map");
        }
        return token;
    }

    private static void check(int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("nested deeper than " + DEEPEST);
        }
    }
}
