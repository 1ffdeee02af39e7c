package org.ethotag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The order of the house. A change of this table needs a note in {@code src/site/markdown/decisions}. */
class ArchitectureTest {
    /** package | packages it may use besides itself; "*" is everything above it. */
    private static final String TABLE = """
            language     |
            problem      | language
            file         | problem
            job          | language problem
            diagnosis    | problem
            picture      | problem
            signal       | problem job
            study        | problem signal
            mounting     | problem signal
            sample       | problem job signal
            recording    | language problem file job signal study
            label        | problem signal
            dataset      | language problem file job signal label
            evaluation   | problem job dataset
            review       | problem job signal label
            model        | problem file signal dataset
            quantization | language problem job signal dataset evaluation model
            training     | language problem file job signal dataset evaluation model quantization
            export       | problem file job signal dataset model quantization
            flash        | problem file job signal quantization export
            project      | problem file job signal study recording label dataset evaluation review model flash
            workflow     | *
            cli          | *
            ui           | *
            """;

    /** library (package prefix) | the only package that may use it. */
    private static final String LIBRARIES = """
            de.siegmar.fastcsv                       | recording
            org.apache.commons.math3                 | evaluation
            ai.djl                                   | training
            com.fazecast                             | flash
            com.fasterxml.jackson.dataformat.cbor    | flash
            com.fasterxml.jackson                    | project flash
            java.sql                                 | project
            org.sqlite                               | project
            picocli                                  | cli
            javafx                                   | ui
            atlantafx                                | ui
            org.kordamp                              | ui
            org.commonmark                           | ui
            """;

    /** Classes outside {@code ui.job} that own a thread or a process, each for a reason that its comment gives. */
    private static final String THREADS = """
            org.ethotag.Ethotag
            org.ethotag.cli.Interruption
            org.ethotag.training.WorkerProcess
            org.ethotag.flash.virtual.VirtualTagPort
            org.ethotag.flash.rollcall.RollCallCrew
            org.ethotag.flash.virtual.EmulatedProcess
            """;

    private static final String ROOT = "org.ethotag.";
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ethotag");

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyItsRow() {
        return rows().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> usesOnly(row.getKey(), row.getValue())));
    }

    @Test
    void everyPackageHasARow() {
        var known = rows().keySet().stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        classes()
                .that()
                .resideOutsideOfPackage("org.ethotag")
                .should()
                .resideInAnyPackage(known)
                .check(house);
    }

    @TestFactory
    Stream<DynamicTest> aLibraryHasOneOwner() {
        return LIBRARIES.lines().map(line -> line.split("\\|")).map(cells -> {
            var library = cells[0].strip();
            var owners = Stream.of(cells[1].strip().split(" "))
                    .map(owner -> ROOT + owner + "..")
                    .toArray(String[]::new);
            return DynamicTest.dynamicTest(
                    library,
                    () -> noClasses()
                            .that()
                            .resideOutsideOfPackages(owners)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(library + "..")
                            .allowEmptyShould(true)
                            .check(house));
        });
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(eachPackage()).should().beFreeOfCycles().check(house);
    }

    @Test
    void viewModelsKnowNoSceneGraph() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .check(house);
    }

    @Test
    void onlyTheJobsOfTheWindowHopThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ethotag.ui.job..")
                .and(ownNoThread())
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.concurrent\\.(Executors|ExecutorService|ForkJoinPool)"
                        + "|javafx\\.concurrent\\..*|java\\.lang\\.ProcessBuilder|java\\.lang\\.Thread\\$Builder.*")
                .orShould()
                .callMethodWhere(DescribedPredicate.describe(
                        "Platform.runLater",
                        call -> call.getTargetOwner().getName().equals("javafx.application.Platform")
                                && call.getName().equals("runLater")))
                .check(house);
    }

    @Test
    void nothingIsStaticAndMutable() {
        fields().that()
                .areStatic()
                .and(DescribedPredicate.describe(
                        "are written by people", field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal()
                .check(house);
    }

    private void usesOnly(String name, List<String> allowed) {
        var permitted = allowed.stream().map(other -> ROOT + other + "..").toList();
        var own = ROOT + name + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "live outside the row of " + name,
                        type -> type.getPackageName().startsWith("org.ethotag")
                                && !residesIn(type, own)
                                && permitted.stream().noneMatch(place -> residesIn(type, place))))
                .allowEmptyShould(true)
                .check(house);
    }

    private static boolean residesIn(JavaClass type, String place) {
        return JavaClass.Predicates.resideInAPackage(place).test(type);
    }

    private static Map<String, List<String>> rows() {
        var rows = new LinkedHashMap<String, List<String>>();
        TABLE.lines().map(line -> line.split("\\|", -1)).forEach(cells -> {
            var above = new ArrayList<>(rows.keySet());
            var allowed = cells[1].strip();
            rows.put(cells[0].strip(), allowed.equals("*") ? above : List.of(allowed.split(" ")));
        });
        return rows;
    }

    private static SliceAssignment eachPackage() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    private static DescribedPredicate<JavaClass> ownNoThread() {
        var owners = THREADS.lines().toList();
        return DescribedPredicate.describe(
                "own no thread",
                type -> owners.stream()
                        .noneMatch(owner ->
                                type.getName().equals(owner) || type.getName().startsWith(owner + "$")));
    }
}
