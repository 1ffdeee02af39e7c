package org.ethotag.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import org.ethotag.language.Language;
import org.ethotag.testkit.Windows;
import org.ethotag.ui.job.Jobs;
import org.ethotag.ui.theme.Look;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HelpViewTest {
    private final Map<String, String> asked = new HashMap<>();
    private HelpViewModel model;

    @BeforeAll
    static void start() {
        Windows.start();
    }

    private HelpView shown(Map<String, String> pages) {
        var library = new HelpLibrary(
                path -> {
                    asked.merge(path, "once", (_, _) -> "again");
                    return Optional.ofNullable(pages.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8));
                },
                Language.ENGLISH);
        return Windows.onFx(() -> {
            model = new HelpViewModel(Jobs.immediate(), () -> library, problem -> {
                throw new AssertionError(problem);
            });
            var view = new HelpView(model, () -> {});
            Windows.show(view, Look.LIGHT, 1080, 740);
            model.open(new HelpPlace("contents.md", ""));
            return view;
        });
    }

    private static List<String> words(Node root) {
        return root.lookupAll(".help-word").stream()
                .map(node -> ((Text) node).getText())
                .toList();
    }

    private void complete(HelpView view) {
        Windows.until(() -> ((HelpPagePane) view.lookup("#help-page")).complete());
    }

    @Test
    void aLinkLeadsToItsPageAndBackLeadsBack() {
        var view = shown(Map.of("contents.md", "# All\n[next](one.md)", "one.md", "# One\nhere"));
        complete(view);
        Windows.inFx(() -> ((Hyperlink) view.lookup(".help-link")).fire());
        complete(view);
        assertThat(words(view)).containsExactlyInAnyOrder("One", "here");
        Windows.inFx(() -> ((Button) view.lookup("#help-back")).fire());
        complete(view);
        assertThat(words(view)).contains("All");
        assertThat(((Button) view.lookup("#help-on")).isDisabled()).isFalse();
    }

    @Test
    void tablesCodeAndListsAreDrawnAndCodeIsCopied() {
        var view = shown(Map.of(
                "contents.md", "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nethotag doctor\n```\n\n1. first\n2. second\n"));
        complete(view);
        assertThat(((GridPane) view.lookup(".help-table")).getChildren()).hasSize(4);
        assertThat(view.lookupAll(".help-mark").stream().map(mark -> ((Label) mark).getText()))
                .containsExactlyInAnyOrder("1.", "2.");
        Windows.inFx(() -> ((Button) view.lookup(".help-copy")).fire());
        assertThat(Windows.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("ethotag doctor");
    }

    @Test
    void picturesComeFromTheGuideAloneAndHtmlStaysText() {
        var view = shown(
                Map.of(
                        "contents.md",
                        "![far](https://example.org/a.png) ![up](../../../etc/a.png) ![file](file:///etc/a.png) <script>x</script>\n"));
        complete(view);
        assertThat(view.lookupAll(".help-flow").stream()
                        .flatMap(flow -> flow.lookupAll("ImageView").stream())
                        .map(ImageView.class::cast))
                .isEmpty();
        assertThat(asked).containsOnlyKeys("contents.md", "en/contents.md");
        assertThat(words(view)).contains("<script>", "far", "up", "file");
    }

    @Test
    void anAddressIsCopiedAndNotOpened() {
        var view = shown(Map.of("contents.md", "[out](https://example.org/x)"));
        complete(view);
        Windows.inFx(() -> ((Hyperlink) view.lookup(".help-link")).fire());
        assertThat(Windows.onFx(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("https://example.org/x");
        assertThat(((Label) view.lookup("#help-notice")).getText()).contains("https://example.org/x");
    }

    @Test
    void nestingWithoutEndIsDrawnAllTheSame() {
        var deep = "> ".repeat(5_000) + "bottom\n\n" + "*".repeat(20_000) + "x" + "*".repeat(20_000) + "\n\n"
                + "[".repeat(10_000) + "\n\n" + "- ".repeat(3_000) + "end";
        var view = shown(Map.of("contents.md", deep));
        complete(view);
        assertThat(words(view)).anyMatch(word -> word.contains("bottom"));
    }
}
