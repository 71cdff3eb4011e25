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
