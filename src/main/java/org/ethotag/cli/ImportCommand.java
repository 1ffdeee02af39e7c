package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ethotag.recording.reading.Finding;
import org.ethotag.recording.reading.ImportedSession;
import org.ethotag.workflow.ImportStep;
import org.ethotag.workflow.Workflow;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ethotag import}: raw files into a study. */
@picocli.CommandLine.Command(
        name = "import",
        description = "Brings raw files into a study, each as one session, and reports what is suspicious in them.")
final class ImportCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "CSV, Axivity .cwa, ActiGraph .gt3x or Movebank files, gzip allowed.")
    private List<Path> files = List.of();

    @Option(names = "--animal", description = "Id of the animal that wore the tag.")
    private String animal = "";

    @Option(names = "--tag", description = "Serial number of the tag.")
    private String tag = "";

    @Mixin
    private RawFileOptions reading = new RawFileOptions();

    @Option(
            names = "--name-pattern",
            description = "Regular expression for the file name with groups named animal, label and session.")
    private String namePattern = "";

    @Option(
            names = "--preset",
            paramLabel = "NAME|FILE",
            description = "How the files are read, as saved in the import window; other options say it better.")
    private String preset = "";

    @Override
    public Integer call() {
        var own = reading.settings(animal, tag, namePattern);
        var settings =
                preset.isEmpty() ? own : user().importPresets().named(preset).under(own);
        try (var project = study.openOrCreate()) {
            var imported = new Workflow(project).run(new ImportStep(files, settings), monitor());
            answer(document(imported), words(imported));
        }
        return DONE;
    }

    private static Map<String, Object> document(List<ImportedSession> imported) {
        var document = new LinkedHashMap<String, Object>();
        document.put(
                "rows", imported.stream().mapToLong(one -> one.report().rows()).sum());
        document.put(
                "samples",
                imported.stream().mapToLong(one -> one.report().samples()).sum());
        document.put("sessions", imported.size());
        document.put("animals", animals(imported));
        document.put("rate", rates(imported));
        document.put("findings", findings(imported));
        document.put("files", imported.stream().map(ImportCommand::file).toList());
        return document;
    }

    private static Map<String, Object> file(ImportedSession one) {
        var file = new LinkedHashMap<String, Object>();
        file.put("file", one.report().file());
        file.put("session", one.session().id());
        file.put("animal", one.session().animal());
        file.put("rows", one.report().rows());
        file.put("samples", one.report().samples());
        file.put("rate", one.report().rateHz());
        file.put("impliedRate", one.report().impliedRateHz());
        file.put("unit", one.report().unit());
        file.put("sha256", one.report().sha256());
        file.put("labels", one.labels().size());
        var findings = new LinkedHashMap<String, Object>();
        one.report().findings().forEach(finding -> findings.put(kind(finding), finding.count()));
        file.put("findings", findings);
        return file;
    }

    private static String words(List<ImportedSession> imported) {
        var text = new StringBuilder();
        filesByFinding(imported)
                .forEach((finding, files) -> text.append(files.getFirst())
                        .append(files.size() == 1 ? "" : " and " + (files.size() - 1) + " more")
                        .append(": ")
                        .append(finding)
                        .append(System.lineSeparator()));
        var counts = findings(imported);
        if (!counts.isEmpty()) {
            var table = new TextTable("finding", "count");
            counts.forEach((kind, count) -> table.row(kind, String.valueOf(count)));
            text.append(System.lineSeparator()).append(table).append(System.lineSeparator());
        }
        long rows = imported.stream().mapToLong(one -> one.report().rows()).sum();
        return text.append("%,d rows, %d sessions, animals %s, rate %s Hz%n"
                        .formatted(
                                rows,
                                imported.size(),
                                String.join(", ", animals(imported)),
                                String.join(
                                        ", ",
                                        rates(imported).stream()
                                                .map(String::valueOf)
                                                .toList())))
                .toString();
    }

    /** Files of the same study often have the same to say: each sentence once, with the files that it is about. */
    private static Map<String, List<String>> filesByFinding(List<ImportedSession> imported) {
        var files = new LinkedHashMap<String, List<String>>();
        for (ImportedSession one : imported) {
            one.report()
                    .findings()
                    .forEach(finding -> files.computeIfAbsent(finding.text(), _ -> new ArrayList<>())
                            .add(one.report().file()));
        }
        return files;
    }

    private static Set<String> animals(List<ImportedSession> imported) {
        var animals = new TreeSet<String>();
        imported.forEach(one -> animals.add(one.session().animal()));
        return animals;
    }

    private static Set<Double> rates(List<ImportedSession> imported) {
        var rates = new TreeSet<Double>();
        imported.forEach(one -> rates.add(one.report().rateHz()));
        return rates;
    }

    private static Map<String, Long> findings(List<ImportedSession> imported) {
        var counts = new LinkedHashMap<String, Long>();
        for (ImportedSession one : imported) {
            one.report().findings().forEach(finding -> counts.merge(kind(finding), finding.count(), Long::sum));
        }
        return counts;
    }

    private static String kind(Finding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
