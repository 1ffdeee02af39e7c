package org.ethotag.ui.flash;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;

/** The system's dialogs for lists and tables of tags. */
final class TagFiles {
    private TagFiles() {}

    /** Asks where to write a table. */
    static Optional<Path> toSave(Node near, String name) {
        var chooser = chooser();
        chooser.setInitialFileName(name);
        @Nullable File chosen = chooser.showSaveDialog(near.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
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
