package org.ethotag.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.ethotag.dataset.Normalization;
import org.ethotag.model.LayerSpec.BatchNorm;
import org.ethotag.model.LayerSpec.Convolution;
import org.ethotag.model.LayerSpec.Dense;
import org.ethotag.model.LayerSpec.GlobalAveragePool;
import org.ethotag.model.LayerSpec.Gru;
import org.ethotag.model.LayerSpec.Relu;
import org.ethotag.model.LayerSpec.Residual;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/** Reads one model in the format of {@code formats/model.md}; believes no length before it was checked. */
final class ModelReader {
    private static final int MOST_CLASSES = 1024;
    private static final int MOST_LAYERS = 1024;
    private static final int MOST_UNITS = 1 << 16;
    private static final int MOST_SAMPLES = 1 << 20;
    /** A residual block holds no residual block. */
    private static final int DEEPEST = 1;
    /** GRU, dense, ReLU, dense. */
    private static final int STUDENT_LAYERS = 4;
    /** Dense, ReLU. */
    private static final int INPUT_LAYERS = 2;

    private final String file;
    private final ByteBuffer bytes;
    private int layersRead;

    ModelReader(String file, byte[] content) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }

    ModelParts read(ModelKind wanted) {
        header(wanted);
        double hertz = bytes.getDouble();
        require(hertz > 0 && hertz <= 100_000, "the rate is not one");
        var rate = new SampleRate(hertz);
        var windows = new WindowSpec(number(1, MOST_SAMPLES, "window length"), number(1, MOST_SAMPLES, "stride"));
        var normalization = new Normalization(floats(Samples.AXES, -1e6f), floats(Samples.AXES, Float.MIN_NORMAL));
        var classes = classes();
        var layers = layers(0);
        require(!layers.isEmpty(), "there is no layer");
        var spec = new NetworkSpec(layers);
        requireShape(wanted, spec, classes.size());
        var weights = weights(WeightLayout.of(spec));
        require(!bytes.hasRemaining(), "something follows the weights");
        return new ModelParts(spec, weights, normalization, windows, rate, classes);
    }

    private void header(ModelKind wanted) {
        if (bytes.remaining() < ModelWriter.HEADER_BYTES
                || !Arrays.equals(take(ModelWriter.MAGIC.length), ModelWriter.MAGIC)) {
            throw new ProblemException(ModelProblem.NOT_A_MODEL, file);
        }
        int version = Short.toUnsignedInt(bytes.getShort());
        if (version != ModelWriter.VERSION) {
            throw new ProblemException(ModelProblem.OTHER_VERSION, file, version, ModelWriter.VERSION);
        }
        int kind = Short.toUnsignedInt(bytes.getShort());
        require(bytes.getInt() == bytes.limit(), "the length is not the one it was written with");
        int written = bytes.getInt();
        var checksum = new CRC32();
        checksum.update(bytes.duplicate());
        require((int) checksum.getValue() == written, "the checksum does not fit");
        if (kind != wanted.code()) {
            throw new ProblemException(ModelProblem.OTHER_KIND, file, kindWord(kind), wanted.word());
        }
        need(Double.BYTES);
    }

    private static String kindWord(int code) {
        return Arrays.stream(ModelKind.values())
                .filter(kind -> kind.code() == code)
                .map(ModelKind::word)
                .findFirst()
                .orElse("model of kind " + code);
    }

    private List<String> classes() {
        int count = small(MOST_CLASSES, "number of classes");
        require(count > 0, "there is no class");
        var classes = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int length = small(MOST_UNITS, "length of a name");
            need(length);
            classes.add(text(take(length)));
        }
        return classes;
    }

    private String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw damaged("a name is not text").causedBy(notText);
        }
    }

    private List<LayerSpec> layers(int depth) {
        require(depth <= DEEPEST, "blocks are nested too deeply");
        int count = small(MOST_LAYERS, "number of layers");
        layersRead += count;
        require(layersRead <= MOST_LAYERS, "there are too many layers");
        var layers = new ArrayList<LayerSpec>();
        for (int i = 0; i < count; i++) {
            layers.add(layer(depth));
        }
        return layers;
    }

    private LayerSpec layer(int depth) {
        int code = small(LayerCode.DENSE, "kind of layer");
        return switch (code) {
            case LayerCode.CONVOLUTION -> new Convolution(units(), units(), units());
            case LayerCode.BATCH_NORM -> new BatchNorm(units());
            case LayerCode.RELU -> new Relu();
            case LayerCode.RESIDUAL -> new Residual(layers(depth + 1), layers(depth + 1));
            case LayerCode.GLOBAL_AVERAGE_POOL -> new GlobalAveragePool();
            case LayerCode.GRU -> new Gru(units(), units());
            default -> new Dense(units(), units());
        };
    }

    private void requireShape(ModelKind kind, NetworkSpec spec, int classes) {
        require(channels(spec.layers(), Samples.AXES) == classes, "the layers do not fit each other");
        require(spec.layers().getLast() instanceof Dense, "the last layer does not give one number per class");
        require(kind != ModelKind.STUDENT || isStudent(spec.layers()), "the layers are not those of a student");
    }

    /** Channels that come out of a list of layers, or -1 where one layer does not fit the one before it. */
    private static int channels(List<LayerSpec> layers, int inputs) {
        int channels = inputs;
        for (LayerSpec layer : layers) {
            channels = switch (layer) {
                case Convolution(int in, int out, int _) -> in == channels ? out : -1;
                case BatchNorm(int in) -> in == channels ? in : -1;
                case Relu(), GlobalAveragePool() -> channels;
                case Residual(var body, var shortcut) ->
                    channels(body, channels) == channels(shortcut, channels) ? channels(body, channels) : -1;
                case Gru(int in, int hidden) -> in == channels ? hidden : -1;
                case Dense(int in, int out) -> in == channels ? out : -1;
            };
        }
        return channels;
    }

    /** A GRU and a perceptron; before them, if there are two layers more, the input perceptron. */
    private static boolean isStudent(List<LayerSpec> layers) {
        return switch (layers.size()) {
            case STUDENT_LAYERS -> isRecurrent(layers);
            case STUDENT_LAYERS + INPUT_LAYERS ->
                layers.get(0) instanceof Dense
                        && layers.get(1) instanceof Relu
                        && isRecurrent(layers.subList(INPUT_LAYERS, layers.size()));
            default -> false;
        };
    }

    private static boolean isRecurrent(List<LayerSpec> layers) {
        return layers.get(0) instanceof Gru
                && layers.get(1) instanceof Dense
                && layers.get(2) instanceof Relu
                && layers.get(3) instanceof Dense;
    }

    private Weights weights(WeightLayout layout) {
        need(Integer.BYTES);
        long count = Integer.toUnsignedLong(bytes.getInt());
        require(count * Float.BYTES == bytes.remaining(), "the number of weights is not the one that is there");
        require(layout.size() == count, "the number of weights does not fit the layers");
        float[] values = new float[(int) count];
        bytes.asFloatBuffer().get(values);
        for (float value : values) {
            require(Float.isFinite(value), "a weight is not a number");
        }
        bytes.position(bytes.limit());
        return layout.weights(values);
    }

    private List<Float> floats(int count, float smallest) {
        need(count * Float.BYTES);
        var values = new ArrayList<Float>();
        for (int i = 0; i < count; i++) {
            float value = bytes.getFloat();
            require(Float.isFinite(value) && value >= smallest, "a normalisation is out of range");
            values.add(value);
        }
        return values;
    }

    private byte[] take(int count) {
        byte[] taken = new byte[count];
        bytes.get(taken);
        return taken;
    }

    private int units() {
        return number(1, MOST_UNITS, "size of a layer");
    }

    private int number(int least, int most, String what) {
        need(Integer.BYTES);
        int value = bytes.getInt();
        require(value >= least && value <= most, "the " + what + " is out of range");
        return value;
    }

    private int small(int most, String what) {
        need(Short.BYTES);
        int value = Short.toUnsignedInt(bytes.getShort());
        require(value <= most, "the " + what + " is out of range");
        return value;
    }

    private void need(int count) {
        require(bytes.remaining() >= count, "it ends too early");
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw damaged(otherwise);
        }
    }

    private ProblemException damaged(String what) {
        return new ProblemException(ModelProblem.DAMAGED, file, bytes.position(), what);
    }
}
