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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ethotag.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpLibraryTest {
    private static final Path PAGES = Path.of("src/site/markdown");

    /** Ranks of headings, blocks of commands, names of pictures. */
    private static final Pattern SKELETON = Pattern.compile("(?ms)^#+(?= )|^```.*?^```|(?<=/)[a-z-]+\\.png");

    private static HelpLibrary library(Map<String, String> pages) {
        return library(pages, Language.ENGLISH);
    }

    private static HelpLibrary library(Map<String, String> pages, Language language) {
        return new HelpLibrary(
                path -> Optional.ofNullable(pages.get(path)).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                language);
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
    void aPlaceIsShownInTheReadersLanguageWhereThatPageExists() {
        var pages = Map.of(
                "contents.md", "# All\n[One](one.md) [Two](two.md)",
                "one.md", "# One\n## Keys\n",
                "two.md", "# Two",
                "es/contents.md", "# Todo\n[Uno](one.md) [Dos](../two.md)",
                "es/one.md", "# Uno\n## Teclas\n");
        var spanish = library(pages, Language.SPANISH);
        assertThat(spanish.pages()).extracting(HelpPage::path).containsExactly("es/contents.md", "es/one.md", "two.md");
        assertThat(List.of(
                        spanish.inLanguage(new HelpPlace("contents.md", "")),
                        spanish.inLanguage(new HelpPlace("one.md", "keys")),
                        spanish.inLanguage(new HelpPlace("two.md", ""))))
                .containsExactly(
                        new HelpPlace("es/contents.md", ""),
                        new HelpPlace("es/one.md", "teclas"),
                        new HelpPlace("two.md", ""));
        assertThat(library(pages).inLanguage(new HelpPlace("one.md", "keys")))
                .isEqualTo(new HelpPlace("one.md", "keys"));
    }

    @ParameterizedTest
    @EnumSource
    void theGuideOfTheProgramIsWholeInEveryLanguage(Language language) {
        var library = HelpLibrary.packaged(language);
        assertThat(library.pages()).hasSizeGreaterThan(20);
        assertThat(HelpWindow.places().values()).allSatisfy(place -> {
            var own = library.inLanguage(place);
            assertThat(own.page().startsWith("es/")).isEqualTo(language == Language.SPANISH);
            assertThat(own.anchor().isEmpty())
                    .as("%s", place)
                    .isEqualTo(place.anchor().isEmpty());
            assertThat(library.page(own.page()).orElseThrow().has(own.anchor()))
                    .as("%s", place)
                    .isTrue();
        });
    }

    /** Commands are the same to the letter, and each heading has one of the same rank in its place. */
    @Test
    void aTranslatedPageHasTheHeadingsCommandsAndPicturesOfTheEnglishOne() throws IOException {
        try (var files = Files.walk(PAGES.resolve("es"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                var english = PAGES.resolve(PAGES.resolve("es").relativize(file));
                assertThat(SKELETON.matcher(Files.readString(file)).results().map(MatchResult::group))
                        .as(file.toString())
                        .containsExactlyElementsOf(SKELETON.matcher(Files.readString(english))
                                .results()
                                .map(MatchResult::group)
                                .toList());
            }
        }
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
        var reached = new TreeSet<String>();
        for (Language language : Language.values()) {
            HelpLibrary.packaged(language).pages().forEach(page -> reached.add(page.path()));
        }
        try (var files = Files.walk(PAGES)) {
            assertThat(files.filter(f -> f.toString().endsWith(".md"))
                            .map(f -> PAGES.relativize(f).toString().replace('\\', '/'))
                            .filter(path -> !path.startsWith("decisions/")))
                    .allSatisfy(path -> assertThat(reached).contains(path));
        }
    }
}
