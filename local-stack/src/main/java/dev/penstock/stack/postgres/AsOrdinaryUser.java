package dev.penstock.stack.postgres;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root; a container's only user often is root. */
final class AsOrdinaryUser {
    private AsOrdinaryUser() {}

    /**
     * The command, prefixed if we are root: in a user namespace of its own without a mapping, the same files are open to it but its
     * user id reads 65534 ("nobody"), which is all that PostgreSQL looks at.
     */
    static List<String> words(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!unshareWorks()) {
            throw new IllegalStateException(
                    "PostgreSQL does not run as root, and this machine does not allow user namespaces"
                            + " ('unshare -U true' fails). Run as an ordinary user, or use an existing PostgreSQL:"
                            + " set penstock.read-db.url and penstock.ui-db.url.");
        }
        List<String> prefixed = new ArrayList<>(List.of("unshare", "-U"));
        prefixed.addAll(command);
        return prefixed;
    }

    private static boolean unshareWorks() {
        try {
            return new ProcessBuilder("unshare", "-U", "true")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
