package dev.penstock.ui.tongue;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.ui.page.frame.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text of the pages is in every catalogue, with the same values and links in it, and no catalogue holds more. */
class TextsTest {
    private static final Path MAIN = Path.of("src/main");
    private static final String LITERAL = "((?:\"(?:[^\"\\\\]|\\\\.)*\"[\\s+]*)+)";

    /** What Java says: the texts of {@code say} and {@code english}; and, below, the singular of {@code counted}. */
    private static final Pattern SAID = Pattern.compile("\\b(?:say|english|key)\\(\\s*" + LITERAL);

    private static final Pattern COUNTED =
            Pattern.compile("\\bcount(?:ed)?\\((?:[^\";]|\\(\\))*?" + LITERAL + ",\\s*" + LITERAL);

    private static final Pattern SLOT = Pattern.compile("\\{\\d}|</?\\d+>");

    @Test
    void everyTextIsTranslated() {
        NavigableSet<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(500);
        Languages.catalogues().forEach((language, catalogue) -> {
            Set<String> missing = new TreeSet<>(texts);
            missing.removeAll(catalogue.keys());
            assertThat(missing).as("%s lacks: see docs/languages.md", language).isEmpty();
        });
    }

    @Test
    void noCatalogueHoldsATextThatNobodySaysAnyMore() {
        NavigableSet<String> texts = texts();
        Languages.catalogues()
                .forEach((language, catalogue) -> assertThat(catalogue.keys())
                        .as(language.title())
                        .filteredOn(key -> !texts.contains(key))
                        .isEmpty());
    }

    @Test
    void aTranslationHasTheValuesAndLinksOfItsText() {
        for (Catalogue catalogue : Languages.catalogues().values()) {
            for (Map.Entry<String, java.util.List<String>> entry :
                    catalogue.texts().entrySet()) {
                assertThat(entry.getValue())
                        .allSatisfy(text ->
                                assertThat(slots(text)).as(entry.getKey()).isEqualTo(slots(entry.getKey())));
            }
        }
    }

    /** The texts of the templates and of Java. */
    private static NavigableSet<String> texts() {
        NavigableSet<String> texts = new TreeSet<>();
        files("resources/templates", ".html").forEach(file -> texts.addAll(Wording.keys(read(file))));
        // The room of the languages speaks of texts, but says none.
        files("java", ".java")
                .filter(file -> !file.getParent().endsWith("tongue"))
                .map(TextsTest::read)
                .forEach(source -> {
                    SAID.matcher(source)
                            .results()
                            .map(found -> literal(found, 1))
                            .forEach(texts::add);
                    COUNTED.matcher(source)
                            .results()
                            .map(found -> literal(found, 1))
                            .forEach(texts::add);
                });
        return texts;
    }

    private static String literal(MatchResult found, int group) {
        return found.group(group)
                .strip()
                .replaceAll("\"\\s*\\+\\s*\"", "")
                .replaceAll("^\"|\"[\\s+]*$", "")
                .translateEscapes();
    }

    private static NavigableSet<String> slots(String text) {
        return SLOT.matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> files(String folder, String end) {
        try (Stream<Path> files = Files.walk(MAIN.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
