package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.ethotag.cli.Caller;
import org.ethotag.cli.CommandLineTool;
import org.ethotag.project.Project;
import org.ethotag.testkit.QuickDemo;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.workflow.UserFolder;

/**
 * Somebody's day at the whole window, an hour at a time, without the pauses. A day has eight hours; in each, three studies are
 * opened and closed, thirty pages are visited and as often the look is changed, 120 bouts are labelled by keys (one in six is
 * undone) with 240 moves and zooms between them, a study is made of three raw files and goes through training, distilling,
 * quantizing and export to a verified virtual tag, its settings of fixed point are tried on the page, one more flash is made
 * there, and five files of labels and results are written.
 */
final class ScriptedDay implements AutoCloseable {
    /** An hour's bouts, over two studies. */
    static final int STROKES = 120;

    private static final int STUDIES = 2;
    private static final int UNDO_EVERY = 6;
    private static final long LEARNING_SECONDS = 300;

    private static final List<String> PAGES = List.of(
            "sessions", "label", "results", "train", "compare", "quantize", "tag", "ethogram", "safety", "history");
    private static final List<String> SIDES = List.of("tracks", "comments", "checks", "keys", "behaviours");
    private static final List<KeyCode> BEHAVIOURS = List.of(KeyCode.G, KeyCode.W, KeyCode.R, KeyCode.U, KeyCode.D);

    private final Path folder;
    private final int strokes;
    private final UserFolder user;
    private final List<Path> files;
    private final WindowJobs jobs = new WindowJobs();
    private final Stage stage;
    private final Desktop desktop;
    private int hours;
    private int looks;

    /** @param strokes bouts of an hour, {@link #STROKES} or fewer for a test in a hurry */
    ScriptedDay(Path folder, int strokes) {
        this.folder = folder;
        this.strokes = strokes;
        Windows.start();
        SampleStudy.create(folder.resolve("Herd"), "Herd", 5);
        SampleStudy.create(folder.resolve("Other"), "Other", 3);
        files = QuickDemo.files(folder.resolve("raw"));
        user = new UserFolder(folder.resolve("user"));
        var settings = new UserSettings(folder.resolve("window.properties"));
        stage = Windows.onFx(Stage::new);
        desktop = Windows.onFx(() -> {
            var sources = new Sources(PictureTour::open, StudySources::importFile, new UserBench(user), user);
            var window = new Desktop(stage, jobs, jobs.board(), settings, sources);
            window.show();
            return window;
        });
    }

    @Override
    public void close() {
        Windows.inFx(() -> {
            stage.close();
            jobs.close();
        });
    }

    /** One hour. */
    void hour() {
        for (String name : List.of("Herd", "Other")) {
            open(name);
            visit();
            label(strokes / STUDIES);
            Windows.inFx(() -> desktop.see("label"));
            for (String side : SIDES) {
                Windows.inFx(() -> ((ToggleButton) find("#side-" + side)).setSelected(true));
            }
            leave();
        }
        learn("Learnt " + ++hours);
    }

    private void open(String name) {
        Windows.inFx(() -> desktop.open(folder.resolve(name)));
        Windows.until(() -> desktop.study().project().stream()
                .anyMatch(open -> open.folder().equals(folder.resolve(name))));
    }

    private void leave() {
        Windows.inFx(() -> desktop.study().close());
        Windows.until(() -> desktop.study().projectProperty().get() == null);
    }

    private void visit() {
        for (String page : PAGES) {
            Windows.inFx(() -> desktop.see(page));
            Windows.inFx(() -> Look.values()[looks++ % Look.values().length].applyTo(stage.getScene()));
        }
    }

    /** Bouts by keys on the trace of the first session; at the end of the trace it goes on at the beginning. */
    private void label(int count) {
        Windows.inFx(() -> desktop.see("label"));
        Windows.until(() -> find("#trace") != null && find("#trace").isVisible());
        Windows.settle();
        Windows.inFx(() -> find("#trace").requestFocus());
        long before = edits();
        type(KeyCode.HOME);
        int undone = 0;
        for (int i = 0; i < count; i++) {
            type(i % 2 == 0 ? KeyCode.UP : KeyCode.DOWN);
            type(KeyCode.OPEN_BRACKET);
            type(KeyCode.RIGHT);
            type(KeyCode.CLOSE_BRACKET);
            type(BEHAVIOURS.get(i % BEHAVIOURS.size()));
            if (i % UNDO_EVERY == 0) {
                type(KeyCode.Z, KeyCode.CONTROL);
                undone++;
            }
        }
        Windows.until(() -> desktop.study().project().isPresent());
        Windows.settle();
        assertThat(edits() - before).as("%d strokes, %d undone", count, undone).isPositive();
    }

    /** How many edits the first session has seen, those undone too. */
    private long edits() {
        return desktop.study().project().orElseThrow().edits("s1").size();
    }

    /** What people take home, by the commands that write it. */
    private void takeOut(String study) {
        String session;
        try (var project = Project.open(Path.of(study))) {
            session = project.sessions().getFirst().id();
        }
        command(
                "labels",
                "export",
                study,
                folder.resolve("labels.tsv").toString(),
                "--session",
                session,
                "--format",
                "audacity");
        for (String format : List.of("csv", "svg", "png")) {
            command(
                    "results",
                    study,
                    "--format",
                    format,
                    "--out",
                    folder.resolve("budget." + format).toString());
        }
        command("log", study);
    }

    private void command(String... words) {
        var said = new StringWriter();
        var out = new PrintWriter(said, true);
        int code = CommandLineTool.run(out, out, (_, _) -> {}, new Caller(user, () -> false), words);
        assertThat(code).as("%s: %s", List.of(words), said).isZero();
    }

    /** From raw files to a verified tag; then its pages are looked at, settings are tried, and it is flashed from the window. */
    private void learn(String name) {
        assertThat(QuickDemo.run(folder.resolve(name), files, user).receipt().verified())
                .isTrue();
        takeOut(folder.resolve(name).toString());
        open(name);
        visit();
        Windows.inFx(() -> desktop.see("quantize"));
        Windows.until(LEARNING_SECONDS, () -> find("#small-fixed-0-0") != null);
        for (double bits : new double[] {6, 9, 12}) {
            Windows.inFx(() -> ((Slider) find("#set-state")).setValue(bits));
            Windows.settle();
        }
        var tabs = (TabPane) find("#quantize-tabs");
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int tab = i;
            Windows.inFx(() -> tabs.getSelectionModel().select(tab));
        }
        Windows.inFx(() -> desktop.see("tag"));
        Windows.until(
                LEARNING_SECONDS,
                () -> find("#flash") != null && !find("#flash").isDisabled());
        int receipts = desktop.flash().receipts().size();
        Windows.inFx(() -> ((Button) find("#flash")).fire());
        Windows.until(LEARNING_SECONDS, () -> desktop.flash().receipts().size() > receipts);
        assertThat(desktop.flash().receipts().getFirst().verified()).isTrue();
        leave();
        delete(folder.resolve(name));
    }

    private Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    private static void type(KeyCode code, KeyCode... with) {
        Windows.inFx(() -> {
            var robot = new Robot();
            for (KeyCode modifier : with) {
                robot.keyPress(modifier);
            }
            robot.keyType(code);
            for (KeyCode modifier : with) {
                robot.keyRelease(modifier);
            }
        });
    }

    private static void delete(Path study) {
        try (var all = Files.walk(study)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
