package dev.penstock.api.worker.family;

/**
 * A processor refused to create children; the message is its sentence. They are not there, nor are those spawned with them
 * (at most 500). Counts as a permanent failure unless the handler catches it.
 */
public final class SpawnRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public SpawnRefused(String sentence) {
        super(sentence);
    }
}
