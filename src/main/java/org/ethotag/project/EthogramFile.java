package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.ethotag.file.SmallFile;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.problem.ProblemException;

/**
 * Ethograms as JSON files, described in formats/study.md, and the templates that come with the program. Only trees are
 * read; no type of the program is named in a file.
 */
public final class EthogramFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    /** A BORIS project carries all its observations. */
    private static final long MOST_BYTES = 64L << 20;

    private static final List<String> TEMPLATES = List.of("cattle", "sheep", "goat", "horse", "dog");

    private EthogramFile() {}

    /** Names of the templates: files under {@code resources/ethograms}. */
    public static List<String> templates() {
        return TEMPLATES;
    }

    /**
     * A template.
     *
     * @throws IllegalArgumentException if it is none of {@link #templates()}
     */
    public static Ethogram template(String name) {
        if (!TEMPLATES.contains(name)) {
            throw new IllegalArgumentException("no ethogram template " + name);
        }
        try {
            return parse(name, resource(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whose published definitions a template follows. @throws IllegalArgumentException if there is no such template */
    public static String source(String template) {
        if (!TEMPLATES.contains(template)) {
            throw new IllegalArgumentException("no ethogram template " + template);
        }
        try {
            return JSON.readTree(resource(template)).path("source").asText("");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = EthogramFile.class.getResourceAsStream("/ethograms/" + name + ".json")) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        }
    }

    /** Reads an ethogram that someone else may have written: a file of this program or a BORIS project. */
    public static Ethogram read(Path file) {
        try {
            return parse(file.toString(), SmallFile.bytes(file, MOST_BYTES));
        } catch (IOException failure) {
            throw new ProblemException(ProjectProblem.ETHOGRAM_UNREADABLE, file, StudyFiles.reason(failure))
                    .causedBy(failure);
        }
    }

    /** Writes an ethogram, in place of the file that is there: a BORIS project if its name ends in {@code .boris}. */
    public static void write(Path file, String name, Ethogram ethogram) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".boris")) {
            write(file, BorisEthogram.project(name, ethogram));
        } else {
            write(file, tree(name, ethogram));
        }
    }

    /** An ethogram on one line. */
    static String text(Ethogram ethogram) {
        return tree("", ethogram).toString();
    }

    /** What {@link #text} wrote. */
    static Ethogram parse(String text) {
        try {
            return parse("the log", text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // nothing is read from outside
        }
    }

    private static ObjectNode tree(String name, Ethogram ethogram) {
        var node = JsonNodeFactory.instance.objectNode().put("name", name);
        var list = node.putArray("behaviours");
        for (Behaviour behaviour : ethogram.behaviours()) {
            list.addObject()
                    .put("code", behaviour.code())
                    .put("name", behaviour.name())
                    .put("colour", behaviour.colour())
                    .put("key", behaviour.key())
                    .put("description", behaviour.description())
                    .put("exclusive", behaviour.exclusive());
        }
        return node;
    }

    private static void write(Path file, ObjectNode node) {
        try {
            Files.write(file, JSON.writeValueAsBytes(node));
        } catch (IOException failure) {
            throw StudyFiles.problem(file.resolveSibling("."), failure);
        }
    }

    private static Ethogram parse(String source, byte[] bytes) throws IOException {
        try {
            var tree = JSON.readTree(bytes);
            if (BorisEthogram.recognises(tree)) {
                return BorisEthogram.of(tree);
            }
            var list = tree.path("behaviours");
            if (!list.isArray()) {
                throw new IllegalArgumentException("there is no list of behaviours");
            }
            var behaviours = new ArrayList<Behaviour>();
            list.forEach(node -> behaviours.add(behaviour(node)));
            return new Ethogram(behaviours);
        } catch (JsonProcessingException failure) {
            throw unreadable(source, failure.getOriginalMessage(), failure);
        } catch (IllegalArgumentException failure) {
            throw unreadable(source, StudyFiles.reason(failure), failure);
        }
    }

    private static ProblemException unreadable(String source, String reason, Exception failure) {
        return new ProblemException(ProjectProblem.ETHOGRAM_UNREADABLE, source, reason).causedBy(failure);
    }

    private static Behaviour behaviour(JsonNode node) {
        var code = node.path("code").asText("");
        return new Behaviour(
                code,
                node.path("name").asText(code),
                node.path("colour").asText(""),
                node.path("key").asText(""),
                node.path("description").asText(""),
                node.path("exclusive").asBoolean(true));
    }
}
