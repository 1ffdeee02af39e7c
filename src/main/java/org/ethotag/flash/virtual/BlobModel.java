package org.ethotag.flash.virtual;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.ethotag.export.GoldenWindow;
import org.ethotag.export.ImagePayload;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.IntegerEngine;

/** A real payload, blob and golden windows, run by the integer engine. */
final class BlobModel implements TagModel {
    private final ImagePayload payload;
    private final IntegerEngine engine;

    private BlobModel(ImagePayload payload) {
        this.payload = payload;
        this.engine = new IntegerEngine(payload.blob().graph());
    }

    static Optional<TagModel> load(byte[] bytes) {
        try {
            return Optional.of(new BlobModel(ImagePayload.parse(bytes)));
        } catch (ProblemException _) {
            return Optional.empty(); // the firmware runs without a model rather than with a wrong one
        }
    }

    @Override
    public String id() {
        return payload.blob().modelId();
    }

    @Override
    public String label(int classIndex) {
        return payload.blob().graph().classes().get(classIndex);
    }

    @Override
    public int classes() {
        return payload.blob().graph().classes().size();
    }

    @Override
    public int windows() {
        return payload.golden().windows().size();
    }

    @Override
    public byte[] samples(int window) {
        short[][] counts = golden(window).counts();
        var bytes = ByteBuffer.allocate(counts.length * counts[0].length * Short.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (short[] sample : counts) {
            for (short count : sample) {
                bytes.putShort(count);
            }
        }
        return bytes.array();
    }

    @Override
    public int[] expected(int window) {
        return golden(window).logits();
    }

    @Override
    public int[] logits(int window) {
        return engine.logits(golden(window).counts());
    }

    @Override
    public int windowSamples() {
        return payload.blob().graph().windows().lengthSamples();
    }

    @Override
    public int[] classify(short[][] counts) {
        return engine.logits(counts);
    }

    @Override
    public int classOf(int[] logits) {
        return IntegerEngine.classOf(logits);
    }

    private GoldenWindow golden(int window) {
        return payload.golden().windows().get(window);
    }
}
