package org.ethotag.export.image;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethotag.export.BlobFormat;
import org.ethotag.export.ByteSink;
import org.ethotag.export.ByteSource;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.ModelBlob;
import org.ethotag.problem.ProblemException;

/**
 * A model as a signed image that MCUboot accepts (mcu-tools/mcuboot docs/design.md). Reading checks bounds only; whether
 * the content may be trusted is what {@link #verify} says. Immutable.
 */
public final class ModelImage {
    static final String WHAT = "model image";
    /** Of MCUboot's own TLVs, the image that the dependency is on: the firmware. */
    static final int FIRMWARE_IMAGE = 0;

    private final byte[] bytes;
    private final ImageLayout layout;

    private ModelImage(byte[] bytes, ImageLayout layout) {
        this.bytes = bytes;
        this.layout = layout;
    }

    /** Wraps and signs a payload. The same payload, target and key give the same bytes. */
    public static ModelImage sign(ImagePayload payload, ImageTarget target, ModelKeys keys) {
        byte[] body = payload.bytes();
        byte[] protectedArea = protectedArea(payload.blob(), target);
        return signed(
                new ByteSink()
                        .bytes(ImageLayout.header(body.length, protectedArea.length, target.version()))
                        .bytes(body)
                        .bytes(protectedArea)
                        .toArray(),
                keys);
    }

    /**
     * The same content signed by somebody else: header, payload and protected records stay as they are.
     *
     * @throws ProblemException IMAGE_TAMPERED rather than vouch for content that is not what its digest says
     */
    public ModelImage signedBy(ModelKeys keys) {
        byte[] hashed = hashed();
        boolean damaged = layout.plainArea()
                .value(TlvArea.SHA256)
                .filter(digest -> !MessageDigest.isEqual(digest, sha256(hashed)))
                .isPresent();
        if (damaged) {
            throw new ProblemException(ExportProblem.IMAGE_TAMPERED);
        }
        return signed(hashed, keys);
    }

    private static ModelImage signed(byte[] hashed, ModelKeys keys) {
        var plain = new TlvArea(TlvArea.PLAIN)
                .with(TlvArea.SHA256, sha256(hashed))
                .with(TlvArea.KEY_HASH, keys.keyHash())
                .with(keys.kind().tlv(), keys.sign(hashed));
        byte[] image = new ByteSink().bytes(hashed).bytes(plain.bytes()).toArray();
        return new ModelImage(image, ImageLayout.read(image));
    }

    private byte[] hashed() {
        return Arrays.copyOf(bytes, layout.hashedBytes());
    }

    private static byte[] protectedArea(ModelBlob blob, ImageTarget target) {
        var dependency = new ByteSink().int8(FIRMWARE_IMAGE).int8(0).int16(0);
        target.minimumFirmware().write(dependency);
        return new TlvArea(TlvArea.PROTECTED)
                .with(TlvArea.DEPENDENCY, dependency.toArray())
                .with(TlvArea.HARDWARE_ID, target.hardwareId().getBytes(StandardCharsets.UTF_8))
                .with(TlvArea.SCHEMA_HASH, schemaHash(blob))
                .with(TlvArea.MODEL_ID, HexFormat.of().parseHex(blob.modelId()))
                .bytes();
    }

    /**
     * What the firmware must feed a model with: the first 8 bytes of the SHA-256 over inputs, window, rate, stride, full
     * scale and counts per g as the blob's header has them (bytes 24 to 28 and 40 to 52).
     */
    public static byte[] schemaHash(ModelBlob blob) {
        byte[] bytes = blob.bytes();
        var digest = ModelBlob.sha256();
        digest.update(bytes, BlobFormat.AT_INPUTS, BlobFormat.AT_HIDDEN - BlobFormat.AT_INPUTS);
        digest.update(bytes, BlobFormat.AT_RATE, BlobFormat.AT_CONDITIONING - BlobFormat.AT_RATE);
        return Arrays.copyOf(digest.digest(), BlobFormat.MODEL_ID_BYTES);
    }

    /**
     * Reads the structure of an image; nothing is trusted yet.
     *
     * @throws ProblemException if it is no image or any length lies outside
     */
    public static ModelImage parse(byte[] bytes) {
        return new ModelImage(bytes.clone(), ImageLayout.read(bytes));
    }

    /** The file; a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How long it is. */
    public int size() {
        return bytes.length;
    }

    /** Of the model. */
    public ImageVersion version() {
        return layout.version();
    }

    /** The digest that the image claims, which a tag shows in its image list; 32 bytes. */
    public byte[] hash() {
        return layout.plainArea().value(TlvArea.SHA256).orElseThrow(() -> unsigned("the digest"));
    }

    /** The kind of tag, if the image says so. */
    public Optional<String> hardwareId() {
        return layout.protectedArea()
                .value(TlvArea.HARDWARE_ID)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** Sixteen hexadecimal digits, if the image carries a model. */
    public Optional<String> modelId() {
        return layout.protectedArea().value(TlvArea.MODEL_ID).map(HexFormat.of()::formatHex);
    }

    /** The oldest firmware that may run it, if the image says so. */
    public Optional<ImageVersion> minimumFirmware() {
        return layout.protectedArea().value(TlvArea.DEPENDENCY).map(value -> {
            var source = new ByteSource(WHAT, value);
            return ImageVersion.read(source, Integer.BYTES);
        });
    }

    /**
     * What it carries, checked as {@link ImagePayload#parse} does.
     *
     * @throws ProblemException if the payload is no valid model, or not the one that the image names
     */
    public ImagePayload payload() {
        var payload = ImagePayload.parse(layout.payload(bytes));
        String id = payload.blob().modelId();
        if (!modelId().orElse("").equals(id)) {
            throw new ProblemException(
                    ExportProblem.BAD_FIELD, WHAT, "model id", modelId().orElse("none"), id);
        }
        return payload;
    }

    /**
     * Checks digest, key and signature.
     *
     * @param trusted the key that the tags know
     * @throws ProblemException IMAGE_UNSIGNED, IMAGE_TAMPERED or IMAGE_WRONG_KEY
     */
    public void verify(PublicKey trusted) {
        byte[] hashed = hashed();
        byte[] digest = hash();
        byte[] keyHash = layout.plainArea().value(TlvArea.KEY_HASH).orElseThrow(() -> unsigned("the key's hash"));
        var signatures = signatures();
        if (signatures.isEmpty()) {
            throw unsigned("the signature");
        }
        if (!MessageDigest.isEqual(digest, sha256(hashed))) {
            throw new ProblemException(ExportProblem.IMAGE_TAMPERED);
        }
        if (!MessageDigest.isEqual(keyHash, sha256(trusted.getEncoded()))) {
            throw new ProblemException(ExportProblem.IMAGE_WRONG_KEY);
        }
        var kind = KeyKind.of(trusted)
                .orElseThrow(() -> new IllegalArgumentException("nobody signs with " + trusted.getAlgorithm()));
        byte[] signature = layout.plainArea().value(kind.tlv()).orElseThrow(() -> unsigned(kind.title()));
        if (signatures.size() > 1 || !kind.verifies(trusted, hashed, signature)) {
            throw new ProblemException(ExportProblem.IMAGE_TAMPERED);
        }
    }

    /** How it claims to be signed; one kind, or none. */
    public List<KeyKind> signatures() {
        return Stream.of(KeyKind.values())
                .filter(kind -> layout.plainArea().value(kind.tlv()).isPresent())
                .toList();
    }

    /** What the image says of itself, for people. */
    public ImageDescription description() {
        return ImageDescription.of(layout, bytes.length);
    }

    /**
     * Checks that it is for this kind of tag.
     *
     * @throws ProblemException IMAGE_WRONG_HARDWARE
     */
    public void verifyHardware(String tagHardwareId) {
        String own = hardwareId().orElse("");
        if (!own.equals(tagHardwareId)) {
            throw new ProblemException(ExportProblem.IMAGE_WRONG_HARDWARE, own, tagHardwareId);
        }
    }

    private static ProblemException unsigned(String missing) {
        return new ProblemException(ExportProblem.IMAGE_UNSIGNED, missing);
    }

    private static byte[] sha256(byte[] content) {
        return ModelBlob.sha256().digest(content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelImage image && Arrays.equals(bytes, image.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "image " + version() + " of model " + modelId().orElse("unknown") + ", " + bytes.length + " bytes";
    }
}
