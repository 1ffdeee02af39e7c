package org.ethotag.ui.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.ethotag.dataset.LabelShare;
import org.ethotag.job.ImmediateJobRunner;
import org.ethotag.project.Project;
import org.ethotag.project.RunManifest;
import org.ethotag.signal.SampleRange;
import org.ethotag.testkit.SampleStudy;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.control.PictureExport;
import org.ethotag.ui.control.Pieces;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.study.StudyViewModel;
import org.ethotag.ui.theme.Look;
import org.ethotag.workflow.sweep.SweepCell;
import org.ethotag.workflow.sweep.SweepGrid;
import org.ethotag.workflow.sweep.SweepOutcome;
import org.ethotag.workflow.sweep.SweepResult;
import org.ethotag.workflow.sweep.SweepSource;
import org.ethotag.workflow.sweep.SweepTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepPaneTest {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private static final LabelDesk NO_DESK = new LabelDesk() {
        @Override
        public void open(String session, SampleRange range) {
            throw new AssertionError("nobody opened anything");
        }

        @Override
        public void correct(String session, SampleRange range, String behaviour) {
            throw new AssertionError("nobody corrected anything");
        }
    };

    @TempDir
    private Path folder;

    private final List<Throwable> problems = new ArrayList<>();
    private final StudyViewModel study = new StudyViewModel(Jobs.immediate(), problems::add);
    private final ComparisonViewModel model = new ComparisonViewModel(Jobs.immediate(), study, problems::add, NO_DESK);

    @BeforeAll
    static void startToolkit() {
        Windows.start();
    }

    @AfterEach
    void closeStudy() {
        Windows.inFx(study::close);
    }

    @Test
    void aSweepIsOnTheComparePageWithEveryCellAndItsChart() {
        var result = result();
        keep(SweepTable.csv(result));
        for (Look look : List.of(Look.LIGHT, Look.DARK)) {
            Windows.inFx(() -> study.open(folder.resolve("study")));
            var view = Windows.onFx(() -> new ComparisonView(
                    model,
                    new SimpleObjectProperty<>(look),
                    new PictureExport(new ImmediateJobRunner(), problems::add, () -> "sweep"),
                    () -> {},
                    Pieces.atOnce()));
            var stage = Windows.show(view, look, WIDTH, HEIGHT);
            var pictures = System.getProperty("pictures");
            if (pictures != null) {
                Windows.picture(stage.getScene(), Path.of(pictures).resolve("sweep-" + look.name() + ".png"));
            }
            TableView<?> table = (TableView<?>) view.lookup("#sweep-table");
            assertEquals(result.outcomes().size(), table.getItems().size());
            assertThat(node(view, "sweep")).isTrue();
            assertThat(node(view, "compare-tabs")).isFalse();
            assertThat(problems).isEmpty();
        }
    }

    @Test
    void aDamagedSweepIsAProblemAndNoTable() {
        keep("hidden,labelled animals\n16,1\n");
        Windows.inFx(() -> study.open(folder.resolve("study")));
        assertNull(model.sweeps().resultProperty().get());
        assertThat(problems).singleElement().asString().contains("sweep-1 cannot be read");
    }

    @Test
    void aRunWhoseWindowsCanBeLookedIntoIsShownBeforeASweep() {
        keep(SweepTable.csv(result()));
        try (var project = Project.open(folder.resolve("study"))) {
            project.saveRun(
                    new RunManifest(
                            "crossvalidation-1", "crossvalidation", Instant.EPOCH, Map.of(), Map.of(), 0, Map.of()),
                    Map.of());
        }
        Windows.inFx(() -> study.open(folder.resolve("study")));
        var run = model.runProperty().get();
        assertNotNull(run);
        assertEquals("crossvalidation-1", run.id());
        assertEquals(2, model.runs().size());
    }

    private static boolean node(Node view, String id) {
        for (Node node = view.lookup("#" + id); node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void keep(String table) {
        SampleStudy.create(folder.resolve("study"), "Study", 1);
        try (var project = Project.open(folder.resolve("study"))) {
            project.saveRun(
                    new RunManifest(
                            "sweep-1",
                            "sweep",
                            Instant.EPOCH,
                            Map.of("protocol", "leave one animal out, predictions pooled"),
                            Map.of(),
                            1,
                            Map.of()),
                    Map.of("sweep.csv", table.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Made up, as a large sweep would look. */
    private static SweepResult result() {
        var grid = new SweepGrid(
                List.of(8, 16, 32),
                List.of(LabelShare.parse("1"), LabelShare.parse("2"), LabelShare.parse("4"), LabelShare.all()),
                List.of(SweepSource.NONE, SweepSource.IN_FOLD, SweepSource.OUT_OF_FOLD, SweepSource.UNLABELLED),
                List.of(4.0),
                List.of(0.3),
                List.of(1L, 2L, 3L));
        var outcomes = new ArrayList<SweepOutcome>();
        for (SweepCell cell : grid.cells()) {
            int animals = Math.min(6, cell.share().animals());
            boolean impossible = cell.source() == SweepSource.OUT_OF_FOLD && animals == 1
                    || cell.source() == SweepSource.UNLABELLED && animals == 6;
            double mcc = 0.86
                    - 0.25 / animals
                    - 0.5 / cell.hidden()
                    + 0.01 * cell.source().ordinal() / animals;
            outcomes.add(
                    impossible
                            ? new SweepOutcome(cell, List.of(), "nothing unlabelled")
                            : new SweepOutcome(cell, List.of(mcc - 0.012, mcc, mcc + 0.009), ""));
        }
        return new SweepResult(
                "leave one animal out",
                grid.seeds(),
                outcomes,
                Map.of(LabelShare.parse("1"), 0.68, LabelShare.parse("4"), 0.84, LabelShare.all(), 0.88));
    }
}
