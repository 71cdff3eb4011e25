package dev.penstock.processor.handlers.telemetry;

/**
 * One line of a telemetry file.
 *
 * @param fingerprint hash of a device's hardware
 * @param sdk version of the SDK
 * @param os operating system
 * @param seconds time in use
 */
public record Usage(String fingerprint, String sdk, String os, int seconds) {}
