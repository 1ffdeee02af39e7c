package org.ethotag.export.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;
import org.ethotag.export.ExportProblem;
import org.ethotag.export.ModelBlob;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;

/**
 * The key pair that signs model images, ECDSA P-256 or Ed25519. Whoever has its private file, and its passphrase if it
 * has one, can make tags accept a model.
 */
public final class ModelKeys {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    /** A key file is a few hundred bytes. */
    private static final long LARGEST_FILE = 1 << 16;

    private final KeyKind kind;
    private final KeyPair pair;

    private ModelKeys(KeyKind kind, KeyPair pair) {
        this.kind = kind;
        this.pair = pair;
    }

    /** A new ECDSA P-256 pair from the system's source of randomness. */
    public static ModelKeys create() {
        return create(KeyKind.ECDSA_P256);
    }

    /** A new pair from the system's source of randomness. */
    public static ModelKeys create(KeyKind kind) {
        try {
            return new ModelKeys(kind, kind.generate());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + kind, impossible);
        }
    }

    /** Reads a private key without passphrase, as {@link #read(Path, Passphrase)} does. */
    public static ModelKeys read(Path file) {
        return read(file, Passphrase.none());
    }

    /**
     * Reads a private key in PKCS#8 PEM form, ours or one of openssl's.
     *
     * @param passphrase of the file; not looked at if the file is not protected
     * @throws ProblemException KEY_LOCKED if the file needs a passphrase, KEY_PASSPHRASE_WRONG if this is not it,
     *     KEY_UNREADABLE if there is no such key in the file
     */
    public static ModelKeys read(Path file, Passphrase passphrase) {
        var pem = pem(file);
        try {
            var locked = pem.block(ENCRYPTED);
            byte[] pkcs8 = locked.isPresent()
                    ? unlocked(file, locked.get(), passphrase)
                    : pem.block(PRIVATE).orElseThrow(() -> unreadable(file, "it holds no " + PRIVATE));
            for (KeyKind kind : KeyKind.values()) {
                var pair = pair(kind, pkcs8);
                if (pair.isPresent()) {
                    return new ModelKeys(kind, pair.get());
                }
            }
            throw unreadable(file, "it is damaged, or neither ECDSA P-256 nor Ed25519");
        } catch (IllegalArgumentException malformed) {
            throw unreadable(file, "it is damaged").causedBy(malformed);
        }
    }

    private static Optional<KeyPair> pair(KeyKind kind, byte[] pkcs8) {
        try {
            var key = kind.privateKey(pkcs8);
            return kind.fits(key) ? Optional.of(new KeyPair(kind.publicOf(key), key)) : Optional.empty();
        } catch (GeneralSecurityException another) {
            return Optional.empty(); // not of this kind
        }
    }

    private static byte[] unlocked(Path file, byte[] locked, Passphrase passphrase) {
        if (passphrase.isEmpty()) {
            throw new ProblemException(ExportProblem.KEY_LOCKED, file);
        }
        try {
            return EncryptedKey.decrypt(locked, passphrase.characters());
        } catch (GeneralSecurityException wrong) {
            throw new ProblemException(ExportProblem.KEY_PASSPHRASE_WRONG, file).causedBy(wrong);
        } catch (IOException other) {
            throw unreadable(file, String.valueOf(other.getMessage())).causedBy(other);
        }
    }

    /** Whether a file holds a private key that needs a passphrase. */
    public static boolean needsPassphrase(Path file) {
        try {
            return pem(file).block(ENCRYPTED).isPresent();
        } catch (IllegalArgumentException malformed) {
            throw unreadable(file, "it is damaged").causedBy(malformed);
        }
    }

    /**
     * Reads a public key in PEM form.
     *
     * @throws ProblemException if there is no such key in the file
     */
    public static PublicKey readPublic(Path file) {
        try {
            byte[] spki = pem(file).block(PUBLIC).orElseThrow(() -> unreadable(file, "it holds no " + PUBLIC));
            for (KeyKind kind : KeyKind.values()) {
                var key = publicKey(kind, spki);
                if (key.isPresent()) {
                    return key.get();
                }
            }
            throw unreadable(file, "it is damaged, or neither ECDSA P-256 nor Ed25519");
        } catch (IllegalArgumentException malformed) {
            throw unreadable(file, "it is damaged").causedBy(malformed);
        }
    }

    private static Optional<PublicKey> publicKey(KeyKind kind, byte[] spki) {
        try {
            return Optional.of(kind.publicKey(spki)).filter(kind::fits);
        } catch (GeneralSecurityException another) {
            return Optional.empty(); // not of this kind
        }
    }

    private static Pem pem(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw unreadable(file, "it is too large for a key");
            }
            return new Pem(new String(SmallFile.bytes(file, LARGEST_FILE), StandardCharsets.ISO_8859_1));
        } catch (IOException missing) {
            throw unreadable(file, missing).causedBy(missing);
        }
    }

    private static ProblemException unreadable(Path file, Object reason) {
        return new ProblemException(ExportProblem.KEY_UNREADABLE, file, reason);
    }

    /** Writes the private key without passphrase, as {@link #write(Path, Passphrase)} does. */
    public void write(Path file) {
        write(file, Passphrase.none());
    }

    /**
     * Writes the private key so that only the owner can read the file.
     *
     * @param passphrase that the file will need, or an empty one
     * @throws ProblemException if the file exists already or cannot be written
     */
    public void write(Path file, Passphrase passphrase) {
        byte[] pkcs8 = pair.getPrivate().getEncoded();
        String text = passphrase.isEmpty()
                ? Pem.text(PRIVATE, pkcs8)
                : Pem.text(ENCRYPTED, EncryptedKey.encrypt(pkcs8, passphrase.characters()));
        try {
            OwnerFile.write(file, text);
        } catch (FileAlreadyExistsException exists) {
            throw new ProblemException(ExportProblem.FILE_UNWRITABLE, file, "it exists already").causedBy(exists);
        } catch (IOException failed) {
            throw new ProblemException(ExportProblem.FILE_UNWRITABLE, file, failed).causedBy(failed);
        }
    }

    /** How it signs. */
    public KeyKind kind() {
        return kind;
    }

    /** The key that tags and this program check signatures with. */
    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** The public key as PEM text. */
    public String publicPem() {
        return Pem.text(PUBLIC, pair.getPublic().getEncoded());
    }

    /** The public key as MCUboot compiles it in. */
    public String publicC() {
        return PublicKeySource.c(kind, pair.getPublic());
    }

    /** SHA-256 of the public key, as the image carries it. */
    byte[] keyHash() {
        return ModelBlob.sha256().digest(pair.getPublic().getEncoded());
    }

    /** The signature over the SHA-256 of {@code content}; the same content gives the same signature. */
    byte[] sign(byte[] content) {
        try {
            return kind.sign(pair.getPrivate(), content);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of " + kind + " can sign", impossible);
        }
    }
}
