package org.ethotag.flash;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ethotag.problem.ProblemException;

/**
 * The laptop's memory of flash jobs: a folder with one file per job, which gets a line, forced to disk, before each act,
 * and with the images of jobs under way, so that a job can be finished after the program was killed. Several programs may
 * share the folder: each tag is locked while one works on it.
 */
public final class Journal {
    private static final String SUFFIX = ".journal";
    private static final String ENDED = ".ended";
    private static final int KEPT = 200;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_JOBS_PER_MILLISECOND = 1000;

    private final Path folder;
    private final TagClock clock;
    private final JournalImages images;

    /** @param folder is made when the first job begins */
    public Journal(Path folder, TagClock clock) {
        this.folder = folder;
        this.clock = clock;
        this.images = new JournalImages(folder);
    }

    /**
     * A job that has not ended.
     *
     * @param file its journal
     * @param serial of the tag, or empty if it was not identified yet
     * @param imageName of the image file
     * @param imageSha256 of the file, whose copy the journal keeps
     * @param state what was about to happen
     */
    public record OpenJob(Path file, String serial, String imageName, String imageSha256, FlashState state) {}

    /**
     * Jobs that began and did not end, oldest first. Those that another program works on just now are among them; a job
     * that stopped before it had a copy of its image is not: nothing was sent, so nothing is left to finish.
     *
     * @throws ProblemException {@link FlashProblem#JOURNAL_DAMAGED} if a journal makes no sense
     */
    public List<OpenJob> openJobs() {
        return unended().stream().filter(this::begun).toList();
    }

    private boolean begun(OpenJob job) {
        return job.state() != FlashState.FOUND || images.has(job.imageSha256());
    }

    private List<OpenJob> unended() {
        var open = new ArrayList<OpenJob>();
        for (Path file : files()) {
            var lines = JournalFile.read(file);
            if (!lines.isEmpty() && !lines.getLast().state().ended()) {
                open.add(openJob(file, lines));
            }
        }
        return List.copyOf(open);
    }

    private static OpenJob openJob(Path file, List<JournalFile.Line> lines) {
        Map<String, String> facts = JournalFile.facts(lines);
        return new OpenJob(
                file,
                facts.getOrDefault(JournalFile.SERIAL, ""),
                facts.getOrDefault(JournalFile.IMAGE, ""),
                facts.getOrDefault(JournalFile.SHA, ""),
                lines.getLast().state());
    }

    /** Begins a job. @throws ProblemException {@link FlashProblem#JOURNAL_UNWRITABLE} */
    JournalFile begin(Map<String, String> facts) {
        try {
            Files.createDirectories(folder);
            String stamp = STAMP.format(clock.now());
            for (int i = 0; i < MOST_JOBS_PER_MILLISECOND; i++) {
                var begun = begin(folder.resolve(stamp + "-" + i + SUFFIX), facts);
                if (begun.isPresent()) {
                    return begun.get();
                }
            }
            throw unwritable("too many jobs at once");
        } catch (IOException refused) {
            throw unwritable(refused.toString()).causedBy(refused);
        }
    }

    /** @return empty if another job has this name: several begin in the same millisecond at a hub */
    private Optional<JournalFile> begin(Path file, Map<String, String> facts) throws IOException {
        if (Files.exists(ended(file))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JournalFile.create(file, clock, facts));
        } catch (FileAlreadyExistsException _) {
            return Optional.empty();
        }
    }

    /** Keeps a copy of an image until no open job needs it. */
    void keep(String sha256, byte[] image) {
        try {
            images.keep(sha256, image);
        } catch (IOException refused) {
            throw unwritable(refused.toString()).causedBy(refused);
        }
    }

    /** The image of an open job, or empty if it is not here or was changed. */
    public Optional<byte[]> image(OpenJob job) {
        return images.read(job.imageSha256());
    }

    /**
     * Closes earlier jobs for a tag: a new one begins with what the tag itself says, so that nothing is left of them to do.
     * Only while the tag is locked.
     *
     * @param current the journal of the new job
     */
    void supersede(String serial, Path current) {
        if (serial.isEmpty()) {
            return;
        }
        for (Path file : files()) {
            var lines = readable(file);
            boolean open = !lines.isEmpty() && !lines.getLast().state().ended();
            if (open && !file.equals(current) && openJob(file, lines).serial().equals(serial)) {
                JournalFile.resume(file, clock)
                        .write(FlashState.FAILED, Map.of(JournalFile.REASON, "superseded by a newer job"));
            }
        }
    }

    /** Another job's damaged journal is not this job's business: {@link #openJobs} tells of it. */
    private static List<JournalFile.Line> readable(Path file) {
        try {
            return JournalFile.read(file);
        } catch (ProblemException _) {
            return List.of();
        }
    }

    /**
     * Puts journals of ended jobs aside, keeps the newest of them for whoever wants to know what happened, and throws away
     * images that no open job needs; none as long as a damaged journal may need one.
     */
    void tidy() {
        putAside();
        List<String> needed;
        try {
            needed = unended().stream().map(OpenJob::imageSha256).toList();
        } catch (ProblemException _) {
            return;
        }
        try {
            images.retain(needed);
        } catch (IOException refused) {
            throw unwritable(refused.toString()).causedBy(refused);
        }
    }

    /**
     * Keeps other jobs, here and in other programs, off a tag until the lock is closed.
     *
     * @throws ProblemException {@link FlashProblem#TAG_IN_USE}
     */
    TagLock lock(String serial) {
        try {
            Files.createDirectories(folder);
            return TagLock.take(folder.resolve(safe(serial) + ".lock"), serial);
        } catch (IOException refused) {
            throw unwritable(refused.toString()).causedBy(refused);
        }
    }

    private void putAside() {
        try {
            for (Path file : files()) {
                var lines = readable(file);
                if (!lines.isEmpty() && lines.getLast().state().ended()) {
                    Files.move(file, ended(file), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            var old = files(ENDED);
            for (Path file : old.subList(0, Math.max(0, old.size() - KEPT))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException refused) {
            throw unwritable(refused.toString()).causedBy(refused);
        }
    }

    private static Path ended(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ENDED);
    }

    private List<Path> files() {
        return files(SUFFIX);
    }

    private List<Path> files(String suffix) {
        var found = new ArrayList<Path>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*" + suffix)) {
                files.forEach(found::add);
            } catch (IOException refused) {
                throw unwritable(refused.toString()).causedBy(refused);
            }
        }
        found.sort(null);
        return found;
    }

    /** A name for a file. */
    static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "_");
    }

    private ProblemException unwritable(String why) {
        return new ProblemException(FlashProblem.JOURNAL_UNWRITABLE, folder, why);
    }
}
