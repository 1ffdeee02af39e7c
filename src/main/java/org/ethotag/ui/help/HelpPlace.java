package org.ethotag.ui.help;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in the guide.
 *
 * @param page path of a page below the folder of pages, like {@code guide/engineer.md}
 * @param anchor of a heading there, or empty for the top
 */
public record HelpPlace(String page, String anchor) {
    /** Where a link leads that stands on this page; nothing if it leaves the folder of pages or is no page. */
    Optional<HelpPlace> follow(String link) {
        int hash = link.indexOf('#');
        var file = hash < 0 ? link : link.substring(0, hash);
        var heading = hash < 0 ? "" : link.substring(hash + 1);
        if (file.isEmpty()) {
            return Optional.of(new HelpPlace(page, heading));
        }
        return file.endsWith(".md")
                ? file(file).filter(path -> !path.startsWith("..")).map(path -> new HelpPlace(path, heading))
                : Optional.empty();
    }

    /**
     * The path of a file that this page names, below the folder of pages; one that lies beside that folder begins with
     * {@code ../}. Nothing for addresses and for what lies further up.
     */
    Optional<String> file(String relative) {
        if (relative.startsWith("/") || relative.contains(":") || relative.contains("\\")) {
            return Optional.empty();
        }
        var parts = new ArrayDeque<String>();
        int cut = page.lastIndexOf('/');
        int above = 0;
        for (String part : ((cut < 0 ? "" : page.substring(0, cut + 1)) + relative).split("/")) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        above++;
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return switch (above) {
            case 0 -> Optional.of(String.join("/", parts));
            case 1 -> Optional.of("../" + String.join("/", parts));
            default -> Optional.empty();
        };
    }

    /** The anchor of a heading: lower case, letters, digits, hyphens, blanks as hyphens, as code forges make them. */
    static String anchor(String heading) {
        var text = new StringBuilder();
        heading.strip().toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                text.appendCodePoint(c);
            } else if (c == ' ') {
                text.append('-');
            }
        });
        return text.toString();
    }
}
