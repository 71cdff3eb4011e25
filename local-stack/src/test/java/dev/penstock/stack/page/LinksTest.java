package dev.penstock.stack.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.process.Build;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages of the repository hang together. */
class LinksTest {
    private static final Path TOP = Build.top();
    private static final Path INDEX = Path.of("docs", "README.md");
    private static final Pattern LINK = Pattern.compile("!?\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    private final Map<Path, String> pages = new Repository(TOP).files(".md");

    @Test
    void everyLinkLeadsToAFileThatIsThereAndToAHeadingThatIsInIt() {
        List<String> broken = new ArrayList<>();
        pages.forEach((page, text) -> links(text).forEach(link -> {
            if (!leadsSomewhere(page, link)) {
                broken.add(page + " -> " + link);
            }
        }));
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPageIsListedInTheIndex() throws Exception {
        List<Path> listed = links(Files.readString(TOP.resolve(INDEX))).stream()
                .map(link -> Path.of("docs").resolve(link).normalize())
                .toList();
        assertThat(pages.keySet().stream().filter(page -> page.startsWith("docs") && !page.equals(INDEX)))
                .as("add a line to docs/README.md")
                .allMatch(listed::contains);
        assertThat(links(Files.readString(TOP.resolve("README.md")))).contains("docs/README.md");
    }

    @Test
    @DisplayName(
            "S4.20: llms.txt lists every page of the docs with its title, its day of publication and of its last change")
    void everyPageIsInTheIndexForPrograms() throws Exception {
        List<String> lines = Files.readAllLines(TOP.resolve("docs").resolve("llms.txt"));
        assertThat(lines.getFirst()).isEqualTo("# Penstock");
        assertThat(pages.keySet().stream().filter(page -> page.startsWith("docs")))
                .as("run docs/renew-index and commit what it writes")
                .allSatisfy(page -> assertThat(lines)
                        .anyMatch(line -> line.matches("- \\[.+]\\("
                                + Pattern.quote(Path.of("docs").relativize(page).toString())
                                + "\\): published \\d{4}-\\d\\d-\\d\\d, updated \\d{4}-\\d\\d-\\d\\d")));
    }

    private static List<String> links(String text) {
        // What stands in a block of code is no link.
        String prose = text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
        return LINK.matcher(prose).results().map(match -> match.group(1)).toList();
    }

    private boolean leadsSomewhere(Path page, String link) {
        if (link.matches("[a-z]+:.*")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path parent = page.getParent();
        Path target = parts[0].isEmpty()
                ? page
                : (parent == null ? Path.of("") : parent).resolve(parts[0]).normalize();
        if (!Files.exists(TOP.resolve(target))) {
            return false;
        }
        return parts.length == 1 || headings(target).contains(parts[1]);
    }

    private List<String> headings(Path page) {
        return HEADING.matcher(pages.getOrDefault(page, ""))
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").strip().replace(' ', '-'))
                .toList();
    }
}
