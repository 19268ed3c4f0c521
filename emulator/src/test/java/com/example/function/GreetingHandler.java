package com.example.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** A handler as most people write one: a POJO in, a POJO out. It knows nothing of this project. */
public class GreetingHandler implements RequestHandler<GreetingHandler.Request, GreetingHandler.Response> {

    @Override
    public Response handleRequest(Request request, Context context) {
        Map<String, String> query = request.getQueryStringParameters();
        String name = query == null ? "nobody" : query.get("name");
        context.getLogger().log("greeting " + name + " in " + context.getMemoryLimitInMB() + " MB");
        Response response = new Response();
        response.setStatusCode(201);
        response.setHeaders(Map.of("Content-Type", "text/plain", "X-Function", context.getFunctionName()));
        response.setBody("Hello, " + name + "!");
        return response;
    }

    /** The part of a proxy event that it wants. */
    public static class Request {
        private Map<String, String> queryStringParameters;

        public Map<String, String> getQueryStringParameters() {
            return queryStringParameters;
        }

        public void setQueryStringParameters(Map<String, String> queryStringParameters) {
            this.queryStringParameters = queryStringParameters;
        }
    }

    /** A proxy response. */
    public static class Response {
        private int statusCode;
        private Map<String, String> headers;
        private String body;

        public int getStatusCode() {
            return statusCode;
        }

        public void setStatusCode(int statusCode) {
            this.statusCode = statusCode;
        }

        public Map<String, String> getHeaders() {
            return headers;
        }

        public void setHeaders(Map<String, String> headers) {
            this.headers = headers;
        }

        public String getBody() {
            return body;
        }

        public void setBody(String body) {
            this.body = body;
        }
    }
}
