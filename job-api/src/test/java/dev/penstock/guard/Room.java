package dev.penstock.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A room: one package below a module's own. Its {@code package-info.java} is the law: "Floor 3" there sets its floor, and a room of
 * the same floor may be imported only if it is named there in a code tag.
 */
record Room(String name, int floor, String text) {
    private static final Pattern FLOOR = Pattern.compile("\\b[Ff]loor (\\d)");

    boolean mayImport(Room other) {
        return other.floor < floor || (other.floor == floor && text.contains("{@code " + other.name + "}"));
    }

    /** The rooms of a module by name, read from its sources. */
    static Map<String, Room> in(Path modulePackage) {
        if (!Files.isDirectory(modulePackage)) {
            return Map.of();
        }
        try (Stream<Path> folders = Files.list(modulePackage)) {
            return folders.filter(Files::isDirectory)
                    .map(Room::read)
                    .collect(Collectors.toMap(Room::name, room -> room));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Room read(Path folder) {
        Path info = folder.resolve("package-info.java");
        try {
            // Line breaks of the comment must not split {@code name}.
            String text = Files.readString(info).replaceAll("\\s*\\n \\* *", " ");
            Matcher floor = FLOOR.matcher(text);
            if (!floor.find()) {
                throw new AssertionError(
                        info + " does not say which floor the room is on: write 'Floor 0' to 'Floor 4'.");
            }
            return new Room(folder.getFileName().toString(), Integer.parseInt(floor.group(1)), text);
        } catch (IOException e) {
            throw new AssertionError("Every room has a package-info.java that says its floor; missing: " + info, e);
        }
    }
}
