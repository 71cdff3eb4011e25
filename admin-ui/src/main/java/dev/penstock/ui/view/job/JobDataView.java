package dev.penstock.ui.view.job;

import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.JobView.Data;
import dev.penstock.ui.view.JobView.File;
import dev.penstock.ui.view.Shell;
import java.util.List;

/**
 * What went into a job and came out of it.
 *
 * @param shell the frame
 * @param head of all pages of the job
 * @param search only values whose path or text contains it; empty: all
 * @param parts payload, result, checkpoint, metadata
 * @param files that it made
 * @param api address of the same as JSON
 * @param reveal what is covered, and how to see it
 * @param recording how to download the job's attempts with all that they were given, nothing covered
 */
public record JobDataView(
        Shell shell,
        JobView.Head head,
        String search,
        List<Part> parts,
        List<File> files,
        String api,
        Reveal reveal,
        Reveal recording) {

    /**
     * What can be done to see what is covered.
     *
     * @param offered something is covered
     * @param done nothing is covered on this page
     * @param action address to post to
     * @param whyNot why it is off; empty if it is allowed
     * @param problem what was wrong with what was typed; empty if nothing was
     */
    public record Reveal(boolean offered, boolean done, String action, String whyNot, String problem) {
        public static final Reveal DONE = new Reveal(false, true, "", "", "");
    }

    /** A part as text and as a tree; {@code found} is "3 of 120 values". */
    public record Part(Data data, List<Leaf> leaves, String found) {}

    /**
     * A value of the tree.
     *
     * @param depth in the tree, at most 9
     * @param name of the field, or its number in a list
     * @param path from the top, "items[3].sku"
     * @param value as text; empty for what holds others
     * @param kind "text", "number", "object of 3", "list of 12"
     */
    public record Leaf(int depth, String name, String path, String value, String kind) {}
}
