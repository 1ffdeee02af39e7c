package org.ethotag.export.image;

import java.util.Arrays;

/** What opens a key file. Never printed; the bytes can be wiped. An empty one means that the file is not protected. */
public final class Passphrase implements AutoCloseable {
    private final char[] characters;

    private Passphrase(char[] characters) {
        this.characters = characters;
    }

    /** Takes the characters over: {@link #close} overwrites them. */
    public static Passphrase of(char[] characters) {
        return new Passphrase(characters);
    }

    /** For keys without protection. */
    public static Passphrase none() {
        return new Passphrase(new char[0]);
    }

    boolean isEmpty() {
        return characters.length == 0;
    }

    char[] characters() {
        return characters;
    }

    /** Overwrites the characters. */
    @Override
    public void close() {
        Arrays.fill(characters, ' ');
    }

    @Override
    public String toString() {
        return "a passphrase";
    }
}
