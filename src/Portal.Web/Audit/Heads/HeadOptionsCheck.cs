using Microsoft.Extensions.Options;

namespace Portal.Web.Audit.Heads;

/// <summary>Stops a start whose heads could not be written or proved nothing, and names the setting (FP-08).</summary>
internal sealed class HeadOptionsCheck : IValidateOptions<HeadOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, HeadOptions options)
    {
        List<string> problems = [.. Problems(options)];
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(HeadOptions options)
    {
        if (!string.IsNullOrEmpty(options.File) && !CanAppend(options.File))
        {
            yield return "Portal:Audit:Heads:File must be the full path of a file that can be appended to, in a folder that is there.";
        }

        if (!string.IsNullOrEmpty(options.Key) && options.KeyBytes is null)
        {
            yield return "Portal:Audit:Heads:Key must be the base64 of 32 bytes or more.";
        }

        if (options.Every < Shortest || options.Every > Longest)
        {
            yield return "Portal:Audit:Heads:Every: 00:01:00 to 1.00:00:00.";
        }
    }

    private static bool CanAppend(string file)
    {
        if (!Path.IsPathFullyQualified(file))
        {
            return false;
        }

        try
        {
            using var opened = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            return true;
        }
        catch (IOException refused) when (HeadFile.IsInUse(refused))
        {
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
