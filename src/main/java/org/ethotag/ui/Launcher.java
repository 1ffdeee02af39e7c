package org.ethotag.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.stage.Stage;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;

/** Starts the toolkit and shows the window on a study; returns when the user has closed it. */
public final class Launcher extends Application {
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private final WindowJobs jobs = new WindowJobs();

    /**
     * Shows the window.
     *
     * @param study one folder of a study, or none for the last one
     */
    public static void window(List<Path> study) {
        TOOLKIT_LOG.setLevel(Level.SEVERE); // it warns of the class path, on which it works
        launch(Launcher.class, study.stream().map(Path::toString).toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        var user = UserFolder.ofThisUser();
        var settings = new UserSettings(user.folder().resolve("window.properties"));
        var sources = new Sources(StudySources::open, StudySources::importFile, new UserBench(user), user);
        var desktop = new Desktop(stage, jobs, jobs.board(), settings, sources);
        desktop.show();
        var asked = getParameters().getUnnamed().stream().map(Path::of);
        Stream.concat(asked, settings.recentStudies().stream()).findFirst().ifPresent(desktop::open);
    }

    @Override
    public void stop() {
        jobs.close();
    }
}
