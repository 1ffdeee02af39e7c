package org.ethotag.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.reading.ImportPreset;
import org.ethotag.recording.reading.ImportSettings;
import org.jspecify.annotations.Nullable;

/**
 * A person's presets for imports: one JSON file each in a folder of theirs, described in formats/import-preset.md. May be
 * used by any thread.
 *
 * @param folder made when something is first saved
 */
public record ImportPresets(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String SUFFIX = ".json";
    private static final String KIND = "ethotag import preset";
    private static final int VERSION = 1;
    private static final long MOST_BYTES = 1 << 16;

    /** All that can be read, by name. A file that is none is left out: whoever names it hears why. */
    public List<ImportPreset> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            var presets = new ArrayList<ImportPreset>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                tryRead(file).ifPresent(presets::add);
            }
            return presets;
        } catch (IOException failure) {
            throw StudyFiles.problem(folder, failure);
        }
    }

    private static Optional<ImportPreset> tryRead(Path file) {
        try {
            return Optional.of(read(file));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    /**
     * A preset by its name, or in a file.
     *
     * @param named a name, or the path of a file that ends in {@code .json}
     * @throws ProblemException if there is none or it is not one
     */
    public ImportPreset named(String named) {
        return read(named.endsWith(SUFFIX) ? Path.of(named) : folder.resolve(named + SUFFIX));
    }

    /** The first preset made for files with this header. */
    public Optional<ImportPreset> fitting(List<String> header) {
        return all().stream().filter(preset -> preset.fits(header)).findFirst();
    }

    /** Keeps a preset under its name, in place of the one that has it. */
    public void save(ImportPreset preset) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw StudyFiles.problem(folder, failure);
        }
        write(folder.resolve(preset.name() + SUFFIX), preset);
    }

    /** Takes a preset away; nothing happens if there is none of that name. */
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + SUFFIX));
        } catch (IOException failure) {
            throw StudyFiles.problem(folder, failure);
        }
    }

    /** Writes a preset to a file, for somebody else. */
    public static void write(Path file, ImportPreset preset) {
        var node = JsonNodeFactory.instance.objectNode().put("kind", KIND).put("version", VERSION);
        node.put("name", preset.name());
        var header = node.putArray("header");
        preset.header().forEach(header::add);
        var s = preset.settings();
        node.put("delimiter", s.delimiter())
                .put("decimal", s.decimal())
                .put("columns", s.columns())
                .put("unit", s.unit())
                .put("zone", s.zone())
                .put("rateHz", s.rateHz())
                .put("namePattern", s.namePattern());
        try {
            Files.write(file, JSON.writeValueAsBytes(node));
        } catch (IOException failure) {
            throw StudyFiles.problem(file.resolveSibling("."), failure);
        }
    }

    /**
     * Reads a preset that somebody else may have written.
     *
     * @throws ProblemException if it is none
     */
    public static ImportPreset read(Path file) {
        try {
            return preset(JSON.readTree(SmallFile.bytes(file, MOST_BYTES)));
        } catch (JsonProcessingException failure) {
            throw unreadable(file, failure.getOriginalMessage(), failure);
        } catch (IOException | IllegalArgumentException failure) {
            throw unreadable(file, StudyFiles.reason(failure), failure);
        }
    }

    private static ImportPreset preset(JsonNode node) {
        if (!node.path("kind").asText("").equals(KIND)) {
            throw new IllegalArgumentException("it does not say that it is an " + KIND);
        }
        if (node.path("version").asInt() != VERSION) {
            throw new IllegalArgumentException("its version is " + node.path("version") + ", not " + VERSION);
        }
        var header = new ArrayList<String>();
        node.path("header").forEach(column -> header.add(column.asText("")));
        var settings = new ImportSettings(
                "",
                "",
                text(node, "columns"),
                text(node, "unit"),
                text(node, "zone"),
                node.path("rateHz").asDouble(0),
                "",
                text(node, "namePattern"),
                text(node, "delimiter"),
                text(node, "decimal"));
        return new ImportPreset(node.path("name").asText(""), header, settings);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static ProblemException unreadable(Path file, String reason, @Nullable Exception failure) {
        var problem = new ProblemException(ProjectProblem.PRESET_UNREADABLE, file, reason);
        return failure == null ? problem : problem.causedBy(failure);
    }
}
