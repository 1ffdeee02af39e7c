package org.ethotag.label;

/**
 * One thing an animal can do.
 *
 * @param code short, stable, unique in the ethogram; bouts refer to it
 * @param name what people read
 * @param colour as {@code #rrggbb}
 * @param key the key that labels with it, one character, or empty
 * @param description when it applies
 * @param exclusive whether no other behaviour can happen at the same time
 */
public record Behaviour(String code, String name, String colour, String key, String description, boolean exclusive) {
    public Behaviour {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a behaviour has a code");
        }
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("not a colour: " + colour);
        }
        if (key.codePointCount(0, key.length()) > 1) {
            throw new IllegalArgumentException("a key is one character, not " + key);
        }
    }
}
