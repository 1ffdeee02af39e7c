package org.ethotag.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.project.Recovery;
import org.ethotag.project.SavedCopy;
import org.ethotag.project.StudyContent;
import org.ethotag.project.TrackContent;
import org.ethotag.project.TrackDifference;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag recover}: what is saved of a study, and the way back to a backup. */
@picocli.CommandLine.Command(
        name = "recover",
        description = {
            "Says what is saved of a study and when: every label track, every backup, each checked.",
            "Works while the study is open elsewhere, and on one that is damaged."
        })
final class RecoverCommand extends Command {
    private static final double BYTES_PER_KB = 1000;

    @Mixin
    private StudyArgument study = new StudyArgument();

    @ArgGroup
    private Wanted wanted = new Wanted();

    /** What to do; one of them. */
    static final class Wanted {
        @Option(names = "--list", description = "Lists tracks and backups; this is what happens without an option.")
        private boolean list;

        @Option(
                names = "--compare",
                paramLabel = "BACKUP",
                description = "Says which tracks a restore of that backup would change, and by how many bouts.")
        private String compare = "";

        @Option(
                names = "--restore",
                paramLabel = "BACKUP",
                description = "Puts that backup in the place of the study, after a backup of the present.")
        private String restore = "";
    }

    @Override
    public Integer call() {
        var recovery = new Recovery(study.folder());
        if (wanted.list || (wanted.restore.isEmpty() && wanted.compare.isEmpty())) {
            list(recovery);
        } else if (wanted.compare.isEmpty()) {
            restore(recovery);
        } else {
            compare(recovery);
        }
        return DONE;
    }

    private void restore(Recovery recovery) {
        var present = recovery.restore(recovery.backup(wanted.restore)).stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();
        var said = present.isEmpty()
                ? "It could not be read; its file stays in the folder."
                : "It is in " + present.getFirst();
        answer(
                Map.of("restored", wanted.restore, "presentBackup", present),
                "The study is that of " + wanted.restore + " again. What was there before: " + said);
    }

    private void compare(Recovery recovery) {
        var differences = recovery.compare(recovery.backup(wanted.compare));
        var table = new TextTable("session", "track", "bouts then", "bouts now", "come back", "go");
        differences.forEach(one -> table.row(
                one.sessionName(),
                one.track(),
                String.valueOf(one.boutsThen()),
                String.valueOf(one.boutsNow()),
                String.valueOf(one.onlyThen()),
                String.valueOf(one.onlyNow())));
        answer(
                Map.of(
                        "backup",
                        wanted.compare,
                        "tracks",
                        differences.stream().map(RecoverCommand::document).toList()),
                differences.isEmpty() ? "The labels of the backup are those of the study." : table.toString());
    }

    private void list(Recovery recovery) {
        var now = recovery.now();
        var backups = recovery.backups(monitor());
        var document = new LinkedHashMap<String, Object>();
        document.put("study", document(now));
        document.put(
                "tracks",
                now.content().stream()
                        .flatMap(content -> content.tracks().stream())
                        .map(RecoverCommand::document)
                        .toList());
        document.put("backups", backups.stream().map(RecoverCommand::document).toList());
        answer(document, words(now, backups));
    }

    private static Map<String, Object> document(SavedCopy copy) {
        var document = new LinkedHashMap<String, Object>();
        document.put("name", copy.name());
        document.put("at", copy.madeAt().toString());
        document.put("bytes", copy.bytes());
        document.put("whole", copy.whole());
        document.put("problem", copy.problem());
        for (StudyContent content : copy.content()) {
            document.put("sessions", content.sessions());
            document.put("bouts", content.bouts());
            document.put("lastEdit", content.lastEdit().toString());
        }
        return document;
    }

    private static Map<String, Object> document(TrackContent track) {
        var document = new LinkedHashMap<String, Object>();
        document.put("session", track.session());
        document.put("name", track.sessionName());
        document.put("animal", track.animal());
        document.put("track", track.track());
        document.put("bouts", track.bouts());
        document.put("labelledSamples", track.labelledSamples());
        document.put("edits", track.edits());
        document.put("lastEdit", track.lastEdit().toString());
        return document;
    }

    private static Map<String, Object> document(TrackDifference one) {
        var document = new LinkedHashMap<String, Object>();
        document.put("session", one.session());
        document.put("name", one.sessionName());
        document.put("track", one.track());
        document.put("boutsThen", one.boutsThen());
        document.put("boutsNow", one.boutsNow());
        document.put("comeBack", one.onlyThen());
        document.put("go", one.onlyNow());
        return document;
    }

    private static String words(SavedCopy now, List<SavedCopy> backups) {
        var tracks = new TextTable("session", "animal", "track", "bouts", "edits", "last edit");
        now.content().stream()
                .flatMap(content -> content.tracks().stream())
                .forEach(track -> tracks.row(
                        track.sessionName(),
                        track.animal(),
                        track.track(),
                        String.valueOf(track.bouts()),
                        String.valueOf(track.edits()),
                        track.lastEdit().toString()));
        var copies = new TextTable("file", "made at", "kB", "sessions", "bouts", "last edit", "state");
        copies.row(row(now));
        backups.forEach(backup -> copies.row(row(backup)));
        return tracks + System.lineSeparator() + copies;
    }

    private static List<String> row(SavedCopy copy) {
        var counts = copy.content().stream()
                .map(content -> List.of(
                        String.valueOf(content.sessions()),
                        String.valueOf(content.bouts()),
                        content.lastEdit().toString()))
                .findFirst()
                .orElse(List.of("", "", ""));
        return List.of(
                copy.name(),
                copy.madeAt().toString(),
                String.valueOf(Math.round(copy.bytes() / BYTES_PER_KB)),
                counts.get(0),
                counts.get(1),
                counts.get(2),
                copy.whole() ? "whole" : copy.problem());
    }
}
