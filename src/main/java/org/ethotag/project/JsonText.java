package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
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
}
