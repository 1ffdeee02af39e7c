package org.ethotag.workflow;

import java.nio.file.Path;
import org.ethotag.export.image.Passphrase;

/**
 * Writes what leaves for the tag: blob, golden windows, signed image, C bundle, UF2.
 *
 * @param quantizedRun id of the run that made the integer model
 * @param folder where to; must not exist or be empty
 * @param profile id of the tag profile
 * @param key private key, PKCS#8 PEM; made there if the file does not exist
 * @param passphrase of the key, or an empty one
 * @param mountedTag the tag on an animal whose mounting frame the model gets, as
 *     {@link org.ethotag.study.MountedTag#name} says it; empty for a tag that sits in the herd's frame or finds its own
 */
public record ExportStep(
        String quantizedRun, Path folder, String profile, Path key, Passphrase passphrase, String mountedTag)
        implements Step {
    /** For any tag. */
    public ExportStep(String quantizedRun, Path folder, String profile, Path key, Passphrase passphrase) {
        this(quantizedRun, folder, profile, key, passphrase, "");
    }

    /** With a key that has no passphrase. */
    public ExportStep(String quantizedRun, Path folder, String profile, Path key) {
        this(quantizedRun, folder, profile, key, Passphrase.none());
    }
}
