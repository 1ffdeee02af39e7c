package org.ethotag.export.image;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.ethotag.export.ModelBlob;

/** The two ways in which MCUboot lets an image be signed. A bootloader is built for one of them. */
public enum KeyKind {
    /** ECDSA over the curve P-256 with SHA-256; what tags use unless somebody decided otherwise. */
    ECDSA_P256("ecdsa-p256", "ECDSA P-256", "EC", "SHA256withECDSA", "ecdsa", TlvArea.ECDSA) {
        @Override
        KeyPair generate() throws GeneralSecurityException {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        }

        @Override
        boolean fits(Key key) {
            return key instanceof ECKey ec
                    && ec.getParams().getCurve().getField().getFieldSize() == FIELD_BITS;
        }

        @Override
        byte[] message(byte[] content) {
            return content; // the algorithm hashes by itself
        }

        @Override
        void begin(Signature signer, PrivateKey key, byte[] content) throws GeneralSecurityException {
            byte[] secret = ((ECPrivateKey) key).getS().toByteArray();
            signer.initSign(key, new NonceSource(secret, ModelBlob.sha256().digest(content)));
        }

        @Override
        PublicKey publicOf(PrivateKey key) throws GeneralSecurityException {
            return PublicPoint.of((ECPrivateKey) key);
        }
    },

    /** Ed25519 of the SHA-256 digest, as MCUboot's imgtool signs unless it is told "pure". */
    ED25519("ed25519", "Ed25519", "Ed25519", "Ed25519", "ed25519", TlvArea.ED25519) {
        @Override
        KeyPair generate() throws GeneralSecurityException {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }

        @Override
        boolean fits(Key key) {
            return key instanceof EdECKey ed && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        }

        @Override
        byte[] message(byte[] content) {
            return ModelBlob.sha256().digest(content);
        }

        @Override
        void begin(Signature signer, PrivateKey key, byte[] content) throws GeneralSecurityException {
            signer.initSign(key); // draws no secret number: the same content gives the same signature
        }

        @Override
        PublicKey publicOf(PrivateKey key) throws GeneralSecurityException {
            return PublicPoint.of((EdECPrivateKey) key);
        }
    };

    private static final int FIELD_BITS = 256;

    private final String word;
    private final String title;
    private final String factory;
    private final String signature;
    private final String cPrefix;
    private final int tlv;

    KeyKind(String word, String title, String factory, String signature, String cPrefix, int tlv) {
        this.word = word;
        this.title = title;
        this.factory = factory;
        this.signature = signature;
        this.cPrefix = cPrefix;
        this.tlv = tlv;
    }

    /** As options and reports have it. */
    public String word() {
        return word;
    }

    /** As sentences have it. */
    public String title() {
        return title;
    }

    /** Of a public or private key; empty if images cannot be signed with its kind. */
    public static Optional<KeyKind> of(Key key) {
        return Stream.of(values()).filter(kind -> kind.fits(key)).findFirst();
    }

    /** Beginning of the names in C source, as MCUboot's imgtool has it. */
    String cPrefix() {
        return cPrefix;
    }

    /** Type of the image's record that holds the signature. */
    int tlv() {
        return tlv;
    }

    abstract KeyPair generate() throws GeneralSecurityException;

    abstract boolean fits(Key key);

    /** What is signed to vouch for the content. */
    abstract byte[] message(byte[] content);

    abstract void begin(Signature signer, PrivateKey key, byte[] content) throws GeneralSecurityException;

    abstract PublicKey publicOf(PrivateKey key) throws GeneralSecurityException;

    /** @throws GeneralSecurityException if the bytes are no key of this family */
    PrivateKey privateKey(byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(factory).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    /** @throws GeneralSecurityException if the bytes are no key of this family */
    PublicKey publicKey(byte[] spki) throws GeneralSecurityException {
        return KeyFactory.getInstance(factory).generatePublic(new X509EncodedKeySpec(spki));
    }

    /** The signature over the SHA-256 of the content; the same content and key give the same bytes. */
    byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
        var signer = Signature.getInstance(signature);
        begin(signer, key, content);
        signer.update(message(content));
        return signer.sign();
    }

    boolean verifies(PublicKey key, byte[] content, byte[] signed) {
        try {
            var verifier = Signature.getInstance(signature);
            verifier.initVerify(key);
            verifier.update(message(content));
            return verifier.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false; // a signature of another form is as wrong as one with other numbers
        }
    }
}
