package dev.penstock.ui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no template may hold, because the content security policy forbids it or because it runs text as code. */
class TemplateLintTest {
    /** A listed dozen, so that a change of htmx stays cheap. */
    private static final Set<String> ALLOWED = Set.of(
            "hx-get",
            "hx-post",
            "hx-trigger",
            "hx-target",
            "hx-swap",
            "hx-select",
            "hx-push-url",
            "hx-include",
            "hx-sync",
            "hx-indicator",
            "hx-disable",
            "hx-morph-skip",
            "hx-partial");

    @Test
    void onlyTheListedWordsOfHtmxAreUsed() throws IOException {
        assertThat(found("(?<![\\w-])hx-[a-z-]+", word -> !ALLOWED.contains(word)))
                .isEmpty();
    }

    @Test
    void noTriggerHasAFilterBecauseItWouldBeCompiled() throws IOException {
        assertThat(found("hx-trigger=\"[^\"]*\\[", word -> true)).isEmpty();
    }

    @Test
    void nothingIsInline() throws IOException {
        assertThat(found("\\sstyle=|<style|\\son[a-z]+=|javascript:|<script(?![^>]* src=)", word -> true))
                .isEmpty();
    }

    /** Icons and the drawings of the help: made of this program's own words alone. */
    @Test
    void onlyOurOwnDrawingsAreWrittenWithoutEscaping() throws IOException {
        List<String> ours = List.of("style.icon.raw}", "view.pictures.states.raw}", "lesson.svg.raw}");
        assertThat(found("\\{[^}]*\\.(raw|safe)\\}", word -> ours.stream().noneMatch(word::endsWith)))
                .isEmpty();
    }

    private static List<String> found(String pattern, java.util.function.Predicate<String> wrong) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TemplateEngine.TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
                while (matcher.find()) {
                    if (wrong.test(matcher.group())) {
                        found.add(file.getFileName() + ": " + matcher.group());
                    }
                }
            }
        }
        return found;
    }
}
