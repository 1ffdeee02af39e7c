package org.ethotag.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.file.SmallFile;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;

/**
 * Runs: a folder each, with a manifest, and rows that plain SQL can read.
 *
 * <p>A folder gets its name in one step when all of it is on the disk, and only then its rows. So a folder with a name but
 * without rows is a whole run that a crash kept from being listed: it is listed when the study is next opened. A folder
 * that begins with a dot is unfinished or was about to go: it is swept.
 */
final class RunStore {
    /** Answers of a herd's year of windows are far below. */
    private static final long MOST_FILE_BYTES = 512L << 20;

    private static final long MOST_MANIFEST_BYTES = 16L << 20;
    private static final String SAVING = ".saving-";
    private static final String DELETING = ".deleting-";

    private final Path study;
    private final Path folder;
    private final RunTables tables;
    private final StudyLog log;

    RunStore(Path study, Database database, StudyLog log) {
        this.study = study;
        this.folder = study.resolve("runs");
        this.tables = new RunTables(database);
        this.log = log;
    }

    List<RunManifest> all() {
        return tables.all();
    }

    List<Score> scores(String run) {
        return tables.scores(run);
    }

    List<String> files(String run) {
        return tables.files(run).stream().map(SavedRun.File::name).toList();
    }

    /** What the log says of a run that is listed. */
    Map<String, String> results(RunManifest run) {
        return new SavedRun(run, tables.files(run.id()), List.of()).results();
    }

    /** Returns what the log says of it. */
    Map<String, String> save(RunManifest manifest, Map<String, byte[]> content, Collection<Score> scores) {
        var files = new ArrayList<SavedRun.File>();
        new TreeMap<>(content)
                .forEach((name, bytes) -> files.add(new SavedRun.File(name, bytes.length, sha256(bytes))));
        if (content.containsKey(RunManifest.FILE)) {
            throw new IllegalArgumentException("the manifest is written by the study");
        }
        var target = folder.resolve(manifest.id());
        if (Files.exists(target)) {
            throw new IllegalArgumentException("there is a run " + manifest.id());
        }
        var run = new SavedRun(manifest, files, List.copyOf(scores));
        boolean listed = false;
        try {
            log.announce(manifest.id());
            write(run, content, target);
            var results = run.results();
            log.last(
                    () -> {
                        tables.insert(run);
                        return results;
                    },
                    made -> made);
            listed = true;
            return results;
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        } finally {
            if (!listed) {
                discard(manifest.id());
            }
        }
    }

    private void write(SavedRun run, Map<String, byte[]> content, Path target) throws IOException {
        var unfinished = folder.resolve(SAVING + run.manifest().id());
        StudyFiles.delete(unfinished);
        Files.createDirectories(unfinished);
        for (var file : content.entrySet()) {
            StudyFiles.write(unfinished.resolve(file.getKey()), file.getValue());
        }
        StudyFiles.write(unfinished.resolve(RunManifest.FILE), RunJson.write(run));
        StudyFiles.forceFolder(unfinished);
        StudyFiles.rename(unfinished, target);
    }

    private void discard(String run) {
        try {
            StudyFiles.delete(folder.resolve(SAVING + run));
            delete(run);
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    /** The content of a file, checked to be what was saved. */
    byte[] file(String run, String name) {
        var saved = tables.files(run).stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProjectProblem.RUN_FILE_MISSING, run, name));
        var place = folder.resolve(run).resolve(saved.name());
        StudyLinks.requireInside(study, folder.resolve(run));
        StudyLinks.requireInside(study, place);
        try {
            var bytes = SmallFile.bytes(place, MOST_FILE_BYTES);
            if (!sha256(bytes).equals(saved.sha256())) {
                throw new ProblemException(ProjectProblem.RUN_FILE_CHANGED, run, name);
            }
            return bytes;
        } catch (NoSuchFileException failure) {
            throw new ProblemException(ProjectProblem.RUN_FILE_MISSING, run, name).causedBy(failure);
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    /** Removes a run: first its name, then its rows, then its files, so that a crash never leaves half of it listed. */
    void remove(String run) {
        RunManifest.checkName(run);
        try {
            delete(run);
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    private void delete(String run) throws IOException {
        var going = folder.resolve(DELETING + run);
        if (Files.exists(folder.resolve(run))) {
            StudyFiles.delete(going);
            StudyFiles.rename(folder.resolve(run), going);
        }
        tables.delete(run);
        StudyFiles.delete(going);
    }

    /** Finishes what a crash interrupted. Runs that cannot be read stay where they are and are reported. */
    List<Problem> sweep() {
        var problems = new ArrayList<Problem>();
        try {
            Files.createDirectories(folder);
            for (Path each : content()) {
                var name = each.getFileName().toString();
                if (name.startsWith(DELETING)) {
                    tables.delete(name.substring(DELETING.length()));
                    StudyFiles.delete(each);
                } else if (name.startsWith(SAVING)) {
                    StudyFiles.delete(each);
                } else if (Files.isDirectory(each) && !tables.has(name)) {
                    adopt(each, problems);
                }
            }
            log.sweep();
            return List.copyOf(problems);
        } catch (IOException failure) {
            throw StudyFiles.problem(study, failure);
        }
    }

    private void adopt(Path run, List<Problem> problems) {
        var name = run.getFileName().toString();
        try {
            StudyLinks.requireInside(study, run);
            StudyLinks.requireInside(study, run.resolve(RunManifest.FILE));
            var saved = RunJson.read(SmallFile.bytes(run.resolve(RunManifest.FILE), MOST_MANIFEST_BYTES));
            if (!saved.manifest().id().equals(name)) {
                throw new IOException("it belongs to " + saved.manifest().id());
            }
            log.adopt(saved.manifest(), () -> tables.insert(saved), saved::results);
        } catch (ProblemException failure) {
            problems.add(failure.problem());
        } catch (IOException failure) {
            problems.add(Problem.of(ProjectProblem.RUN_UNREADABLE, name, StudyFiles.reason(failure)));
        }
    }

    private List<Path> content() throws IOException {
        try (var runs = Files.list(folder)) {
            return runs.sorted().toList();
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java has SHA-256", failure);
        }
    }
}
