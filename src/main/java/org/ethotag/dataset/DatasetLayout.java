package org.ethotag.dataset;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.signal.Samples;
import org.ethotag.signal.WindowSpec;

/** The bytes of a dataset file before its hash: big-endian, see {@code formats/dataset-file.md}. */
final class DatasetLayout {
    private static final int MAGIC = 0x45544857; // "ETHW"
    private static final int LONGEST_WINDOW = 1 << 16;
    private static final int MOST_NAMES = 1 << 20;
    private static final int LONGEST_NAME_BYTES = 4096;
    /** session, animal, from, label */
    private static final int WINDOW_HEAD_BYTES = 4 + 4 + 8 + 4;

    private final Path file;
    private final DataInputStream in;
    private final long sizeBytes;
    private long at;

    DatasetLayout(Path file, DataInputStream in, long sizeBytes) {
        this.file = file;
        this.in = in;
        this.sizeBytes = sizeBytes;
    }

    static void write(Dataset dataset, DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(version(dataset));
        out.writeDouble(dataset.rate().hertz());
        out.writeInt(dataset.spec().lengthSamples());
        out.writeInt(dataset.spec().strideSamples());
        writeNames(dataset.classes(), out);
        var sessions = names(dataset, Window::session);
        var animals = names(dataset, Window::animal);
        writeNames(List.copyOf(sessions.keySet()), out);
        writeNames(List.copyOf(animals.keySet()), out);
        out.writeInt(dataset.size());
        float[] values = new float[Samples.AXES * dataset.spec().lengthSamples()];
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        for (int i = 0; i < dataset.size(); i++) {
            var window = dataset.windows().get(i);
            out.writeInt(sessions.getOrDefault(window.session(), -1));
            out.writeInt(animals.getOrDefault(window.animal(), -1));
            out.writeLong(window.range().from());
            out.writeInt(window.label());
            dataset.copyG(i, values, 0);
            bytes.asFloatBuffer().put(values);
            out.write(bytes.array());
        }
    }

    /** The least that can read it: files whose windows all have labels are what they always were, hash and all. */
    private static int version(Dataset dataset) {
        return dataset.windows().stream().allMatch(Window::isLabelled) ? 1 : DatasetFile.VERSION;
    }

    Dataset read() throws IOException {
        int version = readHead();
        double hertz = readDouble();
        if (!(hertz > 0 && hertz <= 100_000)) {
            throw damaged("no sample rate: " + hertz);
        }
        int length = readInt(1, LONGEST_WINDOW, "window length");
        int stride = readInt(1, Integer.MAX_VALUE, "window stride");
        var classes = readNames(ClassMap.MOST_CLASSES);
        var sessions = readNames(MOST_NAMES);
        var animals = readNames(MOST_NAMES);
        int count = readInt(0, Integer.MAX_VALUE, "number of windows");
        long windowBytes = WINDOW_HEAD_BYTES + (long) Samples.AXES * length * Float.BYTES;
        if (at + count * windowBytes + DatasetFile.HASH_BYTES != sizeBytes) {
            throw damaged(count + " windows do not fit into " + sizeBytes + " bytes");
        }
        int lowestLabel = version == 1 ? 0 : Window.UNLABELLED;
        var windows = new ArrayList<Window>(count);
        var values = new ArrayList<float[]>(count);
        for (int i = 0; i < count; i++) {
            windows.add(readWindow(sessions, animals, lowestLabel, classes.size(), length));
            values.add(readValues(length));
        }
        return new Dataset(classes, new SampleRate(hertz), new WindowSpec(length, stride), windows, values);
    }

    ProblemException damaged(String what) {
        return new ProblemException(DatasetProblem.BAD_FILE, file, what, at);
    }

    private int readHead() throws IOException {
        if (sizeBytes < 2 * Integer.BYTES || readInt() != MAGIC) {
            throw damaged("it does not start like a dataset file");
        }
        int version = readInt();
        if (version > DatasetFile.VERSION) {
            throw new ProblemException(DatasetProblem.NEWER_FILE, file, version, DatasetFile.VERSION);
        }
        if (version < 1) {
            throw damaged("no version: " + version);
        }
        return version;
    }

    private Window readWindow(List<String> sessions, List<String> animals, int lowestLabel, int classes, int length)
            throws IOException {
        int session = readInt(0, sessions.size() - 1, "session of a window");
        int animal = readInt(0, animals.size() - 1, "animal of a window");
        long from = in.readLong();
        at += Long.BYTES;
        if (from < 0 || from > Long.MAX_VALUE - length) {
            throw damaged("start of a window: " + from);
        }
        int label = readInt(lowestLabel, classes - 1, "class of a window");
        return new Window(sessions.get(session), animals.get(animal), new SampleRange(from, from + length), label);
    }

    private float[] readValues(int length) throws IOException {
        byte[] bytes = new byte[Samples.AXES * length * Float.BYTES];
        in.readFully(bytes);
        at += bytes.length;
        float[] values = new float[Samples.AXES * length];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    private static Map<String, Integer> names(Dataset dataset, Function<Window, String> name) {
        var indices = new TreeMap<String, Integer>();
        dataset.windows().forEach(window -> indices.put(name.apply(window), 0));
        int next = 0;
        for (var entry : indices.entrySet()) {
            entry.setValue(next++);
        }
        return indices;
    }

    private static void writeNames(List<String> names, DataOutputStream out) throws IOException {
        out.writeInt(names.size());
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > LONGEST_NAME_BYTES) {
                throw new IllegalArgumentException("a name of " + bytes.length + " bytes");
            }
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private List<String> readNames(int most) throws IOException {
        int count = readInt(0, most, "number of names");
        var names = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            int length = readInt(0, (int) Math.min(LONGEST_NAME_BYTES, sizeBytes - at), "length of a name");
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            at += length;
            names.add(new String(bytes, StandardCharsets.UTF_8));
        }
        return names;
    }

    private int readInt(int least, int most, String what) throws IOException {
        int value = readInt();
        if (value < least || value > most) {
            throw damaged(what + ": " + value);
        }
        return value;
    }

    private int readInt() throws IOException {
        int value = in.readInt();
        at += Integer.BYTES;
        return value;
    }

    private double readDouble() throws IOException {
        double value = in.readDouble();
        at += Double.BYTES;
        return value;
    }
}
