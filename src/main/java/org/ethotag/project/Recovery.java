package org.ethotag.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ethotag.job.JobMonitor;
import org.ethotag.label.Bout;
import org.ethotag.problem.ProblemException;
import org.ethotag.signal.SampleRange;

/**
 * What is saved of a study, and the way back to a backup. Works beside a program that has the study open, and on a study
 * that is damaged; only {@link #restore} changes anything.
 */
public final class Recovery {
    private final Path folder;
    private final Clock clock;

    /** @param folder of the study */
    public Recovery(Path folder) {
        this(folder, Clock.systemUTC());
    }

    Recovery(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The study as it is now, every page checked.
     *
     * @throws ProblemException if there is neither a study nor a backup of one in the folder
     */
    public SavedCopy now() {
        var file = folder.resolve(ProjectStore.FILE);
        if (!Files.isRegularFile(file) && Project.backups(folder).isEmpty()) {
            throw new ProblemException(ProjectProblem.NOT_A_STUDY, folder);
        }
        return look(file);
    }

    /** The backups, the newest first, each checked. */
    public List<SavedCopy> backups(JobMonitor monitor) {
        var files = Project.backups(folder);
        var copies = new ArrayList<SavedCopy>();
        for (Path file : files) {
            monitor.checkCancelled();
            monitor.progress(
                    (double) copies.size() / files.size(), file.getFileName().toString());
            copies.add(look(file));
        }
        return copies;
    }

    /**
     * The backup of a name.
     *
     * @throws ProblemException if there is none
     */
    public Path backup(String name) {
        return Project.backups(folder).stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProjectProblem.NOT_A_BACKUP, folder.resolve("backups").resolve(name)));
    }

    /** The tracks whose bouts a restore of the backup would change; none if the labels are the same. */
    public List<TrackDifference> compare(Path backup) {
        var then = bouts(backup);
        Map<Key, Set<Bout>> now =
                isWhole(folder.resolve(ProjectStore.FILE)) ? bouts(folder.resolve(ProjectStore.FILE)) : Map.of();
        var keys = new LinkedHashMap<Key, Boolean>();
        now.keySet().forEach(key -> keys.put(key, true));
        then.keySet().forEach(key -> keys.put(key, true));
        var differences = new ArrayList<TrackDifference>();
        for (Key key : keys.keySet()) {
            var old = then.getOrDefault(key, Set.of());
            var present = now.getOrDefault(key, Set.of());
            long onlyThen = old.stream().filter(bout -> !present.contains(bout)).count();
            long onlyNow = present.stream().filter(bout -> !old.contains(bout)).count();
            if (onlyThen + onlyNow > 0) {
                differences.add(new TrackDifference(
                        key.session, key.name, key.track, old.size(), present.size(), onlyThen, onlyNow));
            }
        }
        return differences;
    }

    /**
     * Puts a backup in the place of the study's database. Before that, a backup of the present is made if the present can
     * be read; in any case the file that was there stays beside the new one under another name.
     *
     * @return the backup of the present; none if the present cannot be read
     * @throws ProblemException if the backup is not whole, the study is open for changes somewhere, or the disk refuses;
     *     the study is then as it was
     */
    public List<Path> restore(Path backup) {
        return ProjectStore.restore(folder, backup, Schema.current(), clock);
    }

    private SavedCopy look(Path file) {
        try {
            long bytes = size(file) + size(file.resolveSibling(file.getFileName() + "-wal"));
            var madeAt = madeAt(file);
            try (var open = opened(file)) {
                var database = open.database();
                int schema = Schema.current().versionOf(database, folder);
                ProjectStore.check(database, folder);
                return new SavedCopy(file, madeAt, bytes, List.of(StudyContent.of(database, schema)), "");
            } catch (ProblemException failure) {
                var why = failure.problem().what() + " " + failure.problem().why();
                return new SavedCopy(file, madeAt, bytes, List.of(), why);
            }
        } catch (IOException failure) {
            return new SavedCopy(file, Instant.EPOCH, 0, List.of(), StudyFiles.reason(failure));
        }
    }

    private boolean isWhole(Path file) {
        return look(file).whole();
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static Instant madeAt(Path file) throws IOException {
        var named = Backups.madeAt(file);
        return named.equals(Instant.EPOCH) ? Files.getLastModifiedTime(file).toInstant() : named;
    }

    /**
     * Backups have no log; the study may have one, which SQLite reads only where it may write beside it, so that on a
     * protected disk a copy is looked at.
     */
    private Opened opened(Path file) {
        if (!Database.hasLog(file)) {
            return new Opened(Database.immutable(folder, file), List.of());
        }
        if (Files.isWritable(folder)) {
            return new Opened(Database.readOnly(folder, file), List.of());
        }
        try {
            var copy = Files.createTempDirectory("ethotag-study");
            for (String name : List.of(ProjectStore.FILE, ProjectStore.FILE + "-wal")) {
                Files.copy(folder.resolve(name), copy.resolve(name));
            }
            return new Opened(Database.writable(folder, copy.resolve(ProjectStore.FILE)), List.of(copy));
        } catch (IOException failure) {
            throw StudyFiles.problem(folder, failure);
        }
    }

    /**
     * A database being looked at.
     *
     * @param copies to be deleted after that
     */
    private record Opened(Database database, List<Path> copies) implements AutoCloseable {
        @Override
        public void close() {
            database.close();
            for (Path copy : copies) {
                try {
                    StudyFiles.delete(copy);
                } catch (IOException failure) {
                    throw StudyFiles.problem(copy, failure);
                }
            }
        }
    }

    private Map<Key, Set<Bout>> bouts(Path file) {
        try (var open = opened(file)) {
            var database = open.database();
            int schema = Schema.current().versionOf(database, folder);
            return database.read(() -> {
                var there = schema < StudyContent.TRACKS_COME_BACK ? "" : " WHERE t.removed_name IS NULL";
                var tracks = new LinkedHashMap<Key, Set<Bout>>();
                database.all(
                        "SELECT s.id, s.name, t.name, b.from_sample, b.to_sample, b.behaviour FROM bouts b"
                                + " JOIN tracks t ON t.id = b.track JOIN sessions s ON s.id = t.session"
                                + there + " ORDER BY s.position, t.id",
                        row -> tracks.computeIfAbsent(
                                        new Key(row.text(1), row.text(2), row.text(3)), _ -> new HashSet<>())
                                .add(new Bout(new SampleRange(row.number(4), row.number(5)), row.text(6))));
                return tracks;
            });
        }
    }

    private record Key(String session, String name, String track) {}
}
