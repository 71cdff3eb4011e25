package dev.penstock.api.artifact;

/** A file that a store will never keep; the message says why and what to do. Counts as a permanent failure. */
public final class ArtifactRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public ArtifactRefused(String sentence) {
        super(sentence);
    }
}
