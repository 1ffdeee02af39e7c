package org.ethotag.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.problem.ProblemException;
import org.ethotag.study.Mounting;

/** What came of a step, as the study's log keeps it: ids, and hashes by which a repetition is compared. */
final class StepResults {
    /** Before the names of files. */
    private static final String FILE = "file ";

    private StepResults() {}

    /** Every file of an export. Signatures are drawn at random, so that the signed image is another one each time. */
    static Map<String, String> of(Exported exported) {
        var results = new TreeMap<>(Map.of("model.id", exported.modelId()));
        try (var files = Files.walk(exported.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var name = exported.folder().relativize(file).toString().replace('\\', '/');
                results.put(FILE + name, StudyHashes.sha256(Files.readAllBytes(file)));
            }
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, exported.folder(), failure).causedBy(failure);
        }
        return results;
    }

    /** How tags sit: the turns of each in degrees. */
    static Map<String, String> of(List<Mounting> mountings) {
        var results = new TreeMap<String, String>();
        mountings.forEach(mounting -> results.put(
                mounting.on().name(),
                mounting.frame().yawDegrees() + " " + mounting.frame().pitchDegrees() + " "
                        + mounting.frame().rollDegrees()));
        return results;
    }
}
