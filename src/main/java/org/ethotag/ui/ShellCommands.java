package org.ethotag.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Strokes;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.theme.Magnification;
import org.ethotag.ui.tour.TourViewModel;

/** The commands of the window itself: pages, studies, the look, and the palette of all commands. */
final class ShellCommands {
    /** Before the ids of the commands that any page has. */
    private static final String OWN = "window.";

    /** 1 to 9. */
    private static final int NUMBER_KEYS = 9;

    private final KeyBook book;

    ShellCommands(KeyBook book) {
        this.book = book;
    }

    void addPages(List<Page> pages, StudyViewModel study, Consumer<String> go) {
        var closed = study.projectProperty().isNull();
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            var title = Texts.of("command.go", page.title());
            var strokes = i < NUMBER_KEYS ? new String[] {"Ctrl+" + (i + 1)} : new String[0];
            add("go-" + page.id(), title, closed, () -> go.accept(page.id()), strokes);
        }
    }

    void addStudy(StudyCommands commands, ObservableValue<Boolean> closed, ObjectProperty<Look> look) {
        var never = new SimpleBooleanProperty();
        add("open", Texts.of("shell.open"), never, commands::open, "Ctrl+O");
        add("new", Texts.of("shell.new"), never, commands::create, "Ctrl+N");
        add("close", Texts.of("shell.close"), closed, commands::close, "Ctrl+W");
        add("sample", Texts.of("shell.sample"), never, commands::sample);
        add("look", Texts.of("command.look"), never, () -> look.set(look.get().next()));
    }

    void addLanguages(LanguageChoice language) {
        for (var choice : language.choices()) {
            add(
                    "language-" + choice.id(),
                    Texts.of("command.language", choice.name()),
                    new SimpleBooleanProperty(),
                    () -> language.choose(choice));
        }
    }

    void addSizes(SizeChoice size) {
        addSize(size, "system", Optional.empty());
        Magnification.PERCENTS.forEach(percent -> addSize(size, Integer.toString(percent), Optional.of(percent)));
    }

    private void addSize(SizeChoice size, String id, Optional<Integer> percent) {
        add(
                "size-" + id,
                Texts.of("command.size", SizeChoice.title(percent)),
                new SimpleBooleanProperty(),
                () -> size.choose(percent));
    }

    void addHelp(Runnable page, Runnable contents) {
        var never = new SimpleBooleanProperty();
        add("help", Texts.of("help.page"), never, page, "F1");
        add("guide", Texts.of("help.title"), never, contents);
    }

    void addDoctor(Runnable show) {
        add("doctor", Texts.of("doctor.menu"), new SimpleBooleanProperty(), show);
    }

    void addTour(TourViewModel tour) {
        var never = new SimpleBooleanProperty();
        add("tour", Texts.of("tour.menu"), never, tour::start);
        add("tour-anew", Texts.of("tour.menu.anew"), never, tour::begin);
    }

    void addReport(Runnable open) {
        add("report", Texts.of("log.title"), new SimpleBooleanProperty(), open, "Ctrl+Shift+L");
    }

    void addPalette(Runnable open) {
        add("palette", Texts.of("palette.title"), new SimpleBooleanProperty(), open, "Ctrl+Shift+P");
    }

    private void add(String id, String title, ObservableValue<Boolean> off, Runnable action, String... strokes) {
        book.add(new Command(OWN + id, title, off, action), strokes);
    }

    /** Listens to what no page has taken. */
    void install(Scene scene) {
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> book.commandOf(Strokes.of(event))
                        .filter(command -> command.id().startsWith(OWN))
                        .ifPresent(command -> {
                            command.run();
                            event.consume();
                        }));
    }
}
