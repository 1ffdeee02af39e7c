package org.ethotag.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ethotag.evaluation.BootstrapInterval;
import org.ethotag.label.KappaTable;
import org.ethotag.workflow.result.ComparedSession;
import org.ethotag.workflow.result.StudyAgreement;

/** The agreement of two tracks as people and as scripts read it. */
final class AgreementReport {
    private final StudyAgreement study;

    AgreementReport(StudyAgreement study) {
        this.study = study;
    }

    Map<String, Object> document() {
        var all = study.agreement();
        var document = new LinkedHashMap<String, Object>();
        document.put("a", study.first());
        document.put("b", study.second());
        document.put(
                "sessions",
                study.sessions().stream().map(one -> one.session().id()).toList());
        document.put("samples", table(all.samples(), study.sampleInterval()));
        document.put("samplesOnlyA", all.onlyFirst());
        document.put("samplesOnlyB", all.onlySecond());
        document.put("bouts", table(all.bouts(), study.boutInterval()));
        document.put("boutOverlap", study.overlap());
        document.put("intervalOver", study.unit().name().toLowerCase(Locale.ROOT));
        document.put("disagreements", disagreements());
        return document;
    }

    private static Map<String, Object> table(KappaTable table, Optional<BootstrapInterval> interval) {
        var one = new LinkedHashMap<String, Object>();
        one.put("kappa", table.kappa());
        interval.ifPresent(it -> one.put("kappaInterval", List.of(it.low(), it.high())));
        one.put("observed", table.observed());
        one.put("byChance", table.byChance());
        one.put("prevalenceAdjusted", table.prevalenceAdjusted());
        one.put("total", table.total());
        var perClass = new LinkedHashMap<String, Object>();
        for (int i = 0; i < table.categories().size(); i++) {
            if (!table.categories().get(i).equals(KappaTable.NONE)) {
                var row = new LinkedHashMap<String, Object>();
                row.put("kappa", table.kappaOf(i));
                row.put("overlap", table.overlapOf(i));
                row.put("a", table.ofFirst(i));
                row.put("b", table.ofSecond(i));
                perClass.put(table.categories().get(i), row);
            }
        }
        one.put("perClass", perClass);
        one.put("classes", table.categories());
        one.put("confusion", confusion(table));
        return one;
    }

    private static List<List<Long>> confusion(KappaTable table) {
        var places = IntStream.range(0, table.categories().size());
        return places.mapToObj(i -> IntStream.range(0, table.categories().size())
                        .mapToObj(j -> table.count(i, j))
                        .toList())
                .toList();
    }

    private int disagreements() {
        return study.sessions().stream()
                .mapToInt(one -> one.disagreements().size())
                .sum();
    }

    String words() {
        var all = study.agreement();
        return "per sample" + System.lineSeparator()
                + words(all.samples(), study.sampleInterval())
                + "samples with one label only: " + all.onlyFirst() + " " + study.first() + ", " + all.onlySecond()
                + " " + study.second() + System.lineSeparator() + System.lineSeparator()
                + "per bout (one event from " + Math.round(study.overlap() * 100)
                + " % of the longer bout in common on)"
                + System.lineSeparator()
                + words(all.bouts(), study.boutInterval())
                + sessions()
                + disagreements() + " stretches are labelled differently; intervals over "
                + study.unit().name().toLowerCase(Locale.ROOT);
    }

    private String words(KappaTable table, Optional<BootstrapInterval> interval) {
        var range = interval.map(it -> " (95 %% %s to %s)".formatted(three(it.low()), three(it.high())))
                .orElse("");
        var names = table.categories().stream().map(AgreementReport::name).toList();
        var header = new ArrayList<>(List.of(study.first() + " \\ " + study.second()));
        header.addAll(names);
        header.addAll(List.of("kappa", "both / either"));
        var rows = new TextTable(header.toArray(String[]::new));
        for (int i = 0; i < names.size(); i++) {
            var row = new ArrayList<>(List.of(names.get(i)));
            for (int j = 0; j < names.size(); j++) {
                row.add(String.valueOf(table.count(i, j)));
            }
            boolean none = table.categories().get(i).equals(KappaTable.NONE);
            row.add(none ? "" : three(table.kappaOf(i)));
            row.add(none ? "" : three(table.overlapOf(i)));
            rows.row(row);
        }
        return "kappa " + three(table.kappa()) + range + ", agreed " + three(table.observed()) + ", by chance "
                + three(table.byChance()) + ", adjusted for prevalence and bias " + three(table.prevalenceAdjusted())
                + System.lineSeparator() + rows;
    }

    private String sessions() {
        if (study.sessions().size() == 1) {
            return "";
        }
        var table = new TextTable("session", "animal", "kappa per sample", "kappa per bout", "disagreements");
        for (ComparedSession one : study.sessions()) {
            table.row(
                    one.session().name(),
                    one.session().animal(),
                    three(one.agreement().samples().kappa()),
                    three(one.agreement().bouts().kappa()),
                    String.valueOf(one.disagreements().size()));
        }
        return System.lineSeparator() + table;
    }

    private static String name(String category) {
        return category.equals(KappaTable.NONE) ? "(no bout)" : category;
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
