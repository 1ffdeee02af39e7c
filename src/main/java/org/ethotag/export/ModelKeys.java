package org.ethotag.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.problem.ProblemException;

/** The ECDSA P-256 key pair that signs model images. Whoever has its private file can make tags accept a model. */
public final class ModelKeys {
    static final String ALGORITHM = "SHA256withECDSA";
    private static final String CURVE = "secp256r1";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int FIELD_BITS = 256;
    private static final int BYTES_PER_LINE = 12;
    /** A key file is a few hundred bytes. */
    private static final long LARGEST_FILE = 1 << 16;

    private final KeyPair pair;

    private ModelKeys(KeyPair pair) {
        this.pair = pair;
    }

    /** A new pair from the system's source of randomness. */
    public static ModelKeys create() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return new ModelKeys(generator.generateKeyPair());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + CURVE, impossible);
        }
    }

    /**
     * Reads a private key in PKCS#8 PEM form, ours or one of openssl's.
     *
     * @throws ProblemException if there is no such key in the file
     */
    public static ModelKeys read(Path file) {
        try {
            var pem = new Pem(text(file));
            var key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(
                            pem.block(PRIVATE).orElseThrow(() -> unreadable(file, "it holds no " + PRIVATE))));
            if (!(key instanceof ECPrivateKey ec)
                    || !isOurCurve(ec.getParams().getCurve().getField().getFieldSize())) {
                throw unreadable(file, "its curve is not P-256");
            }
            return new ModelKeys(new KeyPair(PublicPoint.of(ec), ec));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
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
            var pem = new Pem(text(file));
            var key = KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(
                            pem.block(PUBLIC).orElseThrow(() -> unreadable(file, "it holds no " + PUBLIC))));
            if (!(key instanceof ECPublicKey ec)
                    || !isOurCurve(ec.getParams().getCurve().getField().getFieldSize())) {
                throw unreadable(file, "its curve is not P-256");
            }
            return ec;
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw unreadable(file, "it is damaged").causedBy(malformed);
        }
    }

    private static boolean isOurCurve(int fieldBits) {
        return fieldBits == FIELD_BITS;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw unreadable(file, "it is too large for a key");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            throw unreadable(file, missing).causedBy(missing);
        }
    }

    private static ProblemException unreadable(Path file, Object reason) {
        return new ProblemException(ExportProblem.KEY_UNREADABLE, file, reason);
    }

    /**
     * Writes the private key so that only the owner can read the file.
     *
     * @throws ProblemException if the file exists already or cannot be written
     */
    public void write(Path file) {
        try {
            OwnerFile.write(file, Pem.text(PRIVATE, pair.getPrivate().getEncoded()));
        } catch (FileAlreadyExistsException exists) {
            throw new ProblemException(ExportProblem.FILE_UNWRITABLE, file, "it exists already").causedBy(exists);
        } catch (IOException failed) {
            throw new ProblemException(ExportProblem.FILE_UNWRITABLE, file, failed).causedBy(failed);
        }
    }

    /** The key that tags and this program check signatures with. */
    public PublicKey publicKey() {
        return pair.getPublic();
    }

    /** The public key as PEM text. */
    public String publicPem() {
        return Pem.text(PUBLIC, pair.getPublic().getEncoded());
    }

    /** The public key as MCUboot compiles it in (its scripts/imgtool, getpub). */
    public String publicC() {
        byte[] der = pair.getPublic().getEncoded();
        String lines = IntStream.iterate(0, from -> from < der.length, from -> from + BYTES_PER_LINE)
                .mapToObj(from -> IntStream.range(from, Math.min(der.length, from + BYTES_PER_LINE))
                        .mapToObj(i -> "0x" + HexFormat.of().toHexDigits(der[i]))
                        .collect(Collectors.joining(", ", "    ", ",\n")))
                .collect(Collectors.joining());
        return "/* ECDSA P-256 public key of the models, SubjectPublicKeyInfo. */\n"
                + "const unsigned char ecdsa_pub_key[] = {\n" + lines + "};\n"
                + "const unsigned int ecdsa_pub_key_len = " + der.length + ";\n";
    }

    /** SHA-256 of the public key, as the image carries it. */
    byte[] keyHash() {
        return ModelBlob.sha256().digest(pair.getPublic().getEncoded());
    }

    /** The ECDSA signature over the SHA-256 of {@code content}, DER; the same content gives the same signature. */
    byte[] sign(byte[] content) {
        try {
            var signer = Signature.getInstance(ALGORITHM);
            byte[] secret = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
            signer.initSign(
                    pair.getPrivate(),
                    new NonceSource(secret, ModelBlob.sha256().digest(content)));
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a P-256 key can sign", impossible);
        }
    }
}
