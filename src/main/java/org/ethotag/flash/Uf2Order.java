package org.ethotag.flash;

/**
 * What a drive is to be given.
 *
 * @param name of the UF2 file, for messages
 * @param file its bytes
 * @param profile the kind of tag
 * @param drive where
 */
public record Uf2Order(String name, byte[] file, TagProfile profile, Uf2Drive drive) {
    public Uf2Order {
        file = file.clone();
    }

    @Override
    public byte[] file() {
        return file.clone();
    }
}
