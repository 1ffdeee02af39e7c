package org.ethotag.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.media.MediaView;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.EmptyState;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.evaluation.ComparisonViewModel;
import org.ethotag.ui.evaluation.LookPane;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.label.LabelViewModel;
import org.ethotag.ui.label.SidePage;
import org.ethotag.ui.review.ReviewView;
import org.ethotag.ui.review.ReviewViewModel;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.ui.video.MediaVideoPlayer;
import org.ethotag.ui.video.VideoView;
import org.ethotag.ui.video.VideoViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The pages beside the trace that come after the behaviours. */
final class BesideTrace {
    private BesideTrace() {}

    static List<SidePage> pages(
            Jobs jobs,
            StudyViewModel study,
            LabelViewModel label,
            ComparisonViewModel comparison,
            ObservableValue<Look> look,
            Consumer<Throwable> problems) {
        return List.of(
                review(jobs, study, label, problems), video(jobs, study, label, problems), models(comparison, look));
    }

    /** What models made of the window that was opened from the compare page. */
    private static SidePage models(ComparisonViewModel comparison, ObservableValue<Look> look) {
        var content = new ScrollPane(new LookPane("side-look", comparison.chosen(), look));
        content.setFitToWidth(true);
        content.getStyleClass().addAll("plain-scroll", "side-look");
        return new SidePage("models", Texts.of("compare.look.side"), Feather.CPU, content);
    }

    private static SidePage review(
            Jobs jobs, StudyViewModel study, LabelViewModel label, Consumer<Throwable> problems) {
        var desk = new ReviewViewModel.Desk() {
            @Override
            public void show(String session, SampleRange range) {
                label.show(session, range);
            }

            @Override
            public void reread(String session) {
                label.reread(session);
            }
        };
        var review = new ReviewViewModel(jobs, study, problems, desk);
        var view = new ReviewView(review, label.trace().selectionProperty());
        var blind = new EmptyState(Feather.EYE_OFF, Texts.of("review.blind"), Texts.of("review.blind.why"));
        blind.visibleProperty().bind(label.blinding().blindProperty());
        view.visibleProperty().bind(label.blinding().blindProperty().not());
        return new SidePage("review", Texts.of("review.page"), Feather.HELP_CIRCLE, new StackPane(blind, view));
    }

    private static SidePage video(Jobs jobs, StudyViewModel study, LabelViewModel label, Consumer<Throwable> problems) {
        var picture = new MediaView();
        var video = new VideoViewModel(
                jobs, study, label.trace(), label.playback(), MediaVideoPlayer.in(picture), problems);
        return new SidePage("video", Texts.of("video.page"), Feather.VIDEO, new VideoView(video, picture));
    }
}
