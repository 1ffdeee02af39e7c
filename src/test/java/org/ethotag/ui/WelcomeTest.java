package org.ethotag.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.UserSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;

class WelcomeTest {
    @TempDir
    private Path folder;

    private UserSettings settings;
    private final SimpleObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
    private final AtomicReference<String> begun = new AtomicReference<>("");

    @BeforeEach
    void start() {
        Windows.start();
        settings = new UserSettings(folder.resolve("window.properties"));
    }

    private Welcome shown() {
        var jobs = Jobs.immediate();
        return Windows.onFx(() -> {
            var study = new StudyViewModel(jobs, problem -> {
                throw new AssertionError(problem);
            });
            var ways = List.of(
                    new Welcome.Beginning("first", Feather.GIFT, "First", "one", () -> begun.set("first")),
                    new Welcome.Beginning("second", Feather.FOLDER, "Second", "two", () -> begun.set("second")));
            var page = new Welcome(study, jobs, settings, look, ways);
            Windows.show(page, Look.LIGHT, 1280, 800);
            return page;
        });
    }

    @Test
    void theVeryFirstStartSaysWhatAStudyIs() {
        var page = shown();
        assertThat(List.of(page.lookup("#welcome-none").isVisible(), entries(page)))
                .isEqualTo(List.of(true, List.of()));
    }

    @Test
    void aStudyThatIsNotThereIsSaidToBeMissingAndCanBeTakenOffTheList() {
        SampleStudy.create(folder.resolve("Herd"), "Herd", 1);
        settings.opened(folder.resolve("Lost"));
        settings.opened(folder.resolve("Herd"));
        var page = shown();
        assertThat(page.lookupAll(".recent-missing")).hasSize(1);
        Windows.inFx(() -> ((Button) page.lookup(".recent-remove")).fire());
        assertThat(List.of(page.lookupAll(".recent-missing").size(), entries(page)))
                .isEqualTo(List.of(0, List.of("Herd")));
        assertThat(settings.recent()).hasSize(1);
    }

    @Test
    void anEntrySaysHowManyRecordingsTheStudyHas() {
        SampleStudy.create(folder.resolve("Herd"), "Herd", 1);
        settings.opened(folder.resolve("Herd"));
        settings.counted(folder.resolve("Herd"), 3);
        var page = shown();
        assertThat(((Label) page.lookup(".recent-facts")).getText()).endsWith(Texts.of("welcome.recent.sessions", 3));
    }

    @Test
    void aWayToBeginIsTaken() {
        var page = shown();
        Windows.inFx(() -> ((Button) page.lookup("#second")).fire());
        assertThat(begun).hasValue("second");
    }

    @Test
    void theLookIsChosenHereAndFollowsTheOneOfTheWindow() {
        var page = shown();
        Windows.inFx(() -> ((ToggleButton) page.lookup("#welcome-look-dark")).fire());
        assertThat(look.get()).isEqualTo(Look.DARK);
        Windows.inFx(() -> look.set(Look.SUN));
        assertThat(((ToggleButton) page.lookup("#welcome-look-sun")).isSelected())
                .isTrue();
    }

    private static List<String> entries(Welcome page) {
        return page.lookupAll(".recent-entry").stream()
                .filter(Button.class::isInstance)
                .map(node -> ((Button) node).lookup(".text-bold"))
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
