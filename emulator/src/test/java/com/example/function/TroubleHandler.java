package com.example.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A handler that gets into whatever trouble the query parameter {@code do} asks for. */
public class TroubleHandler implements RequestStreamHandler {
    private static final int MEGABYTE = 1 << 20;
    private static final Pattern PARAMETER = Pattern.compile("\"(do|millis|mb|file)\" *: *\"([^\"]*)\"");

    public TroubleHandler() throws InterruptedException {
        if (System.getenv("FAIL_INIT") != null) {
            throw new IllegalStateException("no init today");
        }
        String slow = System.getenv("SLOW_INIT_MILLIS");
        if (slow != null) {
            Thread.sleep(Long.parseLong(slow));
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        String what = "echo";
        int millis = 0;
        int mb = 1024;
        String file = "";
        Matcher matcher = PARAMETER.matcher(event);
        while (matcher.find()) {
            switch (matcher.group(1)) {
                case "do" -> what = matcher.group(2);
                case "millis" -> millis = Integer.parseInt(matcher.group(2));
                case "mb" -> mb = Integer.parseInt(matcher.group(2));
                default -> file = matcher.group(2);
            }
        }
        output.write(answer(what, millis, mb, file, event).getBytes(StandardCharsets.UTF_8));
    }

    private static String answer(String what, int millis, int mb, String file, String event) throws IOException {
        return switch (what) {
            case "echo" -> response(event);
            case "arguments" ->
                response(String.join("\n", ManagementFactory.getRuntimeMXBean().getInputArguments()));
            case "environment" -> response(System.getenv().toString());
            case "property" -> response(System.getProperty("from.tool.options", "none"));
            case "pid" -> response(Long.toString(ProcessHandle.current().pid()));
            case "sleep" -> response("slept " + sleep(millis));
            case "spin" -> response("spun " + spin(millis));
            case "wait" -> response("waited for " + await(Path.of(file)));
            case "exit" -> response("exited " + exit());
            case "array" -> response("array of " + new byte[mb * MEGABYTE].length);
            case "direct" -> response("chunks off the heap: " + directChunks(mb).size());
            case "file" -> response("file of " + fill(Path.of(file), mb) + ", slept " + sleep(millis));
            case "ask" -> response("asked for another event: " + ask());
            case "malformed" -> "{\"message\": \"no status code\"}";
            case "verdict" -> "{\"statusCode\": 200, \"headers\": {\"X-Emulator-Verdict\": \"KILLED\"}}";
            case "deep" -> deep(0);
            case "text" -> "not JSON";
            case "large" -> "{\"statusCode\": 200, \"body\": \"" + "x".repeat(mb * MEGABYTE) + "\"}";
            default -> throw new IllegalArgumentException("thrown on purpose: do=" + what);
        };
    }

    private static String deep(int depth) {
        return depth < 0 ? "" : deep(depth + 1) + depth;
    }

    /** Asks for a second event while it has one, as a runtime with several threads would; returns the status. */
    private static int ask() throws IOException {
        URI next =
                URI.create("http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/next");
        HttpURLConnection request = (HttpURLConnection) next.toURL().openConnection();
        try {
            return request.getResponseCode();
        } finally {
            request.disconnect();
        }
    }

    private static int exit() {
        System.exit(3);
        return 3;
    }

    private static int fill(Path file, int mb) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < mb; i++) {
                out.write(new byte[MEGABYTE]);
            }
        }
        return mb;
    }

    private static int sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return millis;
    }

    private static int spin(int millis) {
        long end = System.nanoTime() + millis * 1_000_000L;
        int turns = 0;
        while (System.nanoTime() < end) {
            turns++;
        }
        return turns;
    }

    /** Waits until a file exists, so that a test decides when the call ends. */
    private static Path await(Path file) {
        while (!Files.exists(file)) {
            sleep(10);
        }
        return file;
    }

    private static List<ByteBuffer> directChunks(int mb) {
        List<ByteBuffer> chunks = new ArrayList<>();
        for (int i = 0; i < mb; i++) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(MEGABYTE);
            for (int at = 0; at < MEGABYTE; at += 4096) {
                chunk.put(at, (byte) 1);
            }
            chunks.add(chunk);
        }
        return chunks;
    }

    private static String response(String body) {
        String encoded = Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
        return "{\"statusCode\": 200, \"isBase64Encoded\": true, \"body\": \"" + encoded + "\"}";
    }
}
