package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ethotag.testkit.Trials.trials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ethotag.flash.rollcall.CsvText;
import org.ethotag.label.Bout;
import org.ethotag.recording.ClockMap;
import org.ethotag.recording.CsvTable;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.labels.LabelTable;
import org.ethotag.workflow.result.SafeCsv;
import org.junit.jupiter.api.Test;

/** Texts that a spreadsheet program would compute: no table that leaves the program holds one. */
class FormulasTest {
    private static final String STARTS = "=+-@\t\r\n";
    private static final List<String> FORMULAS = List.of(
            "=HYPERLINK(\"http://x\",\"y\")",
            "=cmd|'/C calc'!A0",
            "+1+cmd",
            "-2+3+cmd",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "'=1",
            "''=1");

    /** Who writes a table without the guard, and why that is right. */
    private static final Set<String> PLAIN = Set.of(
            "CsvTable", // the guard itself
            "SafeCsv", // guards each text before
            "CsvLabels", // guards behaviours and comments, and takes the guard away when it reads them
            "CurvesCsv", // numbers and names of our own models, in a run
            "PredictionsCsv", // a run's own file, read back byte by byte
            "RunArchive", // a line of a manifest
            "SetAside"); // guards names and reasons, and takes the guard away when it reads them

    @Test
    void everyTableThatLeavesTheProgramIsWrittenByOneOfTheGuards() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.ethotag");
        var plain = house.get(CsvTable.class).getMethods().stream()
                .filter(method -> method.getName().equals("write"))
                .flatMap(method -> method.getCallsOfSelf().stream())
                .map(JavaCall::getOriginOwner)
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        plain.removeAll(PLAIN);
        assertEquals(Set.of(), plain);
        var libraries = house.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getName().endsWith("CsvWriter")))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        assertEquals(Set.of("CsvTable"), libraries);
    }

    @Test
    void noGuardLetsAFormulaThrough() {
        for (String formula : FORMULAS) {
            for (String table : List.of(
                    CsvTable.forPeople(List.of(List.of(formula))),
                    new SafeCsv(List.of(formula)).text(),
                    CsvText.row(List.of(formula)))) {
                assertThat(table.replaceFirst("^\"", "")).as(formula).startsWith("'");
            }
        }
    }

    @Test
    void numbersOfATableStayNumbers() {
        assertEquals("-1,-0.25,1e-7,+3\n", CsvTable.forPeople(List.of(List.of("-1", "-0.25", "1e-7", "+3"))));
    }

    @Test
    void whatWasGuardedComesBack() {
        trials(2000, random -> {
            var text = new StringBuilder();
            for (int i = random.nextInt(6); i > 0; i--) {
                text.append("'=+-@\ta b1".charAt(random.nextInt(10)));
            }
            var guarded = CsvTable.guarded(text.toString());
            assertThat(guarded.isEmpty() || STARTS.indexOf(guarded.charAt(0)) < 0)
                    .isTrue();
            assertEquals(text.toString(), CsvTable.unguarded(guarded));
        });
    }

    @Test
    void labelsWithSuchNamesAreSafeInTheTableAndComeBackWhole() throws IOException {
        var clock = ClockMap.regular(Instant.parse("2025-06-01T12:00:00Z"), new SampleRate(10));
        var table = new LabelTable(new SessionTime("s1", clock, ZoneId.of("UTC"), 1000), "101", 0);
        var bouts = List.of(
                new Bout(new SampleRange(0, 10), "=cmd|'/C calc'!A0"),
                new Bout(new SampleRange(10, 20), "-rest"),
                new Bout(new SampleRange(20, 30), "'=quoted"));
        var text = new StringBuilder();
        table.write(bouts, LabelTable.Format.CSV, text);
        assertThat(text.toString().lines().skip(1))
                .allSatisfy(line ->
                        assertThat(List.of(line.split(","))).noneMatch(cell -> "=+-@".indexOf(cell.charAt(0)) >= 0));
        assertEquals(bouts, table.read(text.toString(), LabelTable.Format.CSV, "labels.csv"));
    }
}
