package org.ethotag.flash.smp;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Named values as a request or a response carries them: whole numbers, decimals, flags, texts, bytes, lists
 * and nested fields, in the order in which they came. Immutable.
 */
public final class Fields {
    private static final Fields NONE = new Fields(Map.of());

    private final Map<String, Object> values;

    private Fields(Map<String, Object> values) {
        this.values = values;
    }

    /** No field at all. */
    public static Fields none() {
        return NONE;
    }

    /** One field; more with {@link #with}. */
    public static Fields of(String name, Object value) {
        return NONE.with(name, value);
    }

    /** @param value Long, Integer, Double, Boolean, String, byte[], Fields or a List of these */
    public Fields with(String name, Object value) {
        var all = new LinkedHashMap<>(values);
        all.put(Objects.requireNonNull(name), normal(value));
        return new Fields(all);
    }

    static Fields owning(Map<String, Object> values) {
        return new Fields(values);
    }

    private static Object normal(Object value) {
        return switch (value) {
            case Integer number -> (long) number;
            case Long number -> number;
            case Double number -> number;
            case Boolean flag -> flag;
            case String text -> text;
            case byte[] bytes -> bytes.clone();
            case Fields fields -> fields;
            case List<?> list -> list.stream().map(Fields::normal).toList();
            default -> throw new IllegalArgumentException("no field value: " + value.getClass());
        };
    }

    /** Whether a field of that name is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The names in their order. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** A whole number, or empty if there is none of that name. */
    public OptionalLong number(String name) {
        return value(name) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** A whole number from 0 to {@link Integer#MAX_VALUE}, or empty. */
    public OptionalInt count(String name) {
        return value(name) instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE
                ? OptionalInt.of((int) (long) number)
                : OptionalInt.empty();
    }

    /** A flag; absent is false, as the image state has it. */
    public boolean flag(String name) {
        return value(name) instanceof Boolean flag && flag;
    }

    /** A text, or empty. */
    public Optional<String> text(String name) {
        return value(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A copy of a byte string, or empty. */
    public Optional<byte[]> bytes(String name) {
        return value(name) instanceof byte[] bytes ? Optional.of(bytes.clone()) : Optional.empty();
    }

    /** Nested fields, or empty. */
    public Optional<Fields> fields(String name) {
        return value(name) instanceof Fields fields ? Optional.of(fields) : Optional.empty();
    }

    /** The nested fields in a list; entries of another kind are left out, no list is an empty one. */
    public List<Fields> list(String name) {
        return entries(name, Fields.class);
    }

    /** The texts in a list; entries of another kind are left out, no list is an empty one. */
    public List<String> texts(String name) {
        return entries(name, String.class);
    }

    /** The whole numbers in a list; entries of another kind are left out, no list is an empty one. */
    public List<Long> numbers(String name) {
        return entries(name, Long.class);
    }

    private <T> List<T> entries(String name, Class<T> type) {
        var found = new ArrayList<T>();
        if (value(name) instanceof List<?> list) {
            list.stream().filter(type::isInstance).map(type::cast).forEach(found::add);
        }
        return List.copyOf(found);
    }

    Map<String, Object> values() {
        return values;
    }

    private @Nullable Object value(String name) {
        return values.get(name);
    }

    /** As text, bytes in hexadecimal: equal fields give equal texts. */
    @Override
    public String toString() {
        return show(values);
    }

    private static String show(Object value) {
        return switch (value) {
            case byte[] bytes -> "h'" + HexFormat.of().formatHex(bytes) + "'";
            case List<?> list -> list.stream().map(Fields::show).toList().toString();
            case Map<?, ?> map -> {
                var parts = new ArrayList<String>();
                map.forEach((key, inner) -> parts.add(key + ": " + show(inner)));
                yield "{" + String.join(", ", parts) + "}";
            }
            case String text -> '"' + text + '"';
            default -> value.toString();
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fields fields && toString().equals(fields.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
