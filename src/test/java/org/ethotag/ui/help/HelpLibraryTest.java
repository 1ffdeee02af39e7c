package org.ethotag.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HelpLibraryTest {
    private static final Path PAGES = Path.of("src/site/markdown");

    private static HelpLibrary library(Map<String, String> pages) {
        return new HelpLibrary(
                path -> Optional.ofNullable(pages.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void pagesAreFoundFromPageToPageAndNoOthers() {
        var library = library(Map.of(
                "contents.md", "# All\n## Part\n- [One](a/one.md)\n- [Gone](gone.md)",
                "a/one.md", "# One\n[two](../two.md#x)",
                "two.md", "# Two",
                "lost.md", "# Lost"));
        assertThat(library.pages()).extracting(HelpPage::path).containsExactly("contents.md", "a/one.md", "two.md");
    }

    @Test
    void theContentsAreTheHeadingsAndLinksOfTheFirstPage() {
        var library = library(Map.of("contents.md", "# All\n## Part\n- [One](one.md): more", "one.md", "# One"));
        assertThat(library.contents())
                .containsExactly(
                        new HelpLibrary.Line("Part", true, new HelpPlace("contents.md", "")),
                        new HelpLibrary.Line("One", false, new HelpPlace("one.md", "")));
    }

    @Test
    void aLinkLeavesTheGuideOnlyInName() {
        var here = new HelpPlace("guide/start.md", "");
        assertThat(List.of(
                        here.follow("engineer.md#train"),
                        here.follow("../glossary.md"),
                        here.follow("#keys"),
                        here.follow("../../../etc/passwd.md"),
                        here.follow("https://example.org/page.md"),
                        here.follow("file:///etc/a.md"),
                        here.file("../../resources/pictures/label.png"),
                        here.file("../../../secret.png"),
                        here.file("..\\..\\secret.png")))
                .isEqualTo(List.of(
                        Optional.of(new HelpPlace("guide/engineer.md", "train")),
                        Optional.of(new HelpPlace("glossary.md", "")),
                        Optional.of(new HelpPlace("guide/start.md", "keys")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("../resources/pictures/label.png"),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aSearchNeedsAllWordsAndPutsHeadingsFirst() {
        var search = new HelpSearch(library(Map.of(
                "contents.md", "# Contents\n[a](a.md) [b](b.md)",
                "a.md", "# Traces\nThe ethogram is elsewhere, with a key.",
                "b.md", "# Lists\n## Ethogram\nBehaviours with a k\u00e9y.\n## Other\nethogram only")));
        assertThat(search.find("ETHOGRAM key"))
                .extracting(hit -> hit.place().page() + "#" + hit.place().anchor())
                .containsExactly("b.md#ethogram", "a.md#traces");
        assertThat(search.find(" ")).isEmpty();
    }

    @Test
    void theGuideOfTheProgramIsWhole() {
        var library = HelpLibrary.packaged();
        assertThat(library.pages()).hasSizeGreaterThan(20);
        assertThat(HelpWindow.places().values())
                .allSatisfy(place -> assertThat(
                                library.page(place.page()).orElseThrow().has(place.anchor()))
                        .as("%s", place)
                        .isTrue());
    }

    /** All pages, those too that only lie with the source code. */
    @Test
    void everyLinkBetweenPagesLeadsToAHeadingOrAFileThatIsThere() throws IOException {
        var broken = new ArrayList<String>();
        try (var files = Files.walk(PAGES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                var path = PAGES.relativize(file).toString().replace('\\', '/');
                for (String link : HelpPage.of(path, Files.readString(file)).links()) {
                    if (!link.startsWith("http") && !leads(path, link)) {
                        broken.add(path + ": " + link);
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leads(String path, String link) throws IOException {
        var place = new HelpPlace(path, "").follow(link);
        if (place.isEmpty()) {
            return Files.exists(PAGES.resolve(path).resolveSibling(link));
        }
        var target = PAGES.resolve(place.orElseThrow().page());
        return Files.exists(target)
                && HelpPage.of(place.orElseThrow().page(), Files.readString(target))
                        .has(place.orElseThrow().anchor());
    }

    @Test
    void everyPageThatIsNoDecisionIsReachedFromTheContents() throws IOException {
        var reached = new TreeSet<>(
                HelpLibrary.packaged().pages().stream().map(HelpPage::path).toList());
        try (var files = Files.walk(PAGES)) {
            assertThat(files.filter(f -> f.toString().endsWith(".md"))
                            .map(f -> PAGES.relativize(f).toString().replace('\\', '/'))
                            .filter(path -> !path.startsWith("decisions/")))
                    .allSatisfy(path -> assertThat(reached).contains(path));
        }
    }
}
