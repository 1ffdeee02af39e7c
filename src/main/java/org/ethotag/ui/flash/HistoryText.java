package org.ethotag.ui.flash;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ethotag.flash.rollcall.CsvText;
import org.ethotag.project.FlashRecord;
import org.ethotag.project.TagSelfTest;
import org.ethotag.ui.control.Texts;
import org.ethotag.ui.trace.TimeTexts;

/** The history of tags as a table for a spreadsheet program; no cell is ever a formula. */
final class HistoryText {
    /** Of the width of the paper, in percent. */
    private static final List<Integer> SHARES = List.of(13, 11, 7, 9, 11, 10, 6, 6, 6, 6, 15);

    private HistoryText() {}

    static String csv(List<FlashRecord> records) {
        var text = new StringBuilder(CsvText.row(List.of(
                "time",
                "tag",
                "animal",
                "person",
                "outcome",
                "verified",
                "model",
                "image",
                "image sha-256",
                "self-test on the tag",
                "golden windows equal",
                "battery %",
                "firmware",
                "problem")));
        for (FlashRecord record : records) {
            text.append(CsvText.row(List.of(
                    record.time().toString(),
                    record.tag(),
                    record.animal(),
                    record.person(),
                    record.outcome(),
                    record.verified() ? "yes" : "no",
                    record.modelId(),
                    record.image(),
                    record.imageSha256(),
                    selfTest(record.selfTest()),
                    String.valueOf(record.goldenWindows()),
                    record.batteryPercent() < 0 ? "" : String.valueOf(record.batteryPercent()),
                    record.firmware(),
                    record.problem())));
        }
        return text.toString();
    }

    /** The same for paper: what fits a line. */
    static TagPrint.Table printed(String title, List<FlashRecord> records) {
        var rows = records.stream().map(HistoryText::printed).toList();
        var header = Stream.of(
                        "time",
                        "tag",
                        "animal",
                        "outcome",
                        "model",
                        "selftest",
                        "golden.short",
                        "battery",
                        "firmware",
                        "person",
                        "problem")
                .map(name -> Texts.of("flash.receipts." + name))
                .toList();
        return new TagPrint.Table(title, header, SHARES, rows);
    }

    private static List<String> printed(FlashRecord record) {
        return List.of(
                TimeTexts.minute(record.time(), ZoneId.systemDefault(), Locale.getDefault(Locale.Category.FORMAT)),
                record.tag(),
                record.animal(),
                record.verified() ? Texts.of("flash.receipts.verified") : FlashTexts.outcome(record.outcome()),
                record.modelId(),
                FlashTexts.selfTest(record.selfTest()),
                String.valueOf(record.goldenWindows()),
                record.batteryPercent() < 0 ? "" : record.batteryPercent() + " %",
                record.firmware(),
                record.person(),
                record.problem());
    }

    /** For example "passed 40 of 40"; empty where the tag did not say. */
    static String selfTest(TagSelfTest test) {
        return test.state().isEmpty() || test.state().equals("none")
                ? ""
                : "%s %d of %d".formatted(test.state(), test.passed(), test.windows());
    }
}
