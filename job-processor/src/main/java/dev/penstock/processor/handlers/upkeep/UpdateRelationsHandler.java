package dev.penstock.processor.handlers.upkeep;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.processor.handlers.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the relations of pictures and thumbnails as they are on disk. A second run writes what is there by then. */
public final class UpdateRelationsHandler implements JobHandler<UpdateRelations> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path pictures;
    private final Path thumbnails;
    private final Path relations;

    public UpdateRelationsHandler(Path pictures, Path thumbnails, Path relations) {
        this.pictures = pictures;
        this.thumbnails = thumbnails;
        this.relations = relations;
    }

    /** What is written: thumbnails by picture, and those whose picture is gone. */
    record Relations(SortedMap<String, List<String>> thumbnails, List<String> orphans) {}

    /** What the job leaves behind. */
    public record Updated(int pictures, int thumbnails, int orphans) {}

    @Override
    public Updated run(UpdateRelations order, JobContext context) throws IOException {
        Relations found = new Relations(new TreeMap<>(), new ArrayList<>());
        for (String picture : names(pictures)) {
            found.thumbnails().put(stem(picture), new ArrayList<>());
        }
        List<String> all = names(thumbnails);
        for (String thumbnail : all) {
            String picture = stem(thumbnail).replaceFirst("-[0-9]+$", "");
            found.thumbnails().getOrDefault(picture, found.orphans()).add(thumbnail);
        }
        WholeFile.write(relations.resolve("pictures.json"), JSON.writeValueAsString(found));
        context.log(all.size() + " thumbnails of " + found.thumbnails().size() + " pictures; "
                + found.orphans().size() + " belong to none");
        return new Updated(
                found.thumbnails().size(), all.size(), found.orphans().size());
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static String stem(String name) {
        return name.replaceFirst("\\.[^.]*$", "");
    }
}
