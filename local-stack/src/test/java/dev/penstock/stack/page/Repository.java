package dev.penstock.stack.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The text files of the repository, without what is built or kept there. */
public final class Repository {
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", "data", ".idea", ".mvn");
    /** Its own words would prove everything. */
    private static final Path OURS = Path.of("dev", "penstock", "stack", "page");

    private final Map<Path, String> texts = new LinkedHashMap<>();

    /** Reads them. */
    public Repository(Path top) {
        try {
            Files.walkFileTree(top, new Reader(top));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that matches, in any file but the page itself. */
    public Set<String> words(Pattern word) {
        return wordsIn(word, "");
    }

    /** Everything that matches, in files whose names end so. */
    public Set<String> wordsIn(Pattern word, String... endings) {
        Set<String> found = new TreeSet<>();
        texts.forEach((file, text) -> {
            if (List.of(endings).stream().anyMatch(file.toString()::endsWith)) {
                word.matcher(text).results().forEach(match -> found.add(match.group()));
            }
        });
        return found;
    }

    /** Files that contain a text. */
    public List<Path> filesThatSay(String text) {
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Files whose names end so, with their texts. */
    public Map<Path, String> files(String ending) {
        Map<Path, String> chosen = new LinkedHashMap<>(texts);
        chosen.keySet().removeIf(file -> !file.toString().endsWith(ending));
        return chosen;
    }

    private final class Reader extends SimpleFileVisitor<Path> {
        private final Path top;

        Reader(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skip = NOT_OURS.contains(String.valueOf(folder.getFileName())) || folder.endsWith(OURS);
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean page = file.endsWith(Path.of("docs", "configuration.md"));
            if (!page && attributes.isRegularFile() && attributes.size() < 500_000) {
                try {
                    texts.put(top.relativize(file), Files.readString(file));
                } catch (MalformedInputException e) {
                    // A picture.
                    return FileVisitResult.CONTINUE;
                }
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
