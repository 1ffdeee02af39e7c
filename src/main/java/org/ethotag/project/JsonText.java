package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plain values as JSON text: maps, lists, strings, numbers and booleans. */
public final class JsonText {
    private JsonText() {}

    /** One document, indented, keys in the map's order; a number that JSON cannot say (NaN) becomes a string. */
    public static String of(Map<String, ?> document) {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException("not a plain value in " + document.keySet(), mistake);
        }
    }

    /** Texts by name as one object on one line, keys in their order. */
    static String line(Map<String, String> texts) {
        var node = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(texts).forEach(node::put);
        return node.toString();
    }

    /** What {@link #line} wrote. @throws IllegalArgumentException if it is no object of texts */
    static Map<String, String> texts(String json) {
        try {
            var texts = new TreeMap<String, String>();
            var node = new ObjectMapper().readTree(json);
            if (!node.isObject()) {
                throw new IllegalArgumentException("not texts by name: " + json);
            }
            for (var field : node.properties()) {
                if (!field.getValue().isTextual()) {
                    throw new IllegalArgumentException("not texts by name: " + json);
                }
                texts.put(field.getKey(), field.getValue().textValue());
            }
            return texts;
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("not texts by name: " + json, failure);
        }
    }

    /** Texts as one array on one line. */
    static String list(List<String> texts) {
        var array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array.toString();
    }

    /** @throws IllegalArgumentException if it is no array of texts */
    static List<String> strings(String json) {
        try {
            var texts = new ArrayList<String>();
            for (JsonNode text : new ObjectMapper().readTree(json)) {
                if (!text.isTextual()) {
                    throw new IllegalArgumentException("not a list of texts: " + json);
                }
                texts.add(text.textValue());
            }
            return List.copyOf(texts);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException("not a list of texts: " + json, failure);
        }
    }
}
