package org.ethotag.ui.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import org.ethotag.recording.reading.ImportPreview;
import org.ethotag.ui.control.Columns;
import org.ethotag.ui.control.Form;
import org.ethotag.ui.control.Texts;

/** Which column is what: shows what was guessed until somebody chooses, then says all of it. */
final class ColumnChoice {
    private static final List<String> ROLES = List.of("t", "x", "y", "z", "label");
    private static final int NONE = -1;
    /** Two columns at once, which only the guess can tell. */
    private static final int AS_GUESSED = -2;

    private final Map<String, ComboBox<Integer>> boxes = new LinkedHashMap<>();
    private final Runnable changed;
    private List<String> header = List.of();
    private String guessedTime = "";
    private String said = "";
    private boolean showing;

    /** @param changed is called when somebody has chosen */
    ColumnChoice(Runnable changed) {
        this.changed = changed;
        for (String role : ROLES) {
            var box = new ComboBox<Integer>();
            box.setId("column-" + role);
            Columns.show(box, this::name);
            box.setOnAction(_ -> choose());
            boxes.put(role, box);
        }
    }

    void addTo(Form form) {
        boxes.forEach((role, box) -> form.row(Texts.of("import.column." + role), box));
    }

    /** As an import is told it; empty while everything is guessed. */
    String said() {
        return said;
    }

    /** Takes what a preset says; the boxes follow with the next preview. */
    void say(String columns) {
        said = columns;
    }

    private String name(int column) {
        return switch (column) {
            case NONE -> Texts.of("import.column.none");
            case AS_GUESSED -> guessedTime;
            default -> column < header.size() ? header.get(column) : Texts.of("import.column.number", column + 1);
        };
    }

    /** Shows the columns of a file and which is what. */
    void show(ImportPreview preview) {
        showing = true;
        header = preview.header();
        int count = Math.max(
                header.size(),
                preview.rows().isEmpty() ? 0 : preview.rows().getFirst().size());
        var roles = parse(preview.columns());
        guessedTime = roles.getOrDefault("t", "");
        boxes.forEach((role, box) -> {
            var items = new ArrayList<Integer>();
            if (role.equals("t") || role.equals("label")) {
                items.add(NONE);
            }
            boolean two = role.equals("t") && index(guessedTime) == AS_GUESSED;
            if (two) {
                items.add(AS_GUESSED);
            }
            IntStream.range(0, count).forEach(items::add);
            box.getItems().setAll(items);
            if (!preview.columns().isEmpty()) {
                box.setValue(index(roles.getOrDefault(role, "none")));
            }
            box.setDisable(count == 0);
        });
        showing = false;
    }

    private static Map<String, String> parse(String columns) {
        var roles = new LinkedHashMap<String, String>();
        for (String part : columns.split(",")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                roles.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return roles;
    }

    private int index(String word) {
        if (word.equals("none")) {
            return NONE;
        }
        int named = header.indexOf(word);
        if (named >= 0) {
            return named;
        }
        return word.matches("\\d{1,4}") ? Integer.parseInt(word) - 1 : AS_GUESSED;
    }

    private void choose() {
        if (showing) {
            return;
        }
        var parts = new ArrayList<String>();
        for (var entry : boxes.entrySet()) {
            var role = entry.getKey();
            Integer column = entry.getValue().getValue();
            if (column == null && !role.equals("t") && !role.equals("label")) {
                return; // x, y and z are said together or not at all
            }
            int chosen = column == null ? NONE : column;
            if (chosen == AS_GUESSED) {
                parts.add(role + "=" + guessedTime);
            } else if (chosen >= 0) {
                parts.add(role + "=" + (chosen + 1));
            } else if (role.equals("t")) {
                parts.add("t=none");
            }
        }
        said = String.join(",", parts);
        changed.run();
    }
}
