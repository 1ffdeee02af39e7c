package org.ethotag.ui.label;

import java.util.List;
import java.util.stream.Collectors;
import org.ethotag.label.Behaviour;
import org.ethotag.label.Ethogram;
import org.ethotag.language.Messages;
import org.ethotag.ui.control.Command;
import org.ethotag.ui.control.KeyMap;
import org.ethotag.ui.control.Strokes;
import org.ethotag.ui.control.Texts;

/** The keys on one page to print: an HTML file that needs nothing else. */
final class KeySheet {
    private static final String STYLE = """
            body{font:11pt/1.35 system-ui,sans-serif;margin:14mm;color:#111}
            h1{font-size:17pt;margin:0 0 4mm}h2{font-size:12pt;margin:5mm 0 2mm}
            table{border-collapse:collapse;width:100%}td{padding:1mm 2mm;border-bottom:.2mm solid #ccc}
            .columns{columns:2;column-gap:10mm}tr{break-inside:avoid}
            kbd{font:bold 10pt system-ui;border:.3mm solid #888;border-radius:1mm;padding:.2mm 1.6mm;white-space:nowrap}
            .swatch{display:inline-block;width:4mm;height:4mm;border-radius:1mm;print-color-adjust:exact}
            td.keys{text-align:right}
            """;

    private KeySheet() {}

    static String html(KeyMap keys, List<Command> commands, Ethogram ethogram) {
        return "<!DOCTYPE html>\n<html lang=\"" + Messages.language() + "\"><head><meta charset=\"UTF-8\"/><title>"
                + text(Texts.of("keys.sheet"))
                + "</title><style>\n"
                + STYLE
                + "</style></head><body>\n<h1>"
                + text(Texts.of("keys.sheet"))
                + "</h1>\n<h2>"
                + text(Texts.of("label.palette"))
                + "</h2>\n<div class=\"columns\"><table>\n"
                + ethogram.behaviours().stream().map(KeySheet::row).collect(Collectors.joining())
                + "</table></div>\n<h2>"
                + text(Texts.of("keys.commands"))
                + "</h2>\n<div class=\"columns\"><table>\n"
                + commands.stream()
                        .filter(c -> !keys.of(c.id()).isEmpty())
                        .map(c -> row(c.title(), keys.of(c.id())))
                        .collect(Collectors.joining())
                + "</table></div>\n</body></html>\n";
    }

    private static String row(Behaviour behaviour) {
        var swatch = "<span class=\"swatch\" style=\"background:" + behaviour.colour() + "\"></span> ";
        var keys = behaviour.key().isEmpty() ? List.<String>of() : List.of(KeysView.stroke(behaviour));
        return "<tr><td>" + swatch + text(behaviour.name()) + "</td>" + cell(keys) + "</tr>\n";
    }

    private static String row(String title, List<String> strokes) {
        return "<tr><td>" + text(title) + "</td>" + cell(strokes) + "</tr>\n";
    }

    private static String cell(List<String> strokes) {
        return "<td class=\"keys\">"
                + strokes.stream()
                        .map(s -> "<kbd>" + text(Strokes.title(s)) + "</kbd>")
                        .collect(Collectors.joining(" "))
                + "</td>";
    }

    private static String text(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
