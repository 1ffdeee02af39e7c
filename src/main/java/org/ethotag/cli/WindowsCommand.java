package org.ethotag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ethotag.dataset.WindowCounts;
import org.ethotag.file.WholeFile;
import org.ethotag.workflow.StudyWindows;
import org.ethotag.workflow.WindowTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ethotag windows}: how many windows there are to learn from. */
@picocli.CommandLine.Command(
        name = "windows",
        description = "Counts the windows of a study per behaviour and animal, and says what was left out.")
final class WindowsCommand extends Command {
    @Mixin
    private StudyArgument study = new StudyArgument();

    @Mixin
    private WindowOptions windows = new WindowOptions();

    @Option(names = "--table", paramLabel = "FILE", description = "Writes the windows as CSV, one row for each.")
    private @Nullable Path table;

    @Override
    public Integer call() {
        var settings = windows.settings(this);
        try (var project = study.open()) {
            var cut = StudyWindows.of(project, settings, monitor());
            if (table != null) {
                WholeFile.write(table, out -> WindowTable.write(project, cut.dataset(), out));
            }
            var counts = cut.counts();
            answer(document(counts), words(counts));
        }
        return DONE;
    }

    private static Map<String, Object> document(WindowCounts counts) {
        var behaviours = new ArrayList<Map<String, Object>>();
        for (WindowCounts.Row row : counts.rows()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("behaviour", row.behaviour());
            one.put("class", row.className());
            one.put("bouts", row.bouts());
            one.put("windows", row.total());
            one.put("perAnimal", row.windows());
            behaviours.add(one);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("windows", counts.total());
        document.put("animals", counts.animals());
        document.put("classes", counts.perClass());
        document.put("behaviours", behaviours);
        document.put("skipped", skipped(counts));
        return document;
    }

    private static Map<String, Object> skipped(WindowCounts counts) {
        var skipped = new LinkedHashMap<String, Object>();
        skipped.put("boutsOutsideClasses", counts.skipped().leftOutBouts());
        skipped.put("boutsTooShort", counts.skipped().shortBouts());
        skipped.put("windowsMixed", counts.skipped().impure());
        skipped.put("windowsNotFinite", counts.skipped().notFinite());
        skipped.put("samplesLabelledTwice", counts.skipped().doublyLabelledSamples());
        return skipped;
    }

    private static String words(WindowCounts counts) {
        var header = new ArrayList<>(List.of("behaviour", "class", "bouts"));
        header.addAll(counts.animals());
        header.add("all");
        var table = new TextTable(header.toArray(String[]::new));
        for (WindowCounts.Row row : counts.rows()) {
            var cells = new ArrayList<>(List.of(row.behaviour(), row.className(), String.valueOf(row.bouts())));
            counts.animals().forEach(animal -> cells.add(String.valueOf(counts.count(row.behaviour(), animal))));
            cells.add(String.valueOf(row.total()));
            table.row(cells);
        }
        var text = new StringBuilder(table.toString()).append(System.lineSeparator());
        counts.perClass()
                .forEach((name, count) ->
                        text.append(name).append(": ").append(count).append(' '));
        text.append("windows").append(System.lineSeparator());
        skipped(counts).forEach((what, count) -> {
            if (!String.valueOf(count).equals("0")) {
                text.append(what).append(": ").append(count).append(System.lineSeparator());
            }
        });
        return text.toString();
    }
}
