package org.ethotag.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ethotag.job.JobState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.theme.RecentStudy;
import org.ethotag.ui.theme.UserSettings;
import org.kordamp.ikonli.feather.Feather;

/** The studies that were open, newest first: when, how much is in them, and which are not where they were. */
final class RecentList extends VBox {
    private final Jobs jobs;
    private final UserSettings settings;
    private final Consumer<Path> open;

    RecentList(Jobs jobs, UserSettings settings, Consumer<Path> open) {
        this.jobs = jobs;
        this.settings = settings;
        this.open = open;
        setId("recent-studies");
        getStyleClass().add("recent");
    }

    /** Shows what is remembered, and looks in the background which of it is still there: a drive may be slow or gone. */
    void refresh() {
        var known = settings.recent();
        show(known, Set.of());
        jobs.quiet().<Set<Path>>start("recent studies", _ -> missing(known), state -> {
            if (state instanceof JobState.Succeeded<Set<Path>>(Set<Path> gone)
                    && !gone.isEmpty()
                    && known.equals(settings.recent())) {
                show(known, gone);
            }
        });
    }

    private static Set<Path> missing(List<RecentStudy> known) {
        return known.stream()
                .map(RecentStudy::folder)
                .filter(folder -> !StudyCommands.isStudy(folder))
                .collect(Collectors.toSet());
    }

    private void show(List<RecentStudy> known, Set<Path> gone) {
        getChildren()
                .setAll(known.stream()
                        .map(study -> gone.contains(study.folder()) ? lost(study) : entry(study))
                        .toList());
    }

    private Node entry(RecentStudy study) {
        var button = new Button(null, words(study, Feather.FOLDER, facts(study)));
        button.getStyleClass().addAll("flat", "recent-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(name(study) + ", " + facts(study));
        button.setTooltip(new Tooltip(study.folder().toString()));
        button.setOnAction(_ -> open.accept(study.folder()));
        return button;
    }

    /** Not a button: there is nothing to open. */
    private Node lost(RecentStudy study) {
        var words = words(study, Feather.ALERT_TRIANGLE, Texts.of("welcome.recent.missing"));
        HBox.setHgrow(words, Priority.ALWAYS);
        var remove = new Button("", Icons.of(Feather.X));
        remove.getStyleClass().addAll("flat", "button-icon", "small", "recent-remove");
        remove.setAccessibleText(Texts.of("welcome.recent.remove", name(study)));
        remove.setTooltip(new Tooltip(Texts.of("welcome.recent.remove", name(study))));
        remove.setOnAction(_ -> {
            settings.forget(study.folder());
            refresh();
        });
        var row = new HBox(words, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("recent-entry", "recent-missing");
        return row;
    }

    private static HBox words(RecentStudy study, Feather icon, String facts) {
        var name = new Label(name(study));
        name.getStyleClass().add("text-bold");
        var place = new Label(String.valueOf(study.folder().getParent()));
        place.getStyleClass().addAll("text-muted", "text-small");
        place.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        var detail = new Label(facts);
        detail.getStyleClass().addAll("text-small", "recent-facts");
        var line = new HBox(Icons.of(icon, "recent-icon"), new VBox(name, place, detail));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("recent-line");
        return line;
    }

    private static String name(RecentStudy study) {
        return String.valueOf(study.folder().getFileName());
    }

    private static String facts(RecentStudy study) {
        var opened = study.opened().equals(Instant.EPOCH)
                ? Texts.of("welcome.recent.unknown")
                : Texts.of(
                        "welcome.recent.opened",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                .withZone(ZoneId.systemDefault())
                                .format(study.opened()));
        return study.sessions() == RecentStudy.UNKNOWN
                ? opened
                : opened + " \u00b7 " + Texts.of("welcome.recent.sessions", study.sessions());
    }
}
