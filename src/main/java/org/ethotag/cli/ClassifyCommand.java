package org.ethotag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.ProblemException;
import org.ethotag.workflow.Classification;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag classify}: the integer model over a raw file. */
@picocli.CommandLine.Command(
        name = "classify",
        description = "Runs an integer model over a raw file: one line per window with index, class and int32 logits.")
final class ClassifyCommand extends Command {
    /** A blob is at most a tag's flash; this is far more. */
    private static final long LARGEST_BLOB_BYTES = 16L << 20;

    @Option(names = "--blob", required = true, paramLabel = "FILE", description = "The model blob.")
    private Path blob = Path.of("");

    @Option(names = "--csv", required = true, paramLabel = "FILE", description = "The raw file.")
    private Path csv = Path.of("");

    @Mixin
    private RawFileOptions reading = new RawFileOptions();

    @Override
    public Integer call() {
        var classification = new Classification(bytes());
        var lines = new StringBuilder();
        var documents = new ArrayList<Map<String, Object>>();
        classification.run(
                csv,
                reading.settings("", "", ""),
                answer -> {
                    lines.append(answer.index())
                            .append(' ')
                            .append(answer.answer())
                            .append(' ')
                            .append(answer.logits().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(" ")))
                            .append(System.lineSeparator());
                    var document = new LinkedHashMap<String, Object>();
                    document.put("index", answer.index());
                    document.put("from", answer.range().from());
                    document.put("to", answer.range().to());
                    document.put("class", answer.answer());
                    document.put("logits", answer.logits());
                    documents.add(document);
                },
                monitor());
        var document = new LinkedHashMap<String, Object>();
        document.put("modelId", classification.blob().modelId());
        document.put("classes", classification.blob().graph().classes());
        document.put("windows", documents);
        answer(document, lines.toString());
        return DONE;
    }

    private byte[] bytes() {
        try {
            if (Files.size(blob) > LARGEST_BLOB_BYTES) {
                throw new ProblemException(CommandProblem.UNREADABLE, blob, "it is far larger than any model");
            }
            return SmallFile.bytes(blob, LARGEST_BLOB_BYTES);
        } catch (IOException failure) {
            throw new ProblemException(CommandProblem.UNREADABLE, blob, failure).causedBy(failure);
        }
    }
}
