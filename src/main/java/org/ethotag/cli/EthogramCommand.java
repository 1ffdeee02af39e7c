package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.project.EthogramFile;
import org.ethotag.project.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag ethogram}: the behaviours of a study. */
@picocli.CommandLine.Command(
        name = "ethogram",
        description = "Shows the behaviours of a study; takes them from a template or a file, or writes them to one.")
final class EthogramCommand extends Command {
    private static final double SECONDS_PER_MINUTE = 60;

    @Mixin
    private StudyArgument study = new StudyArgument();

    @ArgGroup
    private @Nullable Change change;

    /** What to do besides showing; one of them. */
    static final class Change {
        @Option(names = "--template", paramLabel = "NAME", description = "cattle, sheep, goat, horse or dog.")
        private String template = "";

        @Option(
                names = "--import",
                paramLabel = "FILE",
                description =
                        "An ethogram of this program (.json) or a BORIS project (.boris). Behaviours of the same code"
                                + " are replaced, others stay.")
        private @Nullable Path in;

        @Option(names = "--export", paramLabel = "FILE", description = "Writes the behaviours to a file (.json).")
        private @Nullable Path out;

        @Option(
                names = "--merge",
                paramLabel = "GONE=INTO",
                description = "Gives every bout of one behaviour to another, after a backup.")
        private String merge = "";

        @Option(
                names = "--delete",
                paramLabel = "CODE",
                description = "Erases every bout of a behaviour and takes it away, after a backup.")
        private String delete = "";
    }

    @Option(names = "--what-if", description = "With --merge or --delete: says what would change, and changes nothing.")
    private boolean whatIf;

    @Override
    public Integer call() {
        try (var project = study.openOrCreate()) {
            if (change != null && !(change.merge.isEmpty() && change.delete.isEmpty())) {
                touch(project, change);
                return DONE;
            }
            if (change != null && change.out != null) {
                EthogramFile.write(change.out, project.folder().getFileName().toString(), project.ethogram());
            } else if (change != null) {
                project.setEthogram(project.ethogram().merged(wanted(change)));
            }
            answer(document(project.ethogram()), words(project.ethogram()));
        }
        return DONE;
    }

    private void touch(Project project, Change asked) {
        var codes = (asked.merge.isEmpty() ? asked.delete : asked.merge).split("=", -1);
        var known = project.ethogram().codes();
        if (codes.length != (asked.merge.isEmpty() ? 1 : 2) || !known.containsAll(List.of(codes))) {
            throw usage("behaviours of this study are " + known);
        }
        if (codes.length == 2 && codes[0].equals(codes[1])) {
            throw usage("a behaviour cannot be merged into itself");
        }
        var touch = project.touch(codes[0]);
        if (!whatIf && asked.merge.isEmpty()) {
            project.deleteBehaviour(codes[0]);
        } else if (!whatIf) {
            project.mergeBehaviours(codes[0], codes[1]);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("behaviour", codes[0]);
        document.put("done", !whatIf);
        document.put("sessions", touch.sessions());
        document.put("tracks", touch.tracks());
        document.put("bouts", touch.bouts());
        document.put("seconds", touch.seconds());
        document.put("runs", touch.runs());
        answer(
                document,
                "%s %,d bouts on %,d tracks of %,d sessions, %.1f minutes; %,d runs stay as they were."
                        .formatted(
                                whatIf ? "This would change" : "Changed:",
                                touch.bouts(),
                                touch.tracks(),
                                touch.sessions(),
                                touch.seconds() / SECONDS_PER_MINUTE,
                                touch.runs()));
    }

    private Ethogram wanted(Change asked) {
        if (asked.in != null) {
            return EthogramFile.read(asked.in);
        }
        if (!EthogramFile.templates().contains(asked.template)) {
            throw usage("there is no template " + asked.template + "; there are " + EthogramFile.templates());
        }
        note(EthogramFile.source(asked.template));
        return EthogramFile.template(asked.template);
    }

    private static Map<String, Object> document(Ethogram ethogram) {
        var list = new ArrayList<Map<String, Object>>();
        for (Behaviour one : ethogram.behaviours()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("code", one.code());
            row.put("name", one.name());
            row.put("key", one.key());
            row.put("colour", one.colour());
            row.put("exclusive", one.exclusive());
            row.put("description", one.description());
            list.add(row);
        }
        return Map.of("behaviours", list);
    }

    private static String words(Ethogram ethogram) {
        var table = new TextTable("code", "name", "key", "colour", "exclusive", "description");
        for (Behaviour one : ethogram.behaviours()) {
            table.row(List.of(
                    one.code(),
                    one.name(),
                    one.key(),
                    one.colour(),
                    one.exclusive() ? "yes" : "no",
                    one.description()));
        }
        return ethogram.behaviours().isEmpty() ? "The study has no behaviours yet." : table.toString();
    }
}
