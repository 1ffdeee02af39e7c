package org.ethotag.workflow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ethotag.export.image.KeyKind;
import org.ethotag.export.image.ModelKeys;
import org.ethotag.export.image.Passphrase;
import org.ethotag.flash.TagProfile;
import org.ethotag.flash.TagProfiles;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.ImportPresets;

/**
 * Where a user's own things lie that belong to no study: settings, the signing key, journals of flash jobs.
 *
 * @param folder made when something is first written
 */
public record UserFolder(Path folder) {
    /** Names another folder than the system's usual one. */
    private static final String PROPERTY = "ethotag.user";

    /** File beside the libraries of a program that is carried about on a stick. */
    private static final String PORTABLE = "portable";

    /** The folder of whoever runs the program, or the one that a program on a stick carries with it. */
    public static UserFolder ofThisUser() {
        var named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return new UserFolder(Path.of(named));
        }
        var home = Path.of(System.getProperty("ethotag.home", ""));
        return carried(home)
                .orElseGet(() -> new UserFolder(usual(System.getenv(), Path.of(System.getProperty("user.home")))));
    }

    /**
     * The folder {@code user} at the top of a program that is carried about, or nothing if it is installed.
     *
     * @param home where the program's libraries lie
     */
    static Optional<UserFolder> carried(Path home) {
        if (!Files.isRegularFile(home.resolve(PORTABLE))) {
            return Optional.empty();
        }
        var top = home.resolve(home.endsWith(Path.of("lib", "app")) ? "../.." : "..");
        return Optional.of(new UserFolder(top.resolve("user").normalize()));
    }

    /** Where the learning engine unpacks its libraries if that must not be the user's home: on a stick. */
    public static Optional<Path> engineCache() {
        return carried(Path.of(System.getProperty("ethotag.home", ""))).map(user -> user.folder.resolve("engine"));
    }

    private static Path usual(Map<String, String> environment, Path home) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("Ethotag");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Ethotag");
        }
        var config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (config.isBlank() ? home.resolve(".config") : Path.of(config)).resolve("ethotag");
    }

    /** File of the key that models are signed with if no other is named. */
    public Path signingKey() {
        return folder.resolve("keys").resolve("model-signing-key.pem");
    }

    /** Folder of the journals of flash jobs. */
    public Path journals() {
        return folder.resolve("journals");
    }

    /** The kinds of tags that are known: the program's own and those in this user's folder {@code tag-profiles}. */
    public TagProfiles profiles() {
        return TagProfiles.builtIn().withFolder(folder.resolve("tag-profiles"));
    }

    /**
     * A kind of tag.
     *
     * @param named its id, or the path of a file that ends in {@code .json}
     */
    public TagProfile profile(String named) {
        return named.endsWith(".json")
                ? TagProfiles.read(Path.of(named))
                : profiles().named(named);
    }

    /** This user's presets for imports. */
    public ImportPresets importPresets() {
        return new ImportPresets(folder.resolve("import-presets"));
    }

    /** Folder of the flash memories of virtual tags. */
    public Path virtualTags() {
        return folder.resolve("virtual-tags");
    }

    /** The user's signing key, made on first use. */
    public ModelKeys keys() {
        return keys(signingKey());
    }

    /**
     * The public half of the user's signing key; a key with a passphrase has it in the file beside, so that checking
     * needs no passphrase.
     */
    public PublicKey publicKey() {
        Path beside = publicFile(signingKey());
        return Files.exists(beside) ? ModelKeys.readPublic(beside) : keys().publicKey();
    }

    /** Where the public half of a private key is kept: "key.pem" has "key.public.pem" beside it. */
    public static Path publicFile(Path key) {
        String name = key.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return key.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".public.pem");
    }

    /** The key in a file, made there if the file does not exist. */
    public static ModelKeys keys(Path file) {
        return keys(file, KeyKind.ECDSA_P256, Passphrase.none());
    }

    /**
     * The key in a file, made there if the file does not exist, with its public half beside it.
     *
     * @param kind of a new key
     * @param passphrase of the file, or an empty one
     */
    public static ModelKeys keys(Path file, KeyKind kind, Passphrase passphrase) {
        if (Files.exists(file)) {
            return ModelKeys.read(file, passphrase);
        }
        var keys = ModelKeys.create(kind);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            keys.write(file, passphrase);
            Files.writeString(publicFile(file), keys.publicPem(), StandardCharsets.US_ASCII);
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, file, failure).causedBy(failure);
        }
        return keys;
    }
}
