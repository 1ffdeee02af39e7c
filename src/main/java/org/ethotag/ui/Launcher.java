package org.ethotag.ui;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.stage.Stage;
import org.ethotag.project.Project;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.EarlyWork;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Magnification;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;
import org.jspecify.annotations.Nullable;

/** Starts the toolkit and shows the window on a study; returns when the user has closed it. */
public final class Launcher extends Application {
    private static final String UNTIL_TRACE = "--until-trace";
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private final WindowJobs jobs = new WindowJobs();
    private @Nullable Stage shown;

    /** Whether these words of a command line mean the window: none, or a study as a file manager passes it. */
    public static boolean isMeant(String... arguments) {
        return Stream.of(arguments).allMatch(word -> word.equals(UNTIL_TRACE) || isStudy(word));
    }

    private static boolean isStudy(String word) {
        try {
            return StudyCommands.isStudy(Path.of(word));
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /**
     * Shows the window until the user closes it.
     *
     * @param arguments words that {@link #isMeant mean} it
     */
    public static void window(String... arguments) {
        TOOLKIT_LOG.setLevel(Level.SEVERE); // it warns of the class path, on which it works
        new Magnification(settings(UserFolder.ofThisUser())).apply();
        EarlyWork.begin(Project::prepare);
        launch(Launcher.class, arguments);
    }

    /**
     * Shows the window until the user closes it.
     *
     * @param study one folder of a study, or none for the last one
     * @param untilTrace show the first session's trace, say on standard output how long that took, and close
     */
    public static void window(List<Path> study, boolean untilTrace) {
        var words = study.stream().map(Path::toString);
        window(Stream.concat(words, untilTrace ? Stream.of(UNTIL_TRACE) : Stream.empty())
                .toArray(String[]::new));
    }

    private static UserSettings settings(UserFolder user) {
        return new UserSettings(user.folder().resolve("window.properties"));
    }

    @Override
    public void start(Stage stage) {
        var user = UserFolder.ofThisUser();
        var settings = settings(user);
        settings.look().dress();
        var sources = new Sources(StudySources::open, StudySources::importFile, new UserBench(user), user);
        var desktop = new Desktop(stage, jobs, jobs.board(), settings, sources);
        var words = getParameters().getRaw();
        var asked = words.stream()
                .filter(word -> !word.equals(UNTIL_TRACE))
                .map(word -> StudyCommands.folderOf(Path.of(word)));
        if (words.contains(UNTIL_TRACE)) {
            desktop.onFirstTrace(() -> sayHowLong(stage));
        }
        desktop.keepLog(user.folder().resolve("logs"));
        Stream.concat(asked, settings.recentStudies().stream())
                .findFirst()
                .ifPresentOrElse(desktop::showWith, desktop::show);
        shown = stage;
    }

    private static void sayHowLong(Stage stage) {
        System.out.println(ProcessAge.now().toMillis() + " ms to the first trace");
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
