package org.ethotag.workflow;

import java.nio.file.Path;

/**
 * What an export left.
 *
 * @param folder where
 * @param image the signed image that is flashed
 * @param modelId 16 hexadecimal digits
 * @param imageBytes size of the image
 */
public record Exported(Path folder, Path image, String modelId, int imageBytes) {
    /** Name of the blob's file. */
    public static final String BLOB = "model.gruq";
    /** Name of the golden windows' file. */
    public static final String GOLDEN = "golden-windows.bin";
    /** Name of the folder with the C code that runs the model. */
    public static final String C_BUNDLE = "c";
    /** Name of the file for tags that are flashed as a drive. */
    public static final String UF2 = "model.uf2";
    /** Name of the signed image's file. */
    public static final String IMAGE = "model-image.bin";
}
