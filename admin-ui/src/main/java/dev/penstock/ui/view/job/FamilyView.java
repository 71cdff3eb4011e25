package dev.penstock.ui.view.job;

import dev.penstock.ui.view.JobView;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.StatusChip;
import dev.penstock.ui.view.Took;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job's family.
 *
 * @param shell the frame
 * @param head of all pages of the job
 * @param views tree, graph, timeline
 * @param zooms how large the graph is
 * @param zoom the one in force, in percent
 * @param tree all nodes with their nesting; empty unless it is looked at
 * @param graph null unless it is looked at
 * @param timeline empty unless it is looked at
 * @param note how many there are, and whether all are shown
 * @param api address of the same as JSON
 */
public record FamilyView(
        Shell shell,
        JobView.Head head,
        List<Choice> views,
        List<Choice> zooms,
        int zoom,
        List<Twig> tree,
        @Nullable Graph graph,
        List<Bar> timeline,
        String note,
        String api) {

    /**
     * A job, several that are alike, or those that are not shown.
     *
     * @param name job type, and "×4" for four alike
     * @param href its page, or the list of them
     * @param spoken "media.encode, running, attempt 2 of 5"
     * @param status null for those not shown
     * @param took its duration; empty for several
     * @param here the job that the reader came from
     */
    public record Node(
            String name,
            String href,
            String spoken,
            @Nullable StatusChip status,
            @Nullable Took took,
            boolean here) {}

    /** A node in nested lists: whether it holds others, and which lists end after it. */
    public record Twig(Node node, boolean parent, List<Integer> ends) {}

    /** Boxes and lines; lengths in pixels. */
    public record Graph(int width, int height, List<Box> boxes, List<String> lines) {
        /** The width on the page, in hundredths of the drawing's own. */
        public int shownWidth(int percent) {
            return width * percent / 100;
        }

        public int shownHeight(int percent) {
            return height * percent / 100;
        }
    }

    /** A node at its place. */
    public record Box(int x, int y, Node node) {}

    /** A job's time: when it waited and when it ran, in thousandths of the family's time. */
    public record Bar(Node node, int waits, int starts, int runs) {
        public int waiting() {
            return starts - waits;
        }
    }
}
