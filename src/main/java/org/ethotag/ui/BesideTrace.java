package org.ethotag.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.media.MediaView;
import org.ethotag.signal.SampleRange;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.label.LabelViewModel;
import org.ethotag.ui.label.SidePage;
import org.ethotag.ui.review.ReviewView;
import org.ethotag.ui.review.ReviewViewModel;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.video.MediaVideoPlayer;
import org.ethotag.ui.video.VideoView;
import org.ethotag.ui.video.VideoViewModel;
import org.kordamp.ikonli.feather.Feather;

/** The pages beside the trace that come after the behaviours. */
final class BesideTrace {
    private BesideTrace() {}

    static List<SidePage> pages(Jobs jobs, StudyViewModel study, LabelViewModel label, Consumer<Throwable> problems) {
        return List.of(review(jobs, study, label, problems), video(jobs, study, label, problems));
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
        return new SidePage(
                "review",
                Texts.of("review.page"),
                Feather.HELP_CIRCLE,
                new ReviewView(review, label.trace().selectionProperty()));
    }

    private static SidePage video(Jobs jobs, StudyViewModel study, LabelViewModel label, Consumer<Throwable> problems) {
        var picture = new MediaView();
        var video = new VideoViewModel(
                jobs, study, label.trace(), label.playback(), MediaVideoPlayer.in(picture), problems);
        return new SidePage("video", Texts.of("video.page"), Feather.VIDEO, new VideoView(video, picture));
    }
}
