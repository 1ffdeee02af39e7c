package org.ethotag.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** Starts the toolkit and shows the window on a study; returns when the user has closed it. */
public final class Launcher extends Application {
    private static final String UNTIL_TRACE = "until-trace";
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private final WindowJobs jobs = new WindowJobs();
    private @Nullable Stage shown;

    /**
     * Shows the window.
     *
     * @param study one folder of a study, or none for the last one
     * @param untilTrace show the first session's trace, say on standard output how long that took, and close
     */
    public static void window(List<Path> study, boolean untilTrace) {
        TOOLKIT_LOG.setLevel(Level.SEVERE); // it warns of the class path, on which it works
        var parameters = new ArrayList<>(study.stream().map(Path::toString).toList());
        if (untilTrace) {
            parameters.add("--" + UNTIL_TRACE + "=true");
        }
        launch(Launcher.class, parameters.toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        var user = UserFolder.ofThisUser();
        var settings = new UserSettings(user.folder().resolve("window.properties"));
        var sources = new Sources(StudySources::open, StudySources::importFile, new UserBench(user), user);
        var desktop = new Desktop(stage, jobs, jobs.board(), settings, sources);
        desktop.show();
        shown = stage;
        var asked = getParameters().getUnnamed().stream().map(Path::of);
        if (getParameters().getNamed().containsKey(UNTIL_TRACE)) {
            desktop.onFirstTrace(() -> sayHowLong(stage));
        }
        Stream.concat(asked, settings.recentStudies().stream()).findFirst().ifPresent(desktop::open);
    }

    private static void sayHowLong(Stage stage) {
        var begun = ProcessHandle.current().info().startInstant().orElseThrow();
        System.out.println(Duration.between(begun, Instant.now()).toMillis() + " ms to the first trace");
        stage.hide();
    }

    @Override
    public void stop() {
        if (shown != null) {
            shown.hide(); // a quit from outside the window leaves it to us, while jobs can still run
        }
        jobs.close();
    }
}
