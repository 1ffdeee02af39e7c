package org.ethotag.ui.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.media.MediaView;
import org.ethotag.problem.ProblemException;
import org.ethotag.testkit.Windows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system's own player. */
class MediaVideoPlayerTest {
    @Test
    void whatIsNoFilmEndsInWordsThatSayWhatToDo(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("no film.mp4"), "not a film");
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        Windows.start();
        Windows.inFx(() -> MediaVideoPlayer.in(new MediaView()).open(file, _ -> {}, failures::add));
        Windows.until(30, () -> !failures.isEmpty());
        var problem = ((ProblemException) failures.getFirst()).problem();
        assertThat(problem.code()).isInstanceOf(VideoProblem.class);
        assertThat(problem.what()).contains("film");
        assertThat(problem.next()).isNotBlank();
    }
}
