package org.ethotag.export.image;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;

/** The public key that belongs to a private one, by the platform's own arithmetic. */
final class PublicPoint {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final byte[] TRIAL = {0};
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private PublicPoint() {}

    /** The private bytes are all that a pair is drawn from (RFC 8032, 5.1.5): a generator that draws them again. */
    static PublicKey of(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new InvalidKeyException("the key keeps its bytes to itself"));
        var generator = KeyPairGenerator.getInstance("EdDSA");
        generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
        var pair = generator.generateKeyPair();
        if (!Arrays.equals(pair.getPrivate().getEncoded(), key.getEncoded())) {
            throw new InvalidKeyException("no public key can be derived from this key");
        }
        return pair.getPublic();
    }

    /** Draws given bytes. */
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1;

        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, Math.min(seed.length, bytes.length));
        }
    }

    /**
     * A key agreement with the curve's base point gives the point's x; y is one of the two roots of the curve's equation,
     * and a trial signature says which.
     */
    static PublicKey of(ECPrivateKey key) throws GeneralSecurityException {
        var parameters = key.getParams();
        var x = agreedX(key);
        var curve = parameters.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var square = x.modPow(THREE, p)
                .add(curve.getA().multiply(x))
                .add(curve.getB())
                .mod(p);
        var y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p); // a root, for p = 3 modulo 4
        for (BigInteger root : new BigInteger[] {y, p.subtract(y)}) {
            var candidate =
                    KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, root), parameters));
            if (verifies(candidate, trialSignature(key))) {
                return candidate;
            }
        }
        throw new InvalidKeyException("no point of the curve belongs to this key");
    }

    private static BigInteger agreedX(ECPrivateKey key) throws GeneralSecurityException {
        var base = KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(key.getParams().getGenerator(), key.getParams()));
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(key);
        agreement.doPhase(base, true);
        return new BigInteger(1, agreement.generateSecret());
    }

    private static byte[] trialSignature(ECPrivateKey key) throws GeneralSecurityException {
        var signer = Signature.getInstance(ALGORITHM);
        signer.initSign(key);
        signer.update(TRIAL);
        return signer.sign();
    }

    private static boolean verifies(PublicKey key, byte[] signature) throws GeneralSecurityException {
        var verifier = Signature.getInstance(ALGORITHM);
        verifier.initVerify(key);
        verifier.update(TRIAL);
        return verifier.verify(signature);
    }
}
