package dev.penstock.processor.handlers.render;

import dev.penstock.api.payload.JobType;

/**
 * Render a short film out of an item's picture (S4.3, S4.14).
 *
 * @param item its id
 * @param seconds 1 to 20
 * @param width in pixels, 64 to 640
 */
@JobType(
        name = "video.download",
        queue = "content",
        description = "Renders a film of the video editing tool, to be downloaded",
        policy = @JobType.Policy(backoffFactor = 2, timeout = "2m", stoppable = false, resumable = false))
public record DownloadVideo(String item, int seconds, int width) {}
