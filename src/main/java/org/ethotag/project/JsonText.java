package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
