package dev.penstock.processor.handlers.file;

import dev.penstock.api.worker.PermanentFailure;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** File names that jobs bring: one plain name each, so that no job reaches outside its handler's folder. */
public final class Inside {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]{0,199}");

    private Inside() {}

    /**
     * The file of that name in {@code folder}.
     *
     * @throws PermanentFailure if {@code name} is not a plain file name
     */
    public static Path of(Path folder, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new PermanentFailure(
                    "\"" + name
                            + "\" is no plain file name: letters, digits, _ . and - only, and no folder. Submit the job with one.");
        }
        return folder.resolve(name);
    }
}
