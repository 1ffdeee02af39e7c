package org.ethotag.export.image;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What an image says of itself; nothing of it is trusted.
 *
 * @param imageBytes length of the file
 * @param headerBytes of the header
 * @param payloadBytes of what it carries
 * @param version of the model
 * @param records all records behind the payload, in the order of the file
 */
public record ImageDescription(
        int imageBytes, int headerBytes, int payloadBytes, ImageVersion version, List<Entry> records) {
    private static final Map<Integer, String> NAMES = Map.of(
            TlvArea.KEY_HASH, "key hash",
            TlvArea.SHA256, "digest",
            TlvArea.ECDSA, "ECDSA P-256 signature",
            TlvArea.ED25519, "Ed25519 signature",
            TlvArea.DEPENDENCY, "firmware dependency",
            TlvArea.HARDWARE_ID, "hardware id",
            TlvArea.SCHEMA_HASH, "schema hash",
            TlvArea.MODEL_ID, "model id");

    /**
     * One type-length-value record.
     *
     * @param signed whether digest and signature cover it
     * @param type its number
     * @param name what the number means, or empty
     * @param hex its value
     */
    public record Entry(boolean signed, int type, String name, String hex) {}

    public ImageDescription {
        records = List.copyOf(records);
    }

    static ImageDescription of(ImageLayout layout, int imageBytes) {
        var records = new ArrayList<Entry>();
        layout.protectedArea().records().forEach((type, value) -> records.add(entry(true, type, value)));
        layout.plainArea().records().forEach((type, value) -> records.add(entry(false, type, value)));
        return new ImageDescription(imageBytes, layout.headerBytes(), layout.payloadBytes(), layout.version(), records);
    }

    private static Entry entry(boolean signed, int type, byte[] value) {
        return new Entry(
                signed, type, NAMES.getOrDefault(type, ""), HexFormat.of().formatHex(value));
    }
}
