package org.ethotag.export.image;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/**
 * A private key under a passphrase: PKCS#8 EncryptedPrivateKeyInfo with PBES2 (RFC 8018), which openssl and imgtool read
 * and write. We write PBKDF2 with HMAC-SHA256 and AES-256-CBC; we read any PBES2 scheme that this Java knows.
 */
final class EncryptedKey {
    private static final String SCHEME = "PBEWithHmacSHA256AndAES_256";
    private static final String PBES2 = "PBES2";
    /** OWASP Password Storage Cheat Sheet, 2023, for PBKDF2-HMAC-SHA256. */
    private static final int ITERATIONS = 600_000;
    /** A file may not keep this computer busy for longer than some seconds. */
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final int SALT_BYTES = 16;
    private static final int IV_BYTES = 16;

    private EncryptedKey() {}

    static byte[] encrypt(byte[] pkcs8, char[] passphrase) {
        var random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(salt);
        random.nextBytes(iv);
        try {
            var cipher = Cipher.getInstance(SCHEME);
            var parameters = new PBEParameterSpec(salt, ITERATIONS, new IvParameterSpec(iv));
            cipher.init(Cipher.ENCRYPT_MODE, secret(SCHEME, passphrase), parameters);
            var named = AlgorithmParameters.getInstance(PBES2); // the scheme's own name is none that a file can hold
            named.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(named, cipher.doFinal(pkcs8)).getEncoded();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("every Java has " + SCHEME, impossible);
        }
    }

    /**
     * @return the key, PKCS#8
     * @throws GeneralSecurityException if the passphrase is wrong
     * @throws IOException if the file is of another form, or would take for ever
     */
    static byte[] decrypt(byte[] der, char[] passphrase) throws GeneralSecurityException, IOException {
        var info = new EncryptedPrivateKeyInfo(der);
        var parameters = info.getAlgParameters();
        if (parameters == null || !parameters.getAlgorithm().equals(PBES2)) {
            throw new IOException("its passphrase protection is not PBES2 (openssl: -v2 aes-256-cbc)");
        }
        int iterations = parameters.getParameterSpec(PBEParameterSpec.class).getIterationCount();
        if (iterations > MOST_ITERATIONS) {
            throw new IOException("it asks for " + iterations + " rounds of key derivation");
        }
        String scheme = info.getAlgName();
        var cipher = Cipher.getInstance(scheme);
        cipher.init(Cipher.DECRYPT_MODE, secret(scheme, passphrase), parameters);
        return cipher.doFinal(info.getEncryptedData());
    }

    private static SecretKey secret(String scheme, char[] passphrase) throws GeneralSecurityException {
        var spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(scheme).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }
}
