package org.ethotag.project;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.problem.ProblemException;

/** The study's ethogram. */
final class EthogramTable {
    private final Database database;

    EthogramTable(Database database) {
        this.database = database;
    }

    Ethogram ethogram() {
        return database.read(this::load);
    }

    private Ethogram load() throws SQLException {
        return new Ethogram(database.all(
                "SELECT code, name, colour, key, description, exclusive FROM behaviours ORDER BY position, code",
                row -> new Behaviour(row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.flag(6))));
    }

    void set(Ethogram ethogram) {
        database.write(() -> {
            int gone = removeAllBut(ethogram); // first: what stays may get the keys of what goes
            save(ethogram);
            return gone;
        });
    }

    /** Adds a behaviour for each code that is missing; to be called inside a transaction. */
    Ethogram ensure(Collection<String> codes) throws SQLException {
        var before = load();
        var after = before.withAll(codes);
        if (!after.equals(before)) {
            save(after);
        }
        return after;
    }

    private void save(Ethogram ethogram) throws SQLException {
        var rows = new ArrayList<Object[]>();
        for (Behaviour b : ethogram.behaviours()) {
            rows.add(new Object[] {
                b.code(), rows.size(), b.name(), b.colour(), b.key(), b.description(), b.exclusive() ? 1 : 0
            });
        }
        database.batch(
                "INSERT INTO behaviours (code, position, name, colour, key, description, exclusive)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET position = excluded.position,"
                        + " name = excluded.name, colour = excluded.colour, key = excluded.key,"
                        + " description = excluded.description, exclusive = excluded.exclusive",
                rows);
    }

    private int removeAllBut(Ethogram ethogram) throws SQLException {
        var gone = new HashSet<>(load().codes());
        ethogram.codes().forEach(gone::remove);
        var used = new ArrayList<String>();
        for (String code : gone) {
            used.addAll(
                    database.all("SELECT behaviour FROM bouts WHERE behaviour = ? LIMIT 1", row -> row.text(1), code));
        }
        if (!used.isEmpty()) {
            throw new ProblemException(
                    ProjectProblem.BEHAVIOUR_IN_USE,
                    String.join(", ", used.stream().sorted().toList()));
        }
        database.batch(
                "DELETE FROM behaviours WHERE code = ?",
                gone.stream().map(code -> new Object[] {code}).toList());
        return gone.size();
    }

    /** How many bouts each behaviour has, in the ethogram's order, those without any too. */
    List<BehaviourUse> use() {
        return database.read(() -> database.all(
                "SELECT b.code, count(o.behaviour), count(DISTINCT o.track) FROM behaviours b"
                        + " LEFT JOIN bouts o ON o.behaviour = b.code GROUP BY b.code ORDER BY b.position, b.code",
                row -> new BehaviourUse(row.text(1), row.number(2), row.number(3))));
    }
}
