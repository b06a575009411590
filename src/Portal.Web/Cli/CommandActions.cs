using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Portal.Web.Cli;

/// <summary>
/// What all commands share: a host for the action, failures as one line and exit code 1, lists as a table or JSON.
/// </summary>
internal static class CommandActions
{
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Option<bool> JsonOption() => new("--json") { Description = "Print JSON." };

    public static Command Does(this Command command, Func<CommandHost, ParseResult, TextWriter, Task> act)
    {
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                await using var host = await CommandHost.CreateAsync();
                await act(host, parsed, parsed.InvocationConfiguration.Output);
                return PortalCommandLine.Done;
            }
            catch (Exception e) when (CommandFailure.TextOf(e) is not null)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(CommandFailure.TextOf(e));
                return PortalCommandLine.Failed;
            }
        });
        return command;
    }

    public static Task WriteListAsync<T>(this TextWriter output, IReadOnlyList<T> rows, bool json, Func<T, string> line) =>
        output.WriteLineAsync(json ? JsonSerializer.Serialize(rows, Json) : string.Join(Environment.NewLine, rows.Select(line)));
}
