package org.ethotag.ui.flash;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.ethotag.problem.ProblemException;
import org.ethotag.ui.control.Texts;
import org.ethotag.workflow.WorkflowProblem;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for lists and tables of tags. */
final class TagFiles {
    /** So that spreadsheet programs read UTF-8. */
    private static final String MARK = "\uFEFF";

    private TagFiles() {}

    /** Asks where, and writes a table there. */
    static void save(Node near, String name, String csv) {
        var chooser = chooser();
        chooser.setInitialFileName(name);
        @Nullable File chosen = chooser.showSaveDialog(near.getScene().getWindow());
        if (chosen != null) {
            write(chosen.toPath(), csv);
        }
    }

    /** @throws ProblemException if the file cannot be written; shown by whoever shows what nobody handled */
    static void write(Path file, String csv) {
        try {
            Files.writeString(file, MARK + csv, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new ProblemException(WorkflowProblem.NOT_WRITTEN, file, failure).causedBy(failure);
        }
    }

    /** Asks for a table. */
    static Optional<Path> open(Node near) {
        @Nullable File chosen = chooser().showOpenDialog(near.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private static FileChooser chooser() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Texts.of("flash.csv"), "*.csv"));
        return chooser;
    }
}
