package org.ethotag.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.GoldenWindows;
import org.ethotag.export.ImagePayload;
import org.ethotag.export.ModelBlob;
import org.ethotag.export.image.ImageTarget;
import org.ethotag.export.image.ImageVersion;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelImage;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.Exported;
import org.ethotag.workflow.UserFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag sign}: a model blob becomes a signed image, or an image gets another signature. */
@picocli.CommandLine.Command(
        name = "sign",
        description = {
            "Wraps a model blob as a signed image, or signs an image anew: its content stays as it is.",
            "The key is made if its file does not exist, with the public half beside it."
        })
final class SignCommand extends Command {
    private static final int IMAGE_MAGIC = 0x96F3B83D;

    @Parameters(index = "0", paramLabel = "IMAGE|BLOB", description = "A model image, or a model blob.")
    private Path file = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "PEM", description = "Private key, PKCS#8.")
    private Path key = Path.of("");

    @Option(
            names = "--algorithm",
            paramLabel = "KIND",
            description = "ecdsa-p256 (usual) or ed25519: of a new key, and what an existing one must be.")
    private String algorithm = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The signed image; must not exist.")
    private Path out = Path.of("");

    @Option(
            names = "--golden",
            paramLabel = "FILE",
            description = "Golden windows of a blob (default: golden-windows.bin beside it).")
    private @Nullable Path golden;

    @Option(
            names = "--profile",
            defaultValue = "virtual",
            description = "Kind of tag that a blob is for, by its id or by a profile file (default: ${DEFAULT-VALUE}).")
    private String profile = "";

    @Option(
            names = "--model-version",
            paramLabel = "X.Y.Z",
            defaultValue = "1.0.0",
            description = "Version of a blob (default: ${DEFAULT-VALUE}).")
    private String version = "";

    @Option(names = "--public-c", paramLabel = "FILE", description = "Also write the public key as C source.")
    private @Nullable Path publicC;

    @Mixin
    private PassphraseOptions passphrases = new PassphraseOptions();

    @Override
    public Integer call() {
        Optional<KeyKind> wanted = algorithm.isEmpty() ? Optional.empty() : Optional.of(kind());
        byte[] bytes = InputFile.bytes(file);
        var unsigned = content(bytes); // nothing is made for a file that is no good
        requireFree(out);
        if (publicC != null) {
            requireFree(publicC);
        }
        try (var passphrase = passphrases.of(key)) {
            var keys = UserFolder.keys(key, wanted.orElse(KeyKind.ECDSA_P256), passphrase);
            if (wanted.isPresent() && keys.kind() != wanted.get()) {
                throw new ProblemException(
                        ExportProblem.KEY_OTHER_KIND,
                        key,
                        keys.kind().title(),
                        wanted.get().title());
            }
            write(unsigned.signedBy(keys), keys);
        }
        return DONE;
    }

    /** What gets signed. */
    private interface Unsigned {
        ModelImage signedBy(ModelKeys keys);
    }

    private Unsigned content(byte[] bytes) {
        if (isImage(bytes)) {
            return ModelImage.parse(bytes)::signedBy;
        }
        var target = target();
        var blob = ModelBlob.parse(bytes);
        var payload = new ImagePayload(blob, golden(blob));
        return keys -> ModelImage.sign(payload, target, keys);
    }

    private static boolean isImage(byte[] bytes) {
        return bytes.length >= Integer.BYTES
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == IMAGE_MAGIC;
    }

    private ImageTarget target() {
        var kind = user().profile(profile);
        var parsed = ImageVersion.parse(version).orElseThrow(() -> usage("not a version: " + version));
        return new ImageTarget(kind.hardwareId(), parsed, kind.minimumFirmware());
    }

    private GoldenWindows golden(ModelBlob blob) {
        Path windows = golden == null ? file.resolveSibling(Exported.GOLDEN) : golden;
        if (!Files.exists(windows)) {
            throw new ProblemException(CommandProblem.NO_GOLDEN_WINDOWS, file, windows);
        }
        var found = GoldenWindows.parse(InputFile.bytes(windows));
        if (!found.modelId().equals(blob.modelId())) {
            throw new ProblemException(
                    ExportProblem.BAD_FIELD, "golden windows", "model id", found.modelId(), blob.modelId());
        }
        return found;
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new ProblemException(CommandProblem.NOT_WRITTEN, file, "it exists already");
        }
    }

    private void write(ModelImage image, ModelKeys keys) {
        InputFile.create(out, image.bytes());
        if (publicC != null) {
            InputFile.create(publicC, keys.publicC().getBytes(StandardCharsets.US_ASCII));
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("image", out.toString());
        document.put("imageBytes", image.size());
        document.put("algorithm", keys.kind().word());
        document.put("modelId", image.modelId().orElse(""));
        document.put("version", image.version().toString());
        document.put("hardware", image.hardwareId().orElse(""));
        document.put("key", key.toString());
        answer(
                document,
                "%s (%,d bytes) is signed with %s by the key %s."
                        .formatted(out, image.size(), keys.kind().title(), key));
    }

    private KeyKind kind() {
        return Stream.of(KeyKind.values())
                .filter(known -> known.word().equals(algorithm))
                .findFirst()
                .orElseThrow(() -> usage("--algorithm is ecdsa-p256 or ed25519, not " + algorithm));
    }
}
