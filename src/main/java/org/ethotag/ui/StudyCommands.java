package org.ethotag.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ethotag.cli.Installation;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.workflow.UserFolder;
import org.ethotag.workflow.demo.SampleStudy;
import org.jspecify.annotations.Nullable;

/** Opening and making studies by the system's dialogs. */
final class StudyCommands {
    private static final String DATABASE = "study.ethotag";
    private static final String SAMPLE = "sample-study";

    private final StudyViewModel study;
    private final Supplier<Window> window;
    private final UserFolder user;

    StudyCommands(StudyViewModel study, Supplier<Window> window, UserFolder user) {
        this.study = study;
        this.window = window;
        this.user = user;
    }

    /** Opens the study of the sample recordings, made on first use. */
    void sample() {
        Path folder = user.folder().resolve(SAMPLE);
        study.openMade(folder, monitor -> {
            SampleStudy.make(folder, Installation.ofThisProgram().sampleFiles(), monitor);
            return folder;
        });
    }

    /** Asks for a name and a place, and makes a study there; says whether the user gave them. */
    boolean create() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("shell.new"));
        chooser.setInitialFileName(Texts.of("shell.new.name"));
        @Nullable File chosen = chooser.showSaveDialog(window.get());
        if (chosen != null) {
            study.create(chosen.toPath(), chosen.getName());
        }
        return chosen != null;
    }

    /** Asks for recordings. */
    List<Path> recordings() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("sessions.import"));
        @Nullable List<File> chosen = chooser.showOpenMultipleDialog(window.get());
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }

    /** Closes the study and shows the welcome page. */
    void close() {
        study.close();
    }

    /** Asks for the folder of a study and opens it. */
    void open() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("shell.open"));
        @Nullable File chosen = chooser.showDialog(window.get());
        if (chosen != null) {
            study.open(chosen.toPath());
        }
    }

    /** Whether a path is the folder of a study or its database. */
    static boolean isStudy(Path path) {
        return Files.isRegularFile(folderOf(path).resolve(DATABASE));
    }

    /** The folder of a study, given that or its database. */
    static Path folderOf(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return path.endsWith(DATABASE) && parent != null ? parent : path;
    }
}
