package org.ethotag.export.image;

import java.security.PublicKey;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A public key as C source, with the names that MCUboot's build expects ({@code imgtool getpub}). */
final class PublicKeySource {
    private static final int BYTES_PER_LINE = 12;

    private PublicKeySource() {}

    static String c(KeyKind kind, PublicKey key) {
        byte[] der = key.getEncoded();
        String lines = IntStream.iterate(0, from -> from < der.length, from -> from + BYTES_PER_LINE)
                .mapToObj(from -> IntStream.range(from, Math.min(der.length, from + BYTES_PER_LINE))
                        .mapToObj(i -> "0x" + HexFormat.of().toHexDigits(der[i]))
                        .collect(Collectors.joining(", ", "    ", ",\n")))
                .collect(Collectors.joining());
        String name = kind.cPrefix() + "_pub_key";
        return "/* " + kind.title() + " public key of the models, SubjectPublicKeyInfo. */\n"
                + "const unsigned char " + name + "[] = {\n" + lines + "};\n"
                + "const unsigned int " + name + "_len = " + der.length + ";\n";
    }
}
