package org.ethotag.ui.video;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.media.MediaView;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.ethotag.problem.ProblemException;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Icons;
import org.ethotag.ui.control.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The video page beside the trace: the picture, its controls, and the anchors that tie it to the recording. */
public final class VideoView extends VBox {
    private static final double MOST_HEIGHT = 0.45;
    private static final double SPEED_WIDTH = 92;
    private static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

    private final VideoViewModel model;
    private final Label place = new Label();

    /** @param picture where the player shows its pictures */
    public VideoView(VideoViewModel model, MediaView picture) {
        this.model = model;
        getStyleClass().add("video");
        setMinSize(0, 0);
        var title = new Label(Texts.of("video.title"));
        title.getStyleClass().add("title-4");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        var head = new HBox(
                title,
                tool(
                        "video-undo",
                        Feather.CORNER_UP_LEFT,
                        "video.undo",
                        model::undo,
                        model.undoNameProperty().isEmpty()),
                tool(
                        "video-redo",
                        Feather.CORNER_UP_RIGHT,
                        "video.redo",
                        model::redo,
                        model.redoNameProperty().isEmpty()),
                tool(
                        "video-choose",
                        Feather.FOLDER,
                        "video.choose",
                        this::choose,
                        Bindings.createBooleanBinding(() -> false)),
                tool(
                        "video-remove",
                        Feather.X,
                        "video.remove",
                        model::remove,
                        model.linkProperty().isNull()));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, screen(picture), controls(), new AnchorPane(model));
        place.setId("video-place");
        place.getStyleClass().add("text-muted");
        var frames = new AnimationTimer() {
            @Override
            public void handle(long now) {
                model.frame();
                tell();
            }
        };
        model.playerProperty().subscribe(player -> {
            if (player == null) {
                frames.stop();
                place.setText("");
            } else {
                frames.start();
            }
        });
    }

    private Node screen(MediaView picture) {
        picture.setPreserveRatio(true);
        var black = new StackPane(picture);
        black.getStyleClass().add("video-screen");
        black.setMinHeight(0);
        picture.fitWidthProperty().bind(widthProperty().subtract(24));
        picture.fitHeightProperty().bind(heightProperty().multiply(MOST_HEIGHT));
        black.visibleProperty().bind(model.playerProperty().isNotNull());
        black.managedProperty().bind(black.visibleProperty());
        var empty = new EmptyState(Feather.VIDEO, Texts.of("video.empty.title"), Texts.of("video.empty.text"))
                .button("video-first", Texts.of("video.choose"), Feather.FOLDER, this::choose);
        empty.visibleProperty()
                .bind(model.linkProperty().isNull().and(model.troubleProperty().isNull()));
        empty.managedProperty().bind(empty.visibleProperty());
        var trouble = new Label();
        trouble.setId("video-trouble");
        trouble.setWrapText(true);
        trouble.setMinHeight(Region.USE_PREF_SIZE);
        trouble.getStyleClass().add("video-trouble");
        model.troubleProperty().subscribe(cause -> trouble.setText(words(cause)));
        trouble.visibleProperty().bind(model.troubleProperty().isNotNull());
        trouble.managedProperty().bind(trouble.visibleProperty());
        return new VBox(black, empty, trouble);
    }

    private static String words(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "";
            case ProblemException problem -> problem.problem().lines();
            default -> String.valueOf(cause.getMessage());
        };
    }

    private Node controls() {
        var play = new Button();
        play.setId("video-play");
        play.getStyleClass().add("button-icon");
        model.filmPlayingProperty().subscribe(playing -> {
            play.setGraphic(Icons.of(playing ? Feather.PAUSE : Feather.PLAY));
            play.setAccessibleText(Texts.of(playing ? "video.pause" : "video.play"));
        });
        play.setOnAction(_ -> model.togglePlaying());
        ObservableBooleanValue off = model.playerProperty().isNull();
        var speed = new ComboBox<Double>();
        speed.setId("video-speed");
        speed.setAccessibleText(Texts.of("video.speed"));
        speed.getItems().setAll(SPEEDS);
        speed.setConverter(new Times());
        speed.setMinWidth(SPEED_WIDTH);
        speed.valueProperty().bindBidirectional(model.playback().speedProperty().asObject());
        var buttons = new HBox(
                tool("video-back", Feather.SKIP_BACK, "video.back", () -> model.stepPicture(-1), off),
                play,
                tool("video-on", Feather.SKIP_FORWARD, "video.on", () -> model.stepPicture(1), off),
                speed);
        buttons.getStyleClass().add("review-line");
        buttons.setAlignment(Pos.CENTER_LEFT);
        play.disableProperty().bind(Bindings.createBooleanBinding(() -> off.get(), off));
        var together = new ToggleButton(Texts.of("video.together"), Icons.of(Feather.LINK));
        together.setId("video-together");
        together.selectedProperty().bindBidirectional(model.togetherProperty());
        together.setTooltip(new Tooltip(Texts.of("video.together.hint")));
        together.setMaxWidth(Double.MAX_VALUE);
        var anchor = new Button(Texts.of("video.anchor"), Icons.of(Feather.ANCHOR));
        anchor.setId("video-anchor");
        anchor.setTooltip(new Tooltip(Texts.of("video.anchor.hint")));
        anchor.setMaxWidth(Double.MAX_VALUE);
        anchor.setOnAction(_ -> model.anchor());
        var box = new VBox(place, buttons, together, anchor);
        box.getStyleClass().add("video-controls");
        box.visibleProperty().bind(model.playerProperty().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static Button tool(String id, Feather icon, String text, Runnable action, ObservableBooleanValue off) {
        var button = new Button("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(Texts.of(text));
        button.setTooltip(new Tooltip(Texts.of(text)));
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> off.get(), off));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("video.choose"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Texts.of("video.files"), "*.mp4", "*.m4v", "*.MP4", "*.M4V"),
                        new FileChooser.ExtensionFilter(Texts.of("video.files.all"), "*.*"));
        @Nullable File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            Path path = chosen.toPath();
            model.choose(path);
        }
    }

    private void tell() {
        VideoPlayer player = model.playerProperty().get();
        if (player != null) {
            place.setText(time(player.seconds()) + " / " + time(player.lengthSeconds()));
        }
    }

    /** Hours, minutes and seconds with two decimals; hours only if there are some. */
    static String time(double seconds) {
        long hundredths = Math.round(Math.max(0, seconds) * 100);
        long hours = hundredths / 360_000;
        String rest = String.format(
                Locale.ROOT, "%02d:%02d.%02d", hundredths / 6000 % 60, hundredths / 100 % 60, hundredths % 100);
        return hours == 0 ? rest : hours + ":" + rest;
    }

    private static final class Times extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double speed) {
            return speed == null
                    ? ""
                    : "\u00d7 "
                            + (speed == Math.rint(speed) ? String.valueOf(speed.intValue()) : String.valueOf(speed));
        }

        @Override
        public Double fromString(String text) {
            return Double.valueOf(text.replace("\u00d7", "").strip());
        }
    }
}
