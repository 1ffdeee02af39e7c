package org.ethotag.workflow.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.ethotag.job.JobMonitor;
import org.ethotag.problem.ProblemException;
import org.ethotag.project.LoggedStep;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.project.TrackInfo;
import org.ethotag.recording.Session;
import org.ethotag.workflow.StudyHashes;
import org.ethotag.workflow.run.ProgramVersion;

/** What a study is, as hashes: two studies are the same byte for byte where these are equal. Times of day do not count. */
public final class StudyState {
    private static final int BUFFER_BYTES = 1 << 20;

    private StudyState() {}

    /** SHA-256 of every trace, track, file of a run, and of the other things of a study, by what they are of. */
    public static Map<String, String> of(Project project, JobMonitor monitor) {
        var state = new TreeMap<String, String>();
        var sessions = project.sessions();
        for (int i = 0; i < sessions.size(); i++) {
            monitor.progress((double) i / sessions.size(), sessions.get(i).name());
            add(state, project, sessions.get(i), monitor);
        }
        state.put("animals", text(project.animals()));
        state.put("tags", text(project.tags()));
        state.put("deployments", text(project.deployments()));
        state.put("ethogram", text(project.ethogram()));
        for (RunManifest run : project.runs()) {
            state.put("settings of " + run.id(), text(run.settings()));
            project.runFiles(run.id())
                    .forEach(name -> state.put(
                            "file " + name + " of " + run.id(), StudyHashes.sha256(project.runFile(run.id(), name))));
        }
        return state;
    }

    private static void add(Map<String, String> state, Project project, Session session, JobMonitor monitor) {
        state.put("session " + session.id(), text(session));
        var trace = project.folder().resolve("traces").resolve(session.id() + ".trace");
        if (Files.exists(trace)) {
            state.put("trace of " + session.id(), sha256(trace, monitor));
        }
        for (TrackInfo track : project.trackInfos(session.id())) {
            state.put(
                    "track " + track.name() + " of " + session.id(),
                    StudyHashes.of(project.labels(session.id(), track.name())));
        }
    }

    private static String text(Object value) {
        return StudyHashes.sha256(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of a file of any size; 64 hexadecimal digits. */
    static String sha256(Path file, JobMonitor monitor) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                monitor.checkCancelled();
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException failure) {
            throw new ProblemException(LogProblem.UNREADABLE, file, 0, failure).causedBy(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The log of a study as a file, with what the study is now. */
    public static LogFile log(Project project, JobMonitor monitor) {
        return new LogFile(
                project.name(),
                "Ethotag " + ProgramVersion.text(),
                project.log().steps(),
                of(project, monitor));
    }

    /** Whether a step is one that a repetition compares. */
    static boolean isCompared(LoggedStep step) {
        return step.holds()
                && switch (step.kind()) {
                    case OLDER, RUN, FLASH -> false;
                    default -> true;
                };
    }
}
