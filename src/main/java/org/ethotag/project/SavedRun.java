package org.ethotag.project;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run as it lies on the disk: all but the content of its files. */
record SavedRun(RunManifest manifest, List<File> files, List<Score> scores) {
    SavedRun {
        files = List.copyOf(files);
        scores = List.copyOf(scores);
    }

    /** What the study's log says of a run that was kept by work without a kind of its own. */
    static Map<String, String> named(RunManifest run) {
        return Map.of("run", run.id(), "kind", run.kind());
    }

    /** What the study's log says came of the step that kept it: its id, the data that it came from, and every file. */
    Map<String, String> results() {
        var results = new TreeMap<>(manifest.inputs());
        results.put("run", manifest.id());
        manifest.settings().forEach((name, value) -> {
            if (name.endsWith(RunManifest.STOPPED)) {
                results.put(name, value);
            }
        });
        files.forEach(file -> results.put("file " + file.name(), file.sha256()));
        return results;
    }

    /** @param sha256 of the content, 64 hexadecimal digits */
    record File(String name, long bytes, String sha256) {
        File {
            RunManifest.checkName(name);
        }
    }
}
