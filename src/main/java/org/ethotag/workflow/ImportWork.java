package org.ethotag.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.project.Project;
import org.ethotag.project.StepKind;
import org.ethotag.recording.reading.ImportedSession;
import org.ethotag.recording.reading.RecordingImporter;

/** Carries out an {@link ImportStep}. A file that cannot be read ends the step; the files before it stay. */
final class ImportWork {
    private final Project project;

    ImportWork(Project project) {
        this.project = project;
    }

    List<ImportedSession> run(ImportStep step, JobMonitor monitor) {
        var importer = new RecordingImporter(project.recordings());
        var imported = new ArrayList<ImportedSession>();
        int files = step.files().size();
        for (int i = 0; i < files; i++) {
            monitor.checkCancelled();
            var file = step.files().get(i);
            var part = monitor.part((double) i / files, (i + 1.0) / files);
            imported.add(project.log()
                    .step(
                            StepKind.IMPORT,
                            StepSettings.of(file, step.settings()),
                            Map::of,
                            () -> importOne(importer, file, step, part),
                            ImportWork::came));
        }
        return List.copyOf(imported);
    }

    private static Map<String, String> came(ImportedSession one) {
        return Map.of(
                "session", one.session().id(),
                "raw.sha256", one.session().rawSha256(),
                "samples", String.valueOf(one.session().lengthSamples()),
                "labels", String.valueOf(one.labels().size()));
    }

    private ImportedSession importOne(RecordingImporter importer, Path file, ImportStep step, JobMonitor monitor) {
        var one = importer.importFile(file, step.settings(), monitor);
        var bouts = one.labels().stream()
                .map(label -> new Bout(label.range(), label.text()))
                .toList();
        boolean added = false;
        try {
            project.log()
                    .last(
                            () -> {
                                project.addSession(one.session(), bouts);
                                return one;
                            },
                            ImportWork::came);
            added = true;
        } finally {
            if (!added) {
                project.recordings().delete(one.session().id());
            }
        }
        return one;
    }
}
