package dev.penstock.stack.chaos.upgrade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The repository's history, as git tells it. */
final class History {
    private final Path top;

    /** @param top the source tree's top folder */
    History(Path top) {
        this.top = top;
    }

    /** Why there is none here, in a sentence; empty if there is one. */
    Optional<String> absence() throws InterruptedException {
        Tool prefix = git("rev-parse", "--show-prefix");
        if (!prefix.isFine()) {
            return Optional.of("The source tree " + top + " has no history (" + prefix.text() + ").");
        }
        return prefix.text().isEmpty()
                ? Optional.empty()
                : Optional.of("The source tree " + top + " lies in a repository of something else.");
    }

    /** The full id of a commit; empty if it is not there, as in a shallow clone. */
    Optional<String> commit(String name) throws InterruptedException {
        Tool found = git("rev-parse", "--verify", "--quiet", name + "^{commit}");
        return found.isFine() ? Optional.of(found.text()) : Optional.empty();
    }

    /** Packs the sources of a commit. The repository and its work trees stay as they are. */
    Tool pack(String commit, Path zip) throws InterruptedException {
        return git("archive", "--format=zip", "-o", zip.toString(), commit);
    }

    private Tool git(String... words) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of("git", "-C", top.toString()));
        all.addAll(List.of(words));
        return Tool.run(top, all);
    }
}
