package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.TrainedStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.flash.UserBench;
import org.ethotag.ui.job.WindowJobs;
import org.ethotag.ui.theme.UserSettings;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.ethotag.workflow.UserFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quantize page of the whole window, by the controls that people use. */
class QuantizeJourneyTest {
    private static final long PATIENCE = 120;

    @TempDir
    private Path folder;

    private WindowJobs jobs;
    private Stage stage;
    private Desktop desktop;

    @BeforeEach
    void openWindow() {
        Windows.start();
        TrainedStudy.create(folder.resolve("study"), folder.resolve("raw"));
        jobs = new WindowJobs();
        var settings = new UserSettings(folder.resolve("window.properties"));
        var user = new UserFolder(folder.resolve("user"));
        stage = Windows.onFx(Stage::new);
        desktop = Windows.onFx(() -> {
            var sources = new Sources(QuantizeJourneyTest::trace, StudySources::importFile, new UserBench(user), user);
            var window = new Desktop(stage, jobs, jobs.board(), settings, sources);
            window.show();
            return window;
        });
        Windows.inFx(() -> desktop.open(folder.resolve("study")));
        Windows.until(PATIENCE, () -> desktop.study().runs().size() == 2);
        Windows.inFx(() -> desktop.see("quantize"));
    }

    private static OpenTrace trace(Project project, Session session) {
        var time = TimeMap.steady(session.start(), session.rate());
        var whole = List.of(new SampleRange(0, session.lengthSamples()));
        return new OpenTrace(
                new TraceSource(SampleStudy.trace(session), time, session.zone(), session.rate(), whole), () -> {});
    }

    @AfterEach
    void closeWindow() {
        Windows.inFx(stage::close);
        jobs.close();
    }

    @Test
    void fromASliderOverAFlipToItsTraceAndAModelThatIsKept() {
        Windows.until(PATIENCE, () -> find("#small-fixed-0-0") != null);
        assertThat(find("#study-only").isVisible()).isFalse();
        Windows.inFx(() -> ((Slider) find("#set-state")).setValue(4));
        Windows.until(PATIENCE, () -> find("#study-only").isVisible());
        assertThat(((Label) find("#study-only")).getText()).contains("state");
        assertThat(((Button) find("#quantize")).isDisabled()).isTrue();

        var flips = (TableView<?>) find("#flips");
        Windows.until(PATIENCE, () -> !flips.getItems().isEmpty());
        Windows.inFx(() -> {
            flips.getSelectionModel().selectFirst();
            Event.fireEvent(
                    flips, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
        Windows.until(PATIENCE, () -> find(".trace-view") != null && shows("label"));
        Windows.inFx(() -> desktop.see("quantize"));

        Windows.inFx(() -> ((Button) find("#preset-16")).fire());
        Windows.until(PATIENCE, () -> !find("#study-only").isVisible());
        Windows.until(PATIENCE, () -> !((Button) find("#quantize")).isDisabled());
        Windows.inFx(() -> ((Button) find("#quantize")).fire());
        Windows.until(PATIENCE, () -> desktop.study().runs().size() == 3);
    }

    @Test
    void typingAnAssumptionChangesTheDays() {
        Windows.until(PATIENCE, () -> find("#small-fixed-0-0") != null);
        String before = text("#battery-days");
        Windows.inFx(() -> ((TextField) find("#assume-capacity")).setText("500"));
        assertThat(text("#battery-days")).isNotEqualTo(before).endsWith("days");
        Windows.inFx(() -> ((TextField) find("#assume-capacity")).setText("much"));
        assertThat(text("#battery-days")).isEqualTo("\u2013");
    }

    @Test
    void everyTabOpensAndEveryControlHasANameAndIsReachedByKeyboard() {
        Windows.until(PATIENCE, () -> find("#small-fixed-0-0") != null);
        var tabs = (TabPane) find("#quantize-tabs");
        for (int i = 0; i < tabs.getTabs().size(); i++) {
            int tab = i;
            Windows.inFx(() -> tabs.getSelectionModel().select(tab));
            Windows.settle();
            var nameless = Windows.onFx(() -> tabs.getParent().getParent().lookupAll("*").stream()
                    .filter(QuantizeJourneyTest::isActionable)
                    .filter(node -> name(node).isBlank())
                    .map(Node::toString)
                    .toList());
            assertThat(nameless).as(tabs.getTabs().get(tab).getText()).isEmpty();
        }
        Windows.inFx(() -> tabs.getSelectionModel().select(1));
        Windows.inFx(() -> ((Button) find("#edge-NEW")).fire());
        Windows.until(
                PATIENCE,
                () -> stage.getScene().getRoot().lookupAll(".title-4").stream()
                        .anyMatch(node -> ((Labeled) node)
                                .getText()
                                .toLowerCase(Locale.ROOT)
                                .startsWith("new state, all")));
    }

    private static boolean isActionable(Node node) {
        return (node instanceof ButtonBase || node instanceof Slider || node instanceof TextField)
                && node.isFocusTraversable()
                && node.isVisible()
                && node.getParent() != null;
    }

    private static String name(Node node) {
        String said = Objects.toString(node.queryAccessibleAttribute(AccessibleAttribute.TEXT), "");
        String given = Objects.toString(node.getAccessibleText(), "");
        return given.isBlank() ? said : given;
    }

    private boolean shows(String page) {
        return find("#go-" + page).getPseudoClassStates().stream()
                .anyMatch(state -> state.getPseudoClassName().equals("selected"));
    }

    private Node find(String selector) {
        return stage.getScene().lookup(selector);
    }

    private String text(String selector) {
        return ((Labeled) find(selector)).getText();
    }
}
