package org.ethotag.workflow.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ethotag.label.Bout;
import org.ethotag.label.Comment;
import org.ethotag.label.LabelTrack;
import org.ethotag.problem.ProblemException;
import org.ethotag.recording.Anchor;
import org.ethotag.recording.ClockMap;
import org.ethotag.signal.SampleRange;
import org.ethotag.signal.SampleRate;
import org.ethotag.workflow.SessionTime;
import org.ethotag.workflow.WorkflowProblem;
import org.ethotag.workflow.labels.LabelTable.Format;
import org.junit.jupiter.api.Test;

class LabelTableTest {
    /** 10 Hz from the hour before the clocks of Berlin go back on 25 October 2026 at 01:00 UTC. */
    private final SessionTime time = new SessionTime(
            "s1",
            ClockMap.regular(Instant.parse("2026-10-25T00:59:00Z"), new SampleRate(10)),
            ZoneId.of("Europe/Berlin"),
            1200);

    private final LabelTable table = new LabelTable(time, "Ada", 0);

    private final List<Bout> bouts = List.of(
            new Bout(new SampleRange(0, 600), "grazing"),
            new Bout(new SampleRange(600, 601), "walking, slow"),
            new Bout(new SampleRange(1000, 1200), "resting"));

    @Test
    void everyRowHasTheRealTimeWithTheOffsetOfItsMoment() {
        assertEquals("""
                from,to,start,end,behaviour,comment
                0,600,2026-10-25T02:59+02:00,2026-10-25T02:00+01:00,grazing,
                600,601,2026-10-25T02:00+01:00,2026-10-25T02:00:00.100+01:00,"walking, slow",
                1000,1200,2026-10-25T02:00:40+01:00,2026-10-25T02:01+01:00,resting,
                """, written(table, bouts, Format.CSV));
    }

    @Test
    void whatIsWrittenIsReadBackInEveryFormat() {
        for (Format format : List.of(Format.CSV, Format.BORIS, Format.ELAN, Format.AUDACITY)) {
            var shifted = new LabelTable(time, "Ada", 12.5);
            for (var one : List.of(table, shifted)) {
                assertEquals(bouts, one.read(written(one, bouts, format), format, "labels"), format.toString());
            }
        }
    }

    @Test
    void commentsAreAColumnAndComeBack() throws IOException {
        var comments = List.of(
                new Comment(new SampleRange(0, 600), "head down,\n\"really\""),
                new Comment(new SampleRange(700, 701), "dog barks"),
                new Comment(new SampleRange(1000, 1200), "a"),
                new Comment(new SampleRange(1000, 1200), "b"));
        var labels = new Labelled(bouts, comments);
        var csv = new StringBuilder();
        table.write(labels, Format.CSV, csv);
        assertEquals(labels, table.readAll(csv.toString(), Format.CSV, "labels.csv"));
        assertThat(csv.toString())
                .contains("700,701,2026-10-25T02:00:10+01:00,2026-10-25T02:00:10.100+01:00,,dog barks\n");
    }

    @Test
    void borisKeepsTheCommentOnABout() throws IOException {
        var labels = new Labelled(bouts, List.of(new Comment(new SampleRange(600, 601), "lame")));
        var events = new StringBuilder();
        table.write(labels, Format.BORIS, events);
        assertEquals(labels, table.readAll(events.toString(), Format.BORIS, "events.tsv"));
    }

    @Test
    void overlappingBoutsComeBackFromEveryFormat() {
        var overlapping = List.of(
                new Bout(new SampleRange(0, 600), "lying"),
                new Bout(new SampleRange(100, 700), "ruminating"),
                new Bout(new SampleRange(600, 900), "standing"));
        for (Format format : List.of(Format.CSV, Format.BORIS, Format.ELAN, Format.AUDACITY)) {
            var read = new ArrayList<>(table.read(written(table, overlapping, format), format, "labels"));
            read.sort(Comparator.comparing(Bout::range));
            assertEquals(overlapping, read, format.toString());
        }
        var rows = written(table, overlapping, Format.SAMPLES).lines().toList();
        assertEquals("650,2026-10-25T02:00:05+01:00,ruminating + standing", rows.get(651));
    }

    @Test
    void tracksAreTiersOfOneElanFile() throws IOException {
        var ada = LabelTrack.of("Bea", List.of(new Bout(new SampleRange(10, 25), "resting")));
        var text = new StringBuilder();
        table.writeTiers(List.of(LabelTrack.of("labels", bouts), ada), text);
        assertThat(text.toString()).contains("TIER_ID=\"Ada\"").contains("TIER_ID=\"Bea@Ada\"");
        assertEquals(bouts, table.read(text.toString(), Format.ELAN, "a.eaf"));
        assertEquals(ada.bouts(), table.ofTrack("Bea").read(text.toString(), Format.ELAN, "a.eaf"));
    }

    @Test
    void timesAloneAreEnough() {
        var text = """
                from,to,start,end,behaviour
                ,,2026-10-25T02:59+02:00,2026-10-25T02:01+01:00,grazing
                """;
        assertEquals(List.of(new Bout(new SampleRange(0, 1200), "grazing")), table.read(text, Format.CSV, "labels"));
    }

    @Test
    void audacityHasSecondsFromTheFirstSample() {
        assertEquals(
                "0.000000\t60.000000\tgrazing\n60.000000\t60.100000\twalking, slow\n100.000000\t120.000000\tresting\n",
                written(table, bouts, Format.AUDACITY));
    }

    @Test
    void aWrongLineIsNamed() {
        var text = "from,to,start,end,behaviour\n0,600,,,grazing\n600,twelve,,,walking\n";
        assertThatThrownBy(() -> table.read(text, Format.CSV, "my.csv"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem().what()).contains("my.csv", "line 3"));
    }

    @Test
    void aBoutBeyondTheSessionIsRefused() {
        var text = "from,to,start,end,behaviour\n0,1201,,,grazing\n";
        assertThatThrownBy(() -> table.read(text, Format.CSV, "my.csv"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(
                                WorkflowProblem.LABELS_OUTSIDE,
                                failure.problem().code()));
    }

    @Test
    void aBoutThatEndsAtAGapEndsBeforeIt() {
        var clock = new ClockMap(
                new SampleRate(10),
                List.of(
                        new Anchor(0, Instant.parse("2026-05-01T10:00:00Z"), 10),
                        new Anchor(50, Instant.parse("2026-05-01T11:00:00Z"), 10)));
        var gapped = new LabelTable(new SessionTime("s2", clock, ZoneOffset.UTC, 100), "Ada", 0);
        var beforeTheGap = List.of(new Bout(new SampleRange(10, 50), "grazing"));
        assertEquals("""
                from,to,start,end,behaviour,comment
                10,50,2026-05-01T10:00:01Z,2026-05-01T10:00:05Z,grazing,
                """, written(gapped, beforeTheGap, Format.CSV));
        for (Format format : List.of(Format.BORIS, Format.ELAN)) {
            assertEquals(beforeTheGap, gapped.read(written(gapped, beforeTheGap, format), format, "labels"));
        }
    }

    /** The layout of the rows as BORIS itself exports them. */
    @Test
    void borisTabularEventsOfOneSubjectAreRead() {
        var text = """
                Observation id\tobs\t\t\t\t\t\t\t
                \t\t\t\t\t\t\t\t
                Time\tMedia file path\tTotal length\tFPS\tSubject\tBehavior\tBehavioral category\tComment\tStatus
                3.300\tv.mp4\t60.000\t25.0\tAda\tgrazing\t\t\tSTART
                5.000\tv.mp4\t60.000\t25.0\tAda\tcough\t\t\tPOINT
                7.800\tv.mp4\t60.000\t25.0\tAda\tgrazing\t\t\tSTOP
                8.000\tv.mp4\t60.000\t25.0\tBob\tresting\t\t\tSTART
                9.000\tv.mp4\t60.000\t25.0\tBob\tresting\t\t\tSTOP
                """;
        assertEquals(
                List.of(new Bout(new SampleRange(33, 78), "grazing")), table.read(text, Format.BORIS, "events.tsv"));
        var stranger = new LabelTable(time, "Cleo", 0);
        assertProblem(WorkflowProblem.LABELS_OF_SEVERAL, () -> stranger.read(text, Format.BORIS, "events.tsv"));
    }

    @Test
    void borisAggregatedEventsAreRead() {
        var text = """
                Observation id,Subject,Behavior,Behavior type,Start (s),Stop (s),Duration (s)
                obs,No focal subject,"walking, slow",STATE,1.8,8.2,6.4
                obs,No focal subject,cough,POINT,9.0,9.0,NA
                """;
        assertEquals(
                List.of(new Bout(new SampleRange(18, 82), "walking, slow")),
                table.read(text, Format.BORIS, "events.csv"));
    }

    @Test
    void aStateWithoutAnEndIsNamed() {
        var text = "Time\tSubject\tBehavior\tStatus\n1.0\tAda\tgrazing\tSTART\n";
        assertThatThrownBy(() -> table.read(text, Format.BORIS, "e.tsv"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("never stops");
    }

    @Test
    void elanReadsTheTierOfTheAnimalAndResolvesNoEntities() {
        var text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <ANNOTATION_DOCUMENT><TIME_ORDER>
                <TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2500"/>
                </TIME_ORDER>
                <TIER TIER_ID="Ada"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
                <ANNOTATION_VALUE>grazing &amp; walking</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
                <TIER TIER_ID="Bob"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
                <ANNOTATION_VALUE>resting</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
                </ANNOTATION_DOCUMENT>
                """;
        assertEquals(
                List.of(new Bout(new SampleRange(10, 25), "grazing & walking")),
                table.read(text, Format.ELAN, "a.eaf"));
        var entity = text.replaceFirst("\\?>", "?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>")
                .replace("grazing &amp; walking", "&e;");
        assertProblem(WorkflowProblem.LABELS_UNREADABLE, () -> table.read(entity, Format.ELAN, "a.eaf"));
    }

    @Test
    void everySampleHasARow() {
        var rows = written(table, bouts, Format.SAMPLES).lines().toList();
        assertEquals(1201, rows.size());
        assertEquals("599,2026-10-25T02:59:59.900+02:00,grazing", rows.get(600));
        assertEquals("600,2026-10-25T02:00+01:00,\"walking, slow\"", rows.get(601));
        assertEquals("601,2026-10-25T02:00:00.100+01:00,", rows.get(602));
    }

    private static void assertProblem(WorkflowProblem code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertEquals(code, failure.problem().code()));
    }

    private static String written(LabelTable table, List<Bout> bouts, Format format) {
        var text = new StringBuilder();
        try {
            table.write(bouts, format, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
