package org.ethotag.export;

import java.util.Arrays;
import org.ethotag.problem.ProblemException;

/**
 * What a model image carries: the blob, and right behind it the golden windows.
 *
 * @param blob the model
 * @param golden its windows; may be none
 */
public record ImagePayload(ModelBlob blob, GoldenWindows golden) {
    private static final String WHAT = "payload of the model image";

    public ImagePayload {
        if (!golden.modelId().equals(blob.modelId())) {
            throw new IllegalArgumentException(golden.modelId() + " is not the model " + blob.modelId());
        }
    }

    /** Blob and windows in a row. */
    public byte[] bytes() {
        return new ByteSink().bytes(blob.bytes()).bytes(golden.bytes()).toArray();
    }

    /**
     * Reads and checks both parts.
     *
     * @throws ProblemException if one of them is wrong, or if they belong to different models
     */
    public static ImagePayload parse(byte[] bytes) {
        var source = new ByteSource(WHAT, bytes);
        long size = source.uint32(BlobFormat.AT_SIZE);
        if (size > bytes.length) {
            throw source.problem(ExportProblem.WRONG_SIZE, size, bytes.length);
        }
        var blob = ModelBlob.parse(Arrays.copyOf(bytes, (int) size));
        var golden = GoldenWindows.parse(Arrays.copyOfRange(bytes, (int) size, bytes.length));
        if (!golden.modelId().equals(blob.modelId())) {
            throw source.bad("model id of the golden windows", golden.modelId(), blob.modelId());
        }
        if (golden.classes() != blob.graph().classes().size()) {
            throw source.bad(
                    "class count of the golden windows",
                    golden.classes(),
                    blob.graph().classes().size());
        }
        int length = blob.graph().windows().lengthSamples();
        source.require("length of the golden windows", golden.lengthSamples(), length, length);
        return new ImagePayload(blob, golden);
    }
}
