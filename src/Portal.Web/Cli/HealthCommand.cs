using System.CommandLine;

namespace Portal.Web.Cli;

/// <summary>Asks a running server whether it is ready; for containers that have no other tool.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Healthcheck()
    {
        var url = new Option<string>("--url")
        {
            Description = "The server's address.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PORTAL_HEALTH_URL") ?? "http://127.0.0.1:8080"
        };
        var command = new Command("healthcheck", "Exit with 0 when a running server is ready.") { url };
        command.SetAction(async (parsed, token) =>
        {
            if (!Uri.TryCreate(parsed.GetRequiredValue(url), UriKind.Absolute, out var server)
                || (server.Scheme != Uri.UriSchemeHttp && server.Scheme != Uri.UriSchemeHttps))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("--url: not an http or https address.");
                return PortalCommandLine.Failed;
            }

            using var client = new HttpClient { Timeout = Patience };
            try
            {
                using var answer = await client.GetAsync(new Uri(server, "/healthz/ready"), token);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(answer.IsSuccessStatusCode ? "ready" : "not ready");
                return answer.IsSuccessStatusCode ? PortalCommandLine.Done : PortalCommandLine.Failed;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("no answer");
                return PortalCommandLine.Failed;
            }
        });
        return command;
    }
}
