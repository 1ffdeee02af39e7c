package org.ethotag.flash.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON value and where it stands. Immutable.
 *
 * @param value a Map of names to JsonTree, a List of JsonTree, a String, a BigDecimal or a Boolean
 * @param line from 1
 * @param column from 1
 */
public record JsonTree(Object value, int line, int column) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 16;

    /** Reads one document. @throws Violation where it is no JSON, repeats a name or has a null */
    public static JsonTree read(byte[] json) throws Violation {
        try (var tokens = JSON.createParser(json)) {
            JsonToken first = tokens.nextToken();
            if (first == null) {
                throw new Violation("", 1, 1, "the file is empty");
            }
            JsonTree tree = tree(tokens, first, "", 0);
            if (tokens.nextToken() != null) {
                throw at(tokens, "", "something follows the end");
            }
            return tree;
        } catch (JsonProcessingException bad) {
            var place = bad.getLocation();
            throw new Violation(
                    "", Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), bad.getOriginalMessage());
        } catch (IOException bad) {
            throw new Violation("", 1, 1, String.valueOf(bad.getMessage()));
        }
    }

    private static Violation at(JsonParser tokens, String path, String why) {
        var place = tokens.currentTokenLocation();
        return new Violation(path, place.getLineNr(), place.getColumnNr(), why);
    }

    private static JsonTree tree(JsonParser tokens, JsonToken token, String path, int depth)
            throws IOException, Violation {
        if (depth > DEEPEST) {
            throw at(tokens, path, "it is nested too deeply");
        }
        var place = tokens.currentTokenLocation();
        Object value = switch (token) {
            case START_OBJECT -> object(tokens, path, depth);
            case START_ARRAY -> list(tokens, path, depth);
            case VALUE_STRING -> tokens.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(tokens, path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw at(tokens, path, "there is no value");
        };
        return new JsonTree(value, place.getLineNr(), place.getColumnNr());
    }

    private static BigDecimal number(JsonParser tokens, String path) throws IOException, Violation {
        String text = tokens.getText();
        if (text.length() > 40) { // more digits than anything here means, and an exponent must not become memory
            throw at(tokens, path, "the number is too long");
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            throw at(tokens, path, "it is no number");
        }
    }

    private static Map<String, JsonTree> object(JsonParser tokens, String path, int depth)
            throws IOException, Violation {
        var members = new LinkedHashMap<String, JsonTree>();
        for (JsonToken token = tokens.nextToken(); token == JsonToken.FIELD_NAME; token = tokens.nextToken()) {
            String name = tokens.currentName();
            String inner = path.isEmpty() ? name : path + "." + name;
            if (members.containsKey(name)) {
                throw at(tokens, inner, "it comes twice");
            }
            members.put(name, tree(tokens, tokens.nextToken(), inner, depth + 1));
        }
        return members;
    }

    private static List<JsonTree> list(JsonParser tokens, String path, int depth) throws IOException, Violation {
        var entries = new ArrayList<JsonTree>();
        for (JsonToken token = tokens.nextToken(); token != JsonToken.END_ARRAY; token = tokens.nextToken()) {
            entries.add(tree(tokens, token, path, depth + 1));
        }
        return List.copyOf(entries);
    }

    /** The members of an object; none if it is something else. */
    public Map<String, JsonTree> members() {
        var members = new LinkedHashMap<String, JsonTree>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put((String) name, (JsonTree) member));
        }
        return members;
    }

    /** The entries of a list; none if it is something else. */
    public List<JsonTree> entries() {
        return value instanceof List<?> list
                ? list.stream().map(JsonTree.class::cast).toList()
                : List.of();
    }

    /** A member of an object. */
    public Optional<JsonTree> member(String name) {
        return Optional.ofNullable(members().get(name));
    }

    /** A text; the schema has made sure that it is one. */
    public String text() {
        return (String) value;
    }

    /** A number; the schema has made sure that it is one. */
    public BigDecimal number() {
        return (BigDecimal) value;
    }
}
