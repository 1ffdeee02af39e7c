package org.ethotag.workflow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import org.ethotag.label.Bout;
import org.ethotag.label.LabelTrack;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;

/**
 * What a study consists of as far as learning is concerned: quick to compute, so that a page can tell whether a run still
 * speaks about the study as it is.
 */
public final class StudyHashes {
    static final String LABELS = "labels.sha256";
    static final String RECORDINGS = "recordings.sha256";

    private StudyHashes() {}

    /** SHA-256 of all bouts and of all raw files' hashes, by the names that manifests use; 64 hexadecimal digits each. */
    static Map<String, String> of(Project project) {
        var labels = new StringBuilder();
        var recordings = new StringBuilder();
        for (Session session : project.sessions().stream()
                .sorted(Comparator.comparing(Session::id))
                .toList()) {
            var bouts = project.labels(session.id()).bouts();
            if (!bouts.isEmpty()) {
                labels.append(session.id()).append('\n');
                bouts.forEach(bout -> append(labels, bout));
                recordings
                        .append(String.join(" ", session.id(), session.animal(), session.rawSha256()))
                        .append('\n');
            }
        }
        return Map.of(LABELS, sha256(labels), RECORDINGS, sha256(recordings));
    }

    /** SHA-256 of the bouts and comments of a track; 64 hexadecimal digits. */
    public static String of(LabelTrack track) {
        var text = new StringBuilder();
        track.bouts().forEach(bout -> append(text, bout));
        track.comments()
                .forEach(comment -> text.append(comment.range().from())
                        .append(' ')
                        .append(comment.range().to())
                        .append(" \u0001")
                        .append(comment.text())
                        .append('\n'));
        return sha256(text);
    }

    private static void append(StringBuilder text, Bout bout) {
        text.append(bout.range().from())
                .append(' ')
                .append(bout.range().to())
                .append(' ')
                .append(bout.behaviour())
                .append('\n');
    }

    private static String sha256(CharSequence text) {
        return sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
