package org.ethotag.export.image;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Text with base64 blocks between BEGIN and END lines (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private final String text;

    Pem(String text) {
        this.text = text;
    }

    static String text(String label, byte[] der) {
        var encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return begin(label) + "\n" + encoder.encodeToString(der) + "\n" + end(label) + "\n";
    }

    /** @throws IllegalArgumentException if the block is no base64 */
    Optional<byte[]> block(String label) {
        int from = text.indexOf(begin(label));
        int to = text.indexOf(end(label));
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        String body = text.substring(from + begin(label).length(), to);
        return Optional.of(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
