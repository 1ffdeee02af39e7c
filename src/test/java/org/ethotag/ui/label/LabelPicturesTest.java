package org.ethotag.ui.label;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelEdit;
import org.ethotag.label.TrackKind;
import org.ethotag.project.Project;
import org.ethotag.recording.Session;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.CommandPalette;
import org.ethotag.ui.control.KeyBook;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.trace.OpenTrace;
import org.ethotag.ui.trace.TimeMap;
import org.ethotag.ui.trace.TraceSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes pictures of the label page with little and a lot on it: {@code -Dpictures=FOLDER}. */
class LabelPicturesTest {
    private static final int MANY = 100_000;

    @TempDir
    private Path folder;

    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problem -> {
        throw new AssertionError(problem);
    });

    @Test
    void theLabelPageInBothLooks() {
        var wanted = System.getProperty("pictures", "");
        assumeTrue(!wanted.isEmpty(), "pictures are taken with -Dpictures=FOLDER");
        Windows.start();
        SampleStudy.create(folder.resolve("Little"), "Little", 2);
        SampleStudy.createUnlabelled(folder.resolve("Lots"), "Lots");
        fill();
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            take(look, Path.of(wanted));
        }
    }

    private void fill() {
        try (var project = Project.open(folder.resolve("Lots"))) {
            var codes = SampleStudy.ethogram().codes();
            var many = new ArrayList<Bout>();
            for (int i = 0; i < MANY; i++) {
                long from = i * 9L / 5;
                many.add(new Bout(new SampleRange(from, (i + 1) * 9L / 5), codes.get(i * 7 % 5)));
            }
            many.removeIf(b -> b.range().from() % 11_000 < 900);
            project.edit("s1", "many", new LabelEdit.Swap(List.of(), many));
            project.addTrack("s1", "Ada", TrackKind.OVERLAPPING);
            var layers = List.of(
                    new Bout(new SampleRange(0, 60_000), "resting"),
                    new Bout(new SampleRange(20_000, 100_000), "ruminating"),
                    new Bout(new SampleRange(60_000, 160_000), "grazing"),
                    new Bout(new SampleRange(90_000, 95_000), "drinking"));
            project.edit("s1", "Ada", "layers", new LabelEdit.Swap(List.of(), layers));
            var comments = List.of(
                    new Comment(new SampleRange(20_000, 100_000), "Chews with the head on the flank, calf close by"),
                    new Comment(new SampleRange(130_000, 130_001), "Dog barks"));
            project.edit("s1", "Ada", "comments", new LabelEdit.Remark(List.of(), comments));
            project.addTrack("s1", "GRU-32 out of fold", TrackKind.EXCLUSIVE);
            project.edit(
                    "s1",
                    "GRU-32 out of fold",
                    "model",
                    new LabelEdit.Label(new SampleRange(5_000, 150_000), "walking"));
        }
    }

    private static OpenTrace open(Project project, Session session) {
        var whole = List.of(new SampleRange(0, session.lengthSamples()));
        var time = TimeMap.steady(session.start(), session.rate());
        return new OpenTrace(
                new TraceSource(SampleStudy.trace(session), time, session.zone(), session.rate(), whole), () -> {});
    }

    private void take(Look look, Path pictures) {
        var model = Windows.onFx(() -> new LabelViewModel(Jobs.immediate(), study, LabelPicturesTest::open, problem -> {
            throw new AssertionError(problem);
        }));
        var book = KeyBook.forgetful();
        var palette = Windows.onFx(() -> new CommandPalette(book));
        var view = Windows.onFx(() -> new LabelView(
                model, study, new SimpleObjectProperty<>(look), book, () -> {}, () -> {}, List.of(), Pieces.atOnce()));
        Stage stage = Windows.show(Windows.onFx(() -> new StackPane(view, palette)), look, 1280, 800);
        var name = "-" + look.settingName() + ".png";
        picture(stage, pictures.resolve("label-none" + name));
        Windows.inFx(() -> study.open(folder.resolve("Little")));
        picture(stage, pictures.resolve("label-little" + name));
        Windows.inFx(() -> study.open(folder.resolve("Lots")));
        picture(stage, pictures.resolve("label-lots" + name));
        Windows.inFx(() -> {
            model.tracks().choose("Ada");
            model.trace().moveCursor(70_000);
        });
        for (String page : List.of("tracks", "comments", "checks", "keys")) {
            Windows.inFx(() -> ((ToggleButton) stage.getScene().lookup("#side-" + page)).setSelected(true));
            picture(stage, pictures.resolve("label-" + page + name));
        }
        Windows.inFx(() -> {
            model.blinding().blindProperty().set(true);
            ((ToggleButton) stage.getScene().lookup("#side-tracks")).setSelected(true);
        });
        picture(stage, pictures.resolve("label-blind" + name));
        Windows.inFx(palette::open);
        picture(stage, pictures.resolve("label-palette" + name));
        Windows.inFx(study::close);
    }

    private static void picture(Stage stage, Path file) {
        Windows.settle();
        Windows.picture(stage.getScene(), file);
    }
}
