package org.ethotag.workflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.ethotag.project.RunManifest;
import org.junit.jupiter.api.Test;

class RunArchiveTest {
    @Test
    void animalsWithCommasAndQuotesComeBack() {
        var ids = List.of("Bella", "cow 12, left herd", "\"Daisy\"", " 7 ");
        assertEquals(ids, RunArchive.animals(run(RunArchive.animals(ids)), RunArchive.HELD_OUT));
    }

    @Test
    void plainIdsLookAsTheyAlwaysDid() {
        assertEquals("1219,1319", RunArchive.animals(List.of("1219", "1319")));
    }

    @Test
    void nobodyIsNobody() {
        assertEquals(List.of(), RunArchive.animals(run(RunArchive.animals(List.of())), RunArchive.HELD_OUT));
        assertEquals(List.of(), RunArchive.animals(run(""), RunArchive.TRAINED_ON));
    }

    private static RunManifest run(String heldOut) {
        return new RunManifest(
                "teacher-1", "teacher", Instant.EPOCH, Map.of(RunArchive.HELD_OUT, heldOut), Map.of(), 0, Map.of());
    }
}
