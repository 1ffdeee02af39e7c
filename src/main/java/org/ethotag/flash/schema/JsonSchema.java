package org.ethotag.flash.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A JSON Schema (draft 2020-12), as far as ours go: {@code type}, {@code properties}, {@code required}, {@code
 * additionalProperties: false}, {@code items}, {@code minItems}, {@code maxItems}, {@code minLength}, {@code maxLength},
 * {@code pattern}, {@code enum} of texts, {@code minimum}, {@code maximum}, {@code exclusiveMinimum}. A schema with anything
 * else is a mistake of ours. Immutable.
 */
public final class JsonSchema {
    private static final Set<String> TALK = Set.of("$schema", "$id", "title", "description", "examples");
    private static final Set<String> RULES = Set.of(
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "pattern",
            "enum",
            "minimum",
            "maximum",
            "exclusiveMinimum");

    private final JsonTree schema;

    private JsonSchema(JsonTree schema) {
        this.schema = schema;
        for (String keyword : schema.members().keySet()) {
            if (!TALK.contains(keyword) && !RULES.contains(keyword)) {
                throw new IllegalArgumentException("the schema has a rule that nobody checks: " + keyword);
            }
        }
    }

    /** Reads one of our own schemas. */
    public static JsonSchema of(byte[] json) {
        try {
            return new JsonSchema(JsonTree.read(json));
        } catch (Violation bad) {
            throw new IllegalArgumentException("line " + bad.line() + ": " + bad.why(), bad);
        }
    }

    /** @throws Violation the first thing that is not as this schema wants it, outer before inner */
    public void check(JsonTree tree) throws Violation {
        check(tree, "");
    }

    private void check(JsonTree tree, String path) throws Violation {
        requireType(tree, path);
        switch (tree.value()) {
            case Map<?, ?> _ -> checkObject(tree, path);
            case List<?> _ -> checkList(tree, path);
            case String text -> checkText(tree, text, path);
            case BigDecimal number -> checkNumber(tree, number, path);
            default -> {} // true or false: its type is all there is to it
        }
    }

    private void requireType(JsonTree tree, String path) throws Violation {
        String wanted = schema.member("type").map(JsonTree::text).orElse("");
        boolean right = switch (wanted) {
            case "" -> true;
            case "object" -> tree.value() instanceof Map;
            case "array" -> tree.value() instanceof List;
            case "string" -> tree.value() instanceof String;
            case "boolean" -> tree.value() instanceof Boolean;
            case "number" -> tree.value() instanceof BigDecimal;
            case "integer" -> tree.value() instanceof BigDecimal number && whole(number);
            default -> throw new IllegalArgumentException("type " + wanted);
        };
        if (!right) {
            throw violation(tree, path, "it must be " + article(wanted));
        }
    }

    private static boolean whole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static String article(String type) {
        return switch (type) {
            case "array" -> "a list";
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            default -> "an object in braces";
        };
    }

    private void checkObject(JsonTree tree, String path) throws Violation {
        var rules = schema.member("properties").map(JsonTree::members).orElse(Map.of());
        boolean closed = schema.member("additionalProperties")
                .filter(more -> more.value().equals(false))
                .isPresent();
        for (var member : tree.members().entrySet()) {
            var rule = Optional.ofNullable(rules.get(member.getKey()));
            if (rule.isEmpty() && closed) {
                throw violation(member.getValue(), inner(path, member.getKey()), "there is no such field");
            }
        }
        for (JsonTree name : schema.member("required").map(JsonTree::entries).orElse(List.of())) {
            if (tree.member(name.text()).isEmpty()) {
                throw violation(tree, inner(path, name.text()), "it is missing");
            }
        }
        for (var member : tree.members().entrySet()) {
            JsonTree rule = rules.get(member.getKey());
            if (rule != null) {
                new JsonSchema(rule).check(member.getValue(), inner(path, member.getKey()));
            }
        }
    }

    private void checkList(JsonTree tree, String path) throws Violation {
        require(tree, path, tree.entries().size(), "minItems", "maxItems", "entries");
        var rule = schema.member("items");
        if (rule.isPresent()) {
            for (JsonTree entry : tree.entries()) {
                new JsonSchema(rule.get()).check(entry, path);
            }
        }
    }

    private void checkText(JsonTree tree, String text, String path) throws Violation {
        require(tree, path, text.length(), "minLength", "maxLength", "characters");
        var choice = schema.member("enum").map(JsonTree::entries).orElse(List.of());
        if (!choice.isEmpty()
                && choice.stream().noneMatch(entry -> entry.value().equals(text))) {
            throw violation(
                    tree,
                    path,
                    "it must be one of " + choice.stream().map(JsonTree::text).toList());
        }
        var pattern = schema.member("pattern").map(JsonTree::text);
        if (pattern.isPresent() && !Pattern.compile(pattern.get()).matcher(text).find()) {
            String form = schema.member("description").map(JsonTree::text).orElse(pattern.get());
            throw violation(tree, path, "\"" + text + "\" is not of its form: " + form);
        }
    }

    private void checkNumber(JsonTree tree, BigDecimal number, String path) throws Violation {
        var least = schema.member("minimum").map(JsonTree::number);
        var most = schema.member("maximum").map(JsonTree::number);
        var above = schema.member("exclusiveMinimum").map(JsonTree::number);
        boolean right = least.filter(bound -> number.compareTo(bound) < 0).isEmpty()
                && most.filter(bound -> number.compareTo(bound) > 0).isEmpty()
                && above.filter(bound -> number.compareTo(bound) <= 0).isEmpty();
        if (!right) {
            String from = least.map(bound -> "from " + bound.toPlainString())
                    .or(() -> above.map(bound -> "above " + bound.toPlainString()))
                    .orElse("");
            String to = most.map(bound -> " to " + bound.toPlainString()).orElse("");
            throw violation(tree, path, number + " is not " + (from + to).strip());
        }
    }

    private void require(JsonTree tree, String path, int size, String least, String most, String what)
            throws Violation {
        int from = schema.member(least).map(bound -> bound.number().intValue()).orElse(0);
        int to = schema.member(most).map(bound -> bound.number().intValue()).orElse(Integer.MAX_VALUE);
        if (size < from || size > to) {
            String bounds = to == Integer.MAX_VALUE ? "at least " + from : from + " to " + to;
            throw violation(tree, path, "it has " + size + " " + what + " instead of " + bounds);
        }
    }

    private static String inner(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Violation violation(JsonTree tree, String path, String why) {
        return new Violation(path, tree.line(), tree.column(), why);
    }
}
