package org.ethotag.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.ethotag.model.LayerSpec.BatchNorm;
import org.ethotag.model.LayerSpec.Convolution;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.GlobalAveragePool;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.LayerSpec.Residual;

/** Writes one model in the format of {@code formats/model.md}. */
final class ModelWriter {
    static final byte[] MAGIC = {'E', 'T', 'H', 'M'};
    static final int VERSION = 1;
    /** Magic, version, kind, size, checksum. */
    static final int HEADER_BYTES = 16;

    private final ModelKind kind;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    ModelWriter(ModelKind kind) {
        this.kind = kind;
    }

    byte[] write(ModelParts model) {
        var layout = WeightLayout.of(model.spec());
        layout.check(model.weights());
        f64(model.rate().hertz());
        u32(model.windows().lengthSamples());
        u32(model.windows().strideSamples());
        model.normalization().meanG().forEach(this::f32);
        model.normalization().spreadG().forEach(this::f32);
        u16(model.classes().size());
        model.classes().forEach(this::text);
        layers(model.spec().layers());
        u32((int) layout.size());
        for (Tensor tensor : model.weights().tensors().values()) {
            tensor(tensor);
        }
        return withHeader(body.toByteArray());
    }

    private byte[] withHeader(byte[] content) {
        var checksum = new CRC32();
        checksum.update(content);
        return ByteBuffer.allocate(HEADER_BYTES + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) VERSION)
                .putShort((short) kind.code())
                .putInt(HEADER_BYTES + content.length)
                .putInt((int) checksum.getValue())
                .put(content)
                .array();
    }

    private void layers(List<LayerSpec> layers) {
        u16(layers.size());
        layers.forEach(this::layer);
    }

    private void layer(LayerSpec layer) {
        switch (layer) {
            case Convolution(int inputs, int outputs, int kernel) ->
                numbers(LayerCode.CONVOLUTION, inputs, outputs, kernel);
            case BatchNorm(int channels) -> numbers(LayerCode.BATCH_NORM, channels);
            case Relu() -> numbers(LayerCode.RELU);
            case Residual(var inner, var shortcut) -> {
                numbers(LayerCode.RESIDUAL);
                layers(inner);
                layers(shortcut);
            }
            case GlobalAveragePool() -> numbers(LayerCode.GLOBAL_AVERAGE_POOL);
            case Gru(int inputs, int hidden) -> numbers(LayerCode.GRU, inputs, hidden);
            case Dense(int inputs, int outputs) -> numbers(LayerCode.DENSE, inputs, outputs);
        }
    }

    private void numbers(int code, int... values) {
        u16(code);
        for (int value : values) {
            u32(value);
        }
    }

    private void tensor(Tensor tensor) {
        var bytes = ByteBuffer.allocate(tensor.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.toArray());
        body.writeBytes(bytes.array());
    }

    private void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        u16(utf8.length);
        body.writeBytes(utf8);
    }

    private void u16(int value) {
        body.write(value);
        body.write(value >> 8);
    }

    private void u32(int value) {
        u16(value);
        u16(value >> 16);
    }

    private void f32(float value) {
        u32(Float.floatToRawIntBits(value));
    }

    private void f64(double value) {
        long bits = Double.doubleToRawLongBits(value);
        u32((int) bits);
        u32((int) (bits >> 32));
    }
}
