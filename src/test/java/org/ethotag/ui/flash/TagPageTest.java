package org.ethotag.ui.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.ethotag.export.ExportProblem;
import org.ethotag.flash.FlashProblem;
import org.ethotag.flash.TagSighting.Trouble;
import org.ethotag.problem.Problem;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tag page on the screen: one way through it by the controls that people use, and pictures on request. */
class TagPageTest {
    private static final int SHOWN_TAGS = 40;

    @TempDir
    private Path folder;

    private WindowJobs jobs;
    private StudyViewModel study;
    private FlashViewModel model;
    private Stage stage;

    @BeforeEach
    void start() {
        Windows.start();
        TagStudy.create(folder.resolve("study"));
        jobs = new WindowJobs();
    }

    @AfterEach
    void stop() {
        if (stage != null) {
            Windows.inFx(() -> {
                model.unwatch();
                study.close();
            });
        }
        jobs.close();
    }

    private void show(TagBench bench, Look look) {
        stage = Windows.onFx(() -> {
            study = new StudyViewModel(jobs, problem -> {
                throw new AssertionError(problem);
            });
            model = new FlashViewModel(
                    jobs,
                    study,
                    bench,
                    problem -> {
                        throw new AssertionError(problem);
                    },
                    _ -> {});
            study.open(folder.resolve("study"));
            return new Stage();
        });
        Windows.until(() -> !model.models().isEmpty());
        stage = Windows.show(new FlashView(model, () -> {}, Pieces.atOnce()), look, 1188, 740);
    }

    @Test
    void aTagIsFlashedWatchedAndCalledByTheControlsOfThePage() throws IOException {
        show(new UserBench(new UserFolder(folder.resolve("user"))), Look.SUN);
        Windows.until(() -> words().contains("Berta  (VIRTUAL-0001)"));
        fire("#flash");
        Windows.until(() -> words().contains("Tag VIRTUAL-0001 is verified"));
        assertThat(words()).contains("self-test").contains("bit for bit");
        Windows.until(() -> !stage.getScene().lookup("#flash").isDisabled());
        Windows.inFx(() -> ((CheckBox) stage.getScene().lookup("#live")).setSelected(true));
        Windows.until(() -> words().contains("equal to the bit"));
        var list = folder.resolve("herd.csv");
        Files.writeString(list, herd(3));
        Windows.inFx(() -> {
            tabs().getSelectionModel().select(1);
            model.rollCall().choose(list);
        });
        Windows.until(() -> model.rollCall().rows().size() == 3);
        Windows.inFx(() -> ((CheckBox) stage.getScene().lookup("#roll-practice")).setSelected(true));
        fire("#roll-start");
        Windows.until(() -> words().contains("Every tag of the list is verified."));
        assertThat(words()).contains("3 verified").contains("0 failed");
        Windows.inFx(() -> tabs().getSelectionModel().select(2));
        Windows.until(() -> model.receipts().size() == 4);
        assertThat(stage.getScene().lookup("#receipts").isVisible()).isTrue();
        assertThat(Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".button").stream()
                        .map(Labeled.class::cast)
                        .filter(button ->
                                button.getText() == null || button.getText().isBlank())
                        .filter(button -> button.getAccessibleText() == null)
                        .toList()))
                .as("buttons without a name")
                .isEmpty();
    }

    @Test
    void aPrintedHistoryHasAsManyPagesAsItsRowsNeedAndEachHasTheHeader() {
        show(new NoTags(), Look.DARK);
        var rows = IntStream.range(0, 100).mapToObj(i -> List.of("" + i, "x")).toList();
        var table = new TagPrint.Table("History", List.of("a", "b"), List.of(30, 70), rows);
        var pages = Windows.onFx(() -> TagPrint.pages(table, 780, 540));
        assertThat(pages).hasSize(3).allSatisfy(page -> assertThat(texts(page)).contains("a", "b"));
        assertThat(pages.stream().flatMap(page -> texts(page).stream()).filter(text -> text.matches("[0-9]+")))
                .hasSize(100);
        assertThat(Windows.onFx(
                        () -> TagPrint.pages(new TagPrint.Table("", List.of("a"), List.of(100), List.of()), 780, 540)))
                .hasSize(1);
    }

    private static List<String> texts(Node page) {
        return ((Parent) page)
                .getChildrenUnmodifiable().stream()
                        .flatMap(node ->
                                node instanceof Labeled label ? Stream.of(label.getText()) : texts(node).stream())
                        .toList();
    }

    /** {@code -Dpictures=FOLDER}, with {@code -Dlook=dark} only in one look. */
    @Test
    void picturesWithNoneOneThreeAndFortyTags() throws IOException {
        String wanted = System.getProperty("pictures", "");
        assumeTrue(!wanted.isEmpty(), "pictures are taken with -Dpictures=FOLDER");
        var list = folder.resolve("herd.csv");
        Files.writeString(list, herd(SHOWN_TAGS));
        for (Look look : Look.values()) {
            if (!System.getProperty("look", look.settingName()).equals(look.settingName())) {
                continue;
            }
            for (int count : new int[] {0, 1, 3, SHOWN_TAGS}) {
                show(count == 0 ? new NoTags() : new ManyTags(count), look);
                Windows.until(() -> words().length() > 100);
                take(wanted, "tag-" + count, look);
                if (count == 1) {
                    Windows.inFx(() -> tabs().getSelectionModel().select(1));
                    take(wanted, "roll-empty", look);
                    Windows.inFx(() -> tabs().getSelectionModel().select(2));
                    take(wanted, "history-empty", look);
                }
                Windows.inFx(() -> {
                    model.unwatch();
                    study.close();
                });
            }
            for (var trouble : troubles().entrySet()) {
                show(new ManyTags(10, trouble.getKey(), trouble.getValue()), look);
                Windows.until(() -> model.tags().size() == 11
                        && model.tags().stream().anyMatch(card -> card.state() == TagCard.State.TROUBLED));
                Windows.inFx(() -> model.tagProperty().set(model.tags().get(2)));
                take(wanted, "tag-" + trouble.getKey().name().toLowerCase(Locale.ROOT), look);
                Windows.inFx(() -> {
                    model.unwatch();
                    study.close();
                });
            }
            show(new UserBench(new UserFolder(folder.resolve("user" + look))), look);
            Windows.inFx(() -> {
                tabs().getSelectionModel().select(1);
                model.rollCall().choose(list);
                model.rollCall().practiceProperty().set(true);
            });
            Windows.until(() -> model.rollCall().rows().size() == SHOWN_TAGS);
            fire("#roll-start");
            Windows.until(60, () -> !words().contains("0 verified"));
            take(wanted, "roll-running", look);
            Windows.until(120, () -> !model.rollCall().running());
            take(wanted, "roll-done", look);
            Windows.inFx(() -> tabs().getSelectionModel().select(2));
            take(wanted, "history", look);
            if (look == Look.DARK) {
                var printed = Windows.onFx(() ->
                        TagPrint.pages(HistoryText.printed(Texts.of("flash.receipts"), model.receipts()), 780, 540));
                var paper = Windows.onFx(() -> new Scene((Parent) printed.getFirst(), 780, 540));
                Windows.picture(paper, Path.of(wanted).resolve("history-printed.png"));
            }
            Windows.inFx(() -> tabs().getSelectionModel().select(0));
            fire("#flash");
            Windows.until(() -> words().contains("is verified"));
            Windows.until(() -> !stage.getScene().lookup("#flash").isDisabled());
            Windows.inFx(() -> ((CheckBox) stage.getScene().lookup("#live")).setSelected(true));
            Windows.until(() -> words().contains("equal to the bit"));
            take(wanted, "tag-verified", look);
            Windows.inFx(() ->
                    model.key().askAfter(new ProblemException(ExportProblem.KEY_LOCKED, "model-signing-key.pem")));
            take(wanted, "tag-locked", look);
            Files.deleteIfExists(folder.resolve("herd.csv.progress"));
        }
    }

    private static Map<Trouble, Problem> troubles() {
        return Map.of(
                Trouble.NO_RIGHTS, Problem.of(FlashProblem.PORT_NEEDS_GROUP, "/dev/ttyACM1", "dialout", "ana"),
                Trouble.BUSY, Problem.of(FlashProblem.PORT_BUSY_WITH, "/dev/ttyACM1", "minicom"),
                Trouble.NO_ANSWER, Problem.of(FlashProblem.NO_ANSWER, "/dev/ttyACM1"),
                Trouble.NO_DRIVER, Problem.of(FlashProblem.DRIVER_MISSING, "CP2102 USB to UART Bridge", "cp210x"),
                Trouble.VANISHED, Problem.of(FlashProblem.PORT_GONE, "/dev/ttyACM1"));
    }

    private void take(String wanted, String name, Look look) {
        Windows.settle();
        Scene scene = stage.getScene();
        Windows.picture(scene, Path.of(wanted).resolve(name + "-" + look.settingName() + ".png"));
    }

    private static String herd(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "cow " + i + ",P-" + i)
                .collect(Collectors.joining("\n", "animal,tag\n", "\n"));
    }

    private TabPane tabs() {
        return (TabPane) stage.getScene().lookup("#tag-tabs");
    }

    private void fire(String id) {
        Windows.inFx(() -> ((Button) stage.getScene().lookup(id)).fire());
    }

    private String words() {
        return Windows.onFx(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .collect(Collectors.joining("\n")));
    }
}
