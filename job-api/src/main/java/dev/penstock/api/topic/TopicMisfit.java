package dev.penstock.api.topic;

import java.util.List;

/** What exists in the cluster does not fit: one sentence for each misfit, each with what to do. */
public final class TopicMisfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    public TopicMisfit(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
