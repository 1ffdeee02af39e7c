package org.ethotag.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.ethotag.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A study whose database, manifests and traces a stranger changed with tools of their own. */
class TamperedStudyTest {
    private static final int TRIES = Integer.getInteger("ethotag.mutations", 60);
    /** Every so many values for a column, the columns of a table taking turns; -Dethotag.everyValue=1 for all of them. */
    private static final int EVERY = Integer.getInteger("ethotag.everyValue", 7);

    /** What a column may hold instead, in SQL: paths that lead out, numbers that no memory has, texts that parsers dislike. */
    private static final List<String> NASTY = List.of(
            "'../../../../etc/passwd'",
            "'/etc/passwd'",
            "'C:\\Windows\\x'",
            "'..\\..\\x'",
            "'a' || char(0) || 'b'",
            "''",
            "9223372036854775807",
            "-9223372036854775808",
            "9e999",
            "X'00FF'",
            "zeroblob(1000)",
            "'[[[[[[[['",
            "'" + "[".repeat(5000) + "'",
            "'{\"a\":1e999}'");

    @TempDir
    Path scratch;

    private Path study;

    @BeforeEach
    void create() {
        study = scratch.resolve("study");
        StrangeStudy.create(study);
    }

    private Path copy(String name) {
        var copy = scratch.resolve(name);
        StrangeStudy.copy(study, copy);
        return copy;
    }

    private static void sql(Path folder, String... statements) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.ethotag"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("PRAGMA ignore_check_constraints = ON");
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException failure) {
            throw new AssertionError(String.join("; ", statements), failure);
        }
    }

    private static boolean fits(Path folder, String update) {
        try {
            sql(folder, update);
            return true;
        } catch (AssertionError mismatch) {
            assertThat(mismatch.getCause()).hasMessageContaining("datatype mismatch");
            return false;
        }
    }

    private static Map<String, List<String>> columns(Path folder) throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.ethotag"))) {
            for (String table : names(
                    connection,
                    "SELECT name FROM sqlite_schema WHERE type = 'table'"
                            + " AND name NOT LIKE 'sqlite_%' ORDER BY name")) {
                columns.put(table, names(connection, "SELECT name FROM pragma_table_info('" + table + "')"));
            }
        }
        return columns;
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @TestFactory
    Stream<DynamicTest> anyValueInAnyColumnEndsInAProblemOrAValue() throws SQLException {
        return columns(study).entrySet().stream()
                .map(table -> DynamicTest.dynamicTest(table.getKey(), () -> {
                    var mistakes = new ArrayList<String>();
                    for (int i = 0; i < table.getValue().size(); i++) {
                        tamper(table.getKey(), table.getValue().get(i), i, mistakes);
                    }
                    assertThat(mistakes).isEmpty();
                }));
    }

    private void tamper(String table, String column, int first, List<String> mistakes) {
        for (int i = first % EVERY; i < NASTY.size(); i += EVERY) {
            String value = NASTY.get(i);
            var folder = copy("tampered-" + table);
            var update = "UPDATE OR IGNORE " + table + " SET " + column + " = " + value;
            if (!fits(folder, update)) {
                StrangeStudy.delete(folder);
                continue; // a number of a row is a whole number to SQLite itself
            }
            try {
                Refusals.refused(update, 1 << 20, () -> StrangeStudy.readAll(folder));
            } catch (AssertionError mistake) {
                var cause = mistake.getCause() == null ? mistake : mistake.getCause();
                mistakes.add(update + ": " + cause + " at "
                        + List.of(cause.getStackTrace()).stream().limit(6).toList());
            }
            StrangeStudy.delete(folder);
        }
    }

    @Test
    void aDamagedDatabaseIsRefusedOrRead() throws IOException {
        byte[] whole = Files.readAllBytes(study.resolve("study.ethotag"));
        int refused = 0;
        for (long seed = 0; seed < TRIES; seed++) {
            var random = new Random(seed);
            byte[] broken = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                int near = random.nextInt(3) == 0 ? 100 : broken.length;
                broken[random.nextInt(near)] = (byte) random.nextInt();
            }
            var folder = copy("damaged");
            Files.write(folder.resolve("study.ethotag"), broken);
            refused += Refusals.refused("seed " + seed, 1 << 20, () -> StrangeStudy.readAll(folder)) ? 1 : 0;
            StrangeStudy.delete(folder);
        }
        assertThat(refused).isGreaterThan(TRIES / 10);
    }

    @Test
    void aTriggerIsRefused() {
        sql(study, "CREATE TRIGGER evil AFTER INSERT ON label_edits BEGIN DELETE FROM bouts; END");
        assertThat(Refusals.linesOf(() -> StrangeStudy.readAll(study))).contains("trigger evil");
    }

    @Test
    void aViewInThePlaceOfATableIsRefused() {
        sql(
                study,
                "ALTER TABLE animals RENAME TO hidden",
                "CREATE VIEW animals AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        + " SELECT i AS id, '' AS species, '' AS note FROM n");
        assertThat(Refusals.linesOf(() -> StrangeStudy.readAll(study))).contains("view animals");
    }

    @Test
    void aViewOfTheUsersOwnIsNobodysBusiness() {
        sql(study, "CREATE VIEW my_budget AS SELECT behaviour, count(*) FROM bouts GROUP BY behaviour");
        StrangeStudy.readAll(study);
    }

    @Test
    void aTextOfAQuarterOfAGigabyteIsNotTakenIntoMemory() {
        sql(study, "UPDATE study SET name = CAST(zeroblob(268435456) AS TEXT)");
        assertThat(Refusals.refused("a name", 0, () -> StrangeStudy.readAll(study)))
                .isTrue();
    }

    @TestFactory
    Stream<DynamicTest> aRunWhoseManifestLeadsOutOfItIsNotTakenIn() {
        return Stream.of("../outside", "/etc/passwd", "C:\\\\x", "..\\\\x", "a/b", "..", ".", "a\\u0000b", "")
                .map(name -> DynamicTest.dynamicTest("\"" + name + "\"", () -> {
                    var folder = copy("with manifest");
                    var run = Files.createDirectories(folder.resolve("runs/teacher-2"));
                    Files.writeString(run.resolve("manifest.json"), """
                            {"id": "teacher-2", "kind": "teacher", "made": "2026-11-22T12:00:00Z", "seed": 1,
                             "files": [{"name": "%s", "bytes": 1, "sha256": "00"}], "scores": []}""".formatted(name));
                    StrangeStudy.readAll(folder);
                    try (var project = Project.open(folder)) {
                        assertThat(project.run("teacher-2")).isEmpty();
                        assertThat(project.notices().toString()).contains("teacher-2");
                    }
                    StrangeStudy.delete(folder);
                }));
    }

    @Test
    void aRunThatIsCalledLikeAPathIsNeitherReadNorDeleted() throws IOException {
        byte[] precious = "mine".getBytes(StandardCharsets.UTF_8);
        var outside = Files.createDirectories(scratch.resolve("outside"));
        Files.write(outside.resolve("teacher.model"), precious);
        sql(study, "UPDATE run_files SET run = '../../outside'", "UPDATE runs SET id = '../../outside'");
        assertThat(Refusals.refused("the run", 0, () -> StrangeStudy.readAll(study)))
                .isTrue();
        assertArrayEquals(precious, Files.readAllBytes(outside.resolve("teacher.model")));
    }
}
