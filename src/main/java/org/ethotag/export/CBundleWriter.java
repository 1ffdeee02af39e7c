package org.ethotag.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.model.StudentModel;
import org.ethotag.problem.ProblemException;

/**
 * A folder for people who compile the model into their own firmware: the runtime, the model as file and as C, golden
 * windows, a program that checks itself, and a Zephyr module. It needs nothing but a C compiler. The same model gives the
 * same bytes.
 */
public final class CBundleWriter {
    private static final String ON_CLASS_PATH = "/org/ethotag/c/";
    private static final String RUNTIME_LIST = "FILES";
    /** The folder of files that lie at the top of a bundle and are no part of the runtime. */
    private static final String BUNDLE = "bundle/";

    private static final List<String> TOP_FILES = List.of("main.c", "Makefile");
    private static final String COMPARISON = "compare.c";
    /** Files at their own place: the licence, and what makes the folder a Zephyr module. */
    private static final List<String> OTHER_FILES = List.of(
            "LICENSE",
            "zephyr/CMakeLists.txt",
            "zephyr/Kconfig",
            "zephyr/module.yml",
            "zephyr/samples/classify/CMakeLists.txt",
            "zephyr/samples/classify/accelerometer.conf",
            "zephyr/samples/classify/prj.conf",
            "zephyr/samples/classify/sample.yaml",
            "zephyr/samples/classify/src/main.c");

    private CBundleWriter() {}

    /** All files by their path in the folder, with {@code /} between names, sorted. */
    public static Map<String, byte[]> files(ImagePayload payload) {
        return Collections.unmodifiableMap(integerFiles(payload));
    }

    /** The same and, for comparison on the tag, the student before quantization in the folder {@code float}. */
    public static Map<String, byte[]> files(ImagePayload payload, StudentModel student) {
        var files = integerFiles(payload);
        files.putAll(FloatSource.files(student, payload.blob().graph().sensor()));
        files.put(FloatSource.FOLDER + COMPARISON, resource(BUNDLE + COMPARISON));
        return Collections.unmodifiableMap(files);
    }

    private static Map<String, byte[]> integerFiles(ImagePayload payload) {
        var files = new TreeMap<String, byte[]>();
        String list = new String(resource(RUNTIME_LIST), StandardCharsets.UTF_8);
        list.lines().filter(line -> !line.isBlank()).forEach(name -> files.put(name, resource(name)));
        TOP_FILES.forEach(name -> files.put(name, resource(BUNDLE + name)));
        OTHER_FILES.forEach(name -> files.put(name, resource(name)));
        files.put("model.gruq", payload.blob().bytes());
        files.put("golden.gruw", payload.golden().bytes());
        files.put("model.h", text(ModelSource.header(payload.blob())));
        files.put("model.c", text(ModelSource.source(payload.blob())));
        files.put("golden.h", text(GoldenSource.header(payload.golden())));
        files.put("golden.c", text(GoldenSource.source(payload.golden())));
        files.put("README.md", text(BundleReadme.text(payload)));
        return files;
    }

    /**
     * Writes the folder; files of the same name are replaced.
     *
     * @throws ProblemException if a file cannot be written
     */
    public static void write(ImagePayload payload, Path folder) {
        write(files(payload), folder);
    }

    static void write(Map<String, byte[]> files, Path folder) {
        files.forEach((name, content) -> {
            Path file = folder.resolve(name);
            try {
                Files.createDirectories(file.resolveSibling("."));
                Files.write(file, content);
            } catch (IOException failed) {
                throw new ProblemException(ExportProblem.FILE_UNWRITABLE, file, failed).causedBy(failed);
            }
        });
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = CBundleWriter.class.getResourceAsStream(ON_CLASS_PATH + name)) {
            if (in == null) {
                throw new IllegalStateException("the runtime's " + name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("the runtime's " + name + " cannot be read", broken);
        }
    }
}
