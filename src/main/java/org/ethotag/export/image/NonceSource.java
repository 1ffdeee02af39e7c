package org.ethotag.export.image;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ethotag.export.ByteSink;

/**
 * The bytes from which a signature's secret number is drawn: HMAC-SHA256 of digest and counter under the private key. As
 * with RFC 6979, a number is never used for two contents, nobody without the key can guess it, and signing twice gives
 * the same bytes.
 */
final class NonceSource extends SecureRandom {
    private static final long serialVersionUID = 1;

    NonceSource(byte[] secret, byte[] digest) {
        super(new Stream(secret, digest), null);
    }

    private static final class Stream extends SecureRandomSpi {
        private static final long serialVersionUID = 1;
        private static final String ALGORITHM = "HmacSHA256";

        private final byte[] secret;
        private final byte[] digest;
        private byte[] block = {};
        private int used;
        private int counter;

        Stream(byte[] secret, byte[] digest) {
            this.secret = secret.clone();
            this.digest = digest.clone();
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // nothing may make two signatures of one content differ
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                if (used == block.length) {
                    block = next();
                    used = 0;
                }
                bytes[i] = block[used++];
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int count) {
            byte[] seed = new byte[count];
            engineNextBytes(seed);
            return seed;
        }

        private byte[] next() {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(secret, ALGORITHM));
                mac.update(digest);
                mac.update(new ByteSink().int32(counter++).toArray());
                return mac.doFinal();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
            }
        }
    }
}
