package org.ethotag.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ethotag.project.RunManifest;
import org.ethotag.workflow.Workflow;
import org.ethotag.workflow.run.RunArchive;

/** A run as people and as scripts read it. */
final class RunReport {
    private RunReport() {}

    static Map<String, Object> document(RunManifest run, Workflow workflow) {
        var document = new LinkedHashMap<String, Object>();
        document.put("run", run.id());
        document.put("kind", run.kind());
        document.put("seed", run.seed());
        document.put("settings", run.settings());
        document.put("inputs", run.inputs());
        document.put("versions", run.versions());
        document.put("models", new ModelsReport(workflow.comparison(run.id())).document());
        return document;
    }

    static String words(RunManifest run, Workflow workflow) {
        var comparison = workflow.comparison(run.id());
        return comparison.models().isEmpty()
                ? "Kept as " + run.id() + "; " + comparison.protocol() + "."
                : new ModelsReport(comparison).table() + notLearnt(run) + "Kept as " + run.id() + ".";
    }

    /** Which classes were judged without being learnt, as a line; empty if all were. */
    static String notLearnt(RunManifest run) {
        var words = run.settings().getOrDefault(RunArchive.NOT_LEARNT, "");
        return words.isEmpty() ? "" : words + System.lineSeparator();
    }
}
