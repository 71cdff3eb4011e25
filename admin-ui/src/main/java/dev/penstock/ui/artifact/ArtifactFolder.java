package dev.penstock.ui.artifact;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import dev.penstock.ui.config.PenstockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder with the files that jobs made: {@code {job id}/{lease number}/{file name}}. */
@ApplicationScoped
public class ArtifactFolder {
    private final Path folder;

    @Inject
    public ArtifactFolder(PenstockConfig config) {
        this.folder = config.artifacts()
                .folder()
                .orElse(config.dataDir().resolve("artifacts"))
                .toAbsolutePath()
                .normalize();
    }

    public Path path() {
        return folder;
    }

    /** The file, if it is there; a location that leads out of the folder names none. */
    Optional<Path> find(Artifact artifact) {
        Path file = folder.resolve(artifact.location()).normalize();
        return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** Jobs that have a folder, whatever is in it. */
    List<JobId> jobs() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(JobId::isValid)
                    .map(JobId::new)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When something was last put into the job's folder. */
    FileTime changed(JobId job) {
        try {
            return Files.getLastModifiedTime(folder.resolve(job.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes all files of the job. */
    void delete(JobId job) {
        Path own = folder.resolve(job.value()).normalize();
        if (!own.startsWith(folder) || own.equals(folder)) {
            throw new IllegalArgumentException("The id " + job + " leads out of the folder of artifacts");
        }
        try (Stream<Path> inside = Files.walk(own)) {
            for (Path path : inside.toList().reversed()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException e) {
            // Another instance of this program was faster.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
