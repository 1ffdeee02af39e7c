package org.ethotag.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ethotag.model.StudentModel;
import org.ethotag.model.Tensor;
import org.ethotag.problem.ProblemException;
import org.ethotag.quantization.QuantizationProblem;
import org.ethotag.quantization.SensorScale;
import org.ethotag.signal.Samples;

/**
 * The student as it was trained, in plain float32 C, for comparison with the integer runtime on the same tag. Takes the
 * same raw counts. The files need nothing of the integer runtime, but the C library's {@code expf} and {@code tanhf}.
 */
public final class FloatSource {
    /** Where the files lie in a bundle. */
    public static final String FOLDER = "float/";

    private static final String ON_CLASS_PATH = "/org/ethotag/c/";
    private static final List<String> RUNTIME_FILES = List.of("ethotag_float.c", "ethotag_float.h");
    private static final int NUMBERS_PER_LINE = 6;
    private static final String MADE_BY = "/* The student in float32. Made by Ethotag; do not edit. */\n";

    private final StudentModel student;
    private final SensorScale sensor;

    private FloatSource(StudentModel student, SensorScale sensor) {
        this.student = student;
        this.sensor = sensor;
    }

    /**
     * All files by their path, sorted: {@code float/ethotag_float.c} and {@code .h} with the network's steps,
     * {@code float/model_float.c} and {@code .h} with its weights. The same student gives the same bytes.
     *
     * @param sensor what a raw count of the tag means
     * @throws ProblemException if a weight is not finite
     */
    public static Map<String, byte[]> files(StudentModel student, SensorScale sensor) {
        var source = new FloatSource(student, sensor);
        var files = new TreeMap<String, byte[]>();
        RUNTIME_FILES.forEach(name -> files.put(FOLDER + name, resource(FOLDER + name)));
        files.put(FOLDER + "model_float.h", source.header().getBytes(StandardCharsets.UTF_8));
        files.put(FOLDER + "model_float.c", source.weights().getBytes(StandardCharsets.UTF_8));
        return Collections.unmodifiableMap(files);
    }

    private String header() {
        return MADE_BY
                + """
                #ifndef ETHOTAG_MODEL_FLOAT_H
                #define ETHOTAG_MODEL_FLOAT_H

                #include "ethotag_float.h"

                /** Floats that a session needs. */
                #define ETHOTAG_FLOAT_SCRATCH %su
                #define ETHOTAG_FLOAT_CLASSES %su
                #define ETHOTAG_FLOAT_WINDOW_SAMPLES %su

                extern const ethotag_float_model ethotag_float_student;

                #endif
                """.formatted(
                        2 * student.hidden() + Math.max(tensor("dense1.bias").size(), student.inputUnits()),
                        student.classes().size(),
                        student.windows().lengthSamples());
    }

    private String weights() {
        boolean hasFront = student.inputUnits() > 0;
        String front = hasFront ? array("front", "input.weight") + "\n" + array("front_bias", "input.bias") + "\n" : "";
        String arrays = Stream.of(
                        array("input", "gru.weight_ih"),
                        array("input_bias", "gru.bias_ih"),
                        array("recurrent", "gru.weight_hh"),
                        array("recurrent_bias", "gru.bias_hh"),
                        array("perceptron", "dense1.weight"),
                        array("perceptron_bias", "dense1.bias"),
                        array("output", "dense2.weight"),
                        array("output_bias", "dense2.bias"))
                .collect(Collectors.joining("\n"));
        return MADE_BY + "#include \"model_float.h\"\n\n" + front + arrays
                + """

                const ethotag_float_model ethotag_float_student = {
                    %su, %su, %su,
                    {%s},
                    {%s},
                    input, input_bias, recurrent, recurrent_bias, perceptron, perceptron_bias, output, output_bias,
                    %su, %s};
                """.formatted(
                                student.hidden(),
                                tensor("dense1.bias").size(),
                                student.classes().size(),
                                perAxis(this::scale),
                                perAxis(this::offset),
                                student.inputUnits(),
                                hasFront ? "front, front_bias" : "0, 0");
    }

    private interface OfAxis {
        double of(int axis);
    }

    private static String perAxis(OfAxis value) {
        return IntStream.range(0, Samples.AXES)
                .mapToObj(axis -> literal((float) value.of(axis)))
                .collect(Collectors.joining(", "));
    }

    private double scale(int axis) {
        return 1 / (student.normalization().spreadG().get(axis) * sensor.countsPerG());
    }

    private double offset(int axis) {
        return -(double) student.normalization().meanG().get(axis)
                / student.normalization().spreadG().get(axis);
    }

    private String array(String name, String tensorName) {
        float[] values = tensor(tensorName).toArray();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new ProblemException(QuantizationProblem.WEIGHTS_NOT_FINITE, tensorName);
            }
        }
        String lines = IntStream.iterate(0, i -> i < values.length, i -> i + NUMBERS_PER_LINE)
                .mapToObj(from -> IntStream.range(from, Math.min(values.length, from + NUMBERS_PER_LINE))
                        .mapToObj(i -> literal(values[i]))
                        .collect(Collectors.joining(", ", "    ", ",\n")))
                .collect(Collectors.joining());
        return "static const float " + name + "[" + values.length + "] = {\n" + lines + "};\n";
    }

    private Tensor tensor(String name) {
        return student.weights().tensor(name);
    }

    /** Hexadecimal, so that no bit is lost in print. */
    private static String literal(float value) {
        return Float.toHexString(value) + "f";
    }

    private static byte[] resource(String name) {
        try (InputStream in = FloatSource.class.getResourceAsStream(ON_CLASS_PATH + name)) {
            if (in == null) {
                throw new IllegalStateException("the float build's " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the float build's " + name + " cannot be read", broken);
        }
    }
}
