package org.ethotag.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ethotag.problem.ProblemException;

/**
 * The shape of the database, as the steps that led to it.
 *
 * @param migrations SQL; the one at place n leads from schema n to schema n + 1
 */
record Schema(List<String> migrations) {
    /** "ETHO", in the header of the file: https://sqlite.org/pragma.html#pragma_application_id */
    static final int APPLICATION_ID = 0x4554484f;

    private static final Pattern CREATED = Pattern.compile("CREATE TABLE (\\w+)");
    /** Of this program; one file per step under {@code resources/study-schema}. */
    private static final int NEWEST = 7;

    Schema {
        migrations = List.copyOf(migrations);
    }

    /** The schema of this program. */
    static Schema current() {
        return new Schema(
                IntStream.rangeClosed(1, NEWEST).mapToObj(Schema::load).toList());
    }

    int version() {
        return migrations.size();
    }

    /** The version of a study, checked to be one that this schema can read or migrate. */
    int versionOf(Database database, Path folder) {
        int application = pragma(database, "application_id");
        int version = pragma(database, "user_version");
        if (application != APPLICATION_ID) {
            throw new ProblemException(ProjectProblem.NOT_A_STUDY, folder);
        }
        if (version < 1) {
            throw new ProblemException(ProjectProblem.DAMAGED, folder, "it has schema " + version);
        }
        if (version > version()) {
            throw new ProblemException(ProjectProblem.NEWER_STUDY, folder, version, version());
        }
        requireTables(database, folder);
        return version;
    }

    /** Nothing in the file may do more than hold rows: no triggers, and no view under the name of one of our tables. */
    private void requireTables(Database database, Path folder) {
        var ours = tables();
        database
                .read(() -> database.all(
                        "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')",
                        row -> new Extra(row.text(1), row.text(2))))
                .stream()
                .filter(extra -> extra.type().equals("trigger") || ours.contains(extra.name()))
                .findFirst()
                .ifPresent(extra -> {
                    var reason =
                            "it holds the " + extra.type() + " " + extra.name() + ", which this program never makes";
                    throw new ProblemException(ProjectProblem.DAMAGED, folder, reason);
                });
    }

    private Set<String> tables() {
        return migrations.stream()
                .flatMap(sql -> CREATED.matcher(sql).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private record Extra(String type, String name) {}

    /** Brings a database from one version to the newest, in one transaction. */
    void migrate(Database database, int from) {
        database.write(() -> {
            for (String migration : migrations.subList(from, version())) {
                database.run(migration);
            }
            database.run("PRAGMA user_version = " + version());
            return version();
        });
    }

    private static int pragma(Database database, String name) {
        return database.read(
                () -> database.one("PRAGMA " + name, row -> row.count(1)).orElseThrow());
    }

    private static String load(int version) {
        try (var stream = Schema.class.getResourceAsStream("/study-schema/" + version + ".sql")) {
            return new String(Objects.requireNonNull(stream, "schema").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
