package dev.penstock.api.artifact;

import dev.penstock.api.job.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps files in a folder that the admin UI can read: a disk of one machine, or one that all mount. */
public final class FolderArtifacts implements ArtifactStore {
    private final Path folder;
    private final long limit;

    /** Keeps files of up to 100 MB in {@code folder}, which is made if it is missing. */
    public FolderArtifacts(Path folder) {
        this(folder, MAX_BYTES);
    }

    public FolderArtifacts(Path folder, long limit) {
        this.folder = folder.toAbsolutePath().normalize();
        this.limit = limit;
    }

    @Override
    public Artifact keep(Making making, InputStream content) throws IOException {
        String name = FileName.safe(making.name());
        Path place = folder.resolve(making.job().value()).resolve(Long.toString(making.lease()));
        Path target = place.resolve(FileName.inFolder(name));
        if (!target.normalize().startsWith(folder)) {
            throw new ArtifactRefused("The file name " + name + " leads out of the folder of artifacts");
        }
        Files.createDirectories(place);
        Path part = Files.createTempFile(place, "artifact", ".part");
        try {
            Measured measured;
            try (OutputStream out = Files.newOutputStream(part)) {
                measured = Measured.copy(content, out, limit);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Artifact(
                    name,
                    making.contentType(),
                    measured.size(),
                    measured.sha256(),
                    location(folder.relativize(target)));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** The same on every system. */
    private static String location(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
