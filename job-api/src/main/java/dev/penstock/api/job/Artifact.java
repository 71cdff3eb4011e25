package dev.penstock.api.job;

/**
 * A file that a job made, kept by an artifact store (S4.14, S4.15).
 *
 * @param name file name shown to the user
 * @param contentType media type
 * @param size bytes
 * @param sha256 hexadecimal
 * @param location where the store keeps it; opaque
 */
public record Artifact(String name, String contentType, long size, String sha256, String location) {}
